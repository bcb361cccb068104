package main

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestEncode128(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 300 {
		data := make([]byte, n)
		for i := range data {
			data[i] = byte(random.Uint32() >> (random.Uint32() % 9)) // zeros and unsafe groups too
		}
		text := encode128(data)
		if strings.ContainsAny(text, unsafe128) {
			t.Fatalf("unsafe text for %x", data)
		}
		if back, err := decode128(text); err != nil || !bytes.Equal(back, data) {
			t.Fatalf("%x became %x, %v", data, back, err)
		}
	}
	whole := encode128([]byte("core core"))
	for _, text := range []string{"", "abc", "\u4e00", whole[:10], whole[:len(whole)-4] + "zzzz", "abcdefgh" + whole} {
		if _, err := decode128(text); err == nil {
			t.Errorf("%q is no error", text)
		}
	}
}

// TestChanged128: no changed byte goes unseen.
func TestChanged128(t *testing.T) {
	data := []byte("the core of the program")
	text := encode128(data)
	for i := range text {
		changed := []byte(text)
		changed[i] ^= 1
		if back, err := decode128(string(changed)); err == nil && !bytes.Equal(back, data) {
			t.Errorf("character %d changed: core %q", i, back)
		}
	}
}
