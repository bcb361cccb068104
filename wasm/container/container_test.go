package container

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"filippo.io/age"
)

const (
	pass     = "верный пароль"
	testWork = 4
)

func seal(t testing.TB, content []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := Seal(&out, pass, testWork)
	if err != nil {
		t.Fatal(err)
	}
	for rest := content; len(rest) > 0; { // in pieces of any length
		n := min(len(rest), 1+rand.IntN(chunkSize*3/2))
		if _, err := w.Write(rest[:n]); err != nil {
			t.Fatal(err)
		}
		rest = rest[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func quiet(int64, int64) error { return nil }

// unseal opens, verifies and reads a container.
func unseal(data []byte, passphrase string) ([]byte, error) {
	o, err := Open(bytes.NewReader(data), int64(len(data)), passphrase)
	if err == nil {
		err = o.Verify(quiet)
	}
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.NewSectionReader(o, 0, o.Size()))
}

var sizes = []int{0, 1, 1000, chunkSize - 1, chunkSize, chunkSize + 1, 3 * chunkSize, 3*chunkSize + 77}

func sample(n int) []byte {
	data := make([]byte, n)
	_, _ = rand.NewChaCha8([32]byte{1}).Read(data)
	return data
}

// TestRoundTrip: what we write we read.
func TestRoundTrip(t *testing.T) {
	for _, n := range sizes {
		want := sample(n)
		data := seal(t, want)
		if !Is(bytes.NewReader(data)) {
			t.Fatalf("%d bytes: not known as a container", n)
		}
		if got, err := unseal(data, pass); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%d bytes came back as %d, %v", n, len(got), err)
		}
	}
}

// TestBefore: a file written by the program before it used filippo.io/age opens.
func TestBefore(t *testing.T) {
	data, err := os.ReadFile("testdata/before.age")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Repeat("Приметная Анна Петровна, с. Примерное\n", 1000)
	if got, err := unseal(data, pass); err != nil || string(got) != want {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

// TestUnreadable: a file that the browser cannot read is not called damaged.
func TestUnreadable(t *testing.T) {
	data := seal(t, sample(3*chunkSize))
	away := errors.New("the stick was pulled out")
	for from := range int64(len(data)) {
		if from > 300 && from%sealedChunk != 0 {
			continue
		}
		r := &broken{bytes.NewReader(data), from, away}
		o, err := Open(r, int64(len(data)), pass)
		if err == nil {
			err = o.Verify(quiet)
		}
		if !errors.Is(err, away) {
			t.Errorf("from byte %d on: %v", from, err)
		}
	}
}

// broken cannot be read from a byte on.
type broken struct {
	io.ReaderAt
	from int64
	err  error
}

func (b *broken) ReadAt(p []byte, off int64) (int, error) {
	if off+int64(len(p)) > b.from {
		return 0, b.err
	}
	return b.ReaderAt.ReadAt(p, off)
}

// TestOtherKeys: an age file of another kind is not ours.
func TestOtherKeys(t *testing.T) {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, id.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"a key": out.Bytes(), "zip": []byte("PK\x03\x04"), "nothing": nil, "intro": []byte(intro),
		"too much work": bytes.Replace(seal(t, nil), []byte(" 4\n"), []byte(" 19\n"), 1)} {
		if _, err := unseal(data, pass); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v, want ErrForeign", name, err)
		}
	}
}

// TestToldApart: wrong passphrase, cut and changed files are refused, and told
// apart where they can be.
func TestToldApart(t *testing.T) {
	data := seal(t, sample(3*chunkSize+77))
	head := headerOf(t, data)
	from := head + nonceSize
	sealedKey := bytes.Split(data[:head], []byte("\n"))[2]
	otherKey := bytes.Repeat([]byte("A"), len(sealedKey))
	flip := func(i int) []byte {
		out := bytes.Clone(data)
		out[i] ^= 1
		return out
	}
	sum := bytes.Clone(data) // stays base64, whichever letter was there
	if sum[head-10]++; sum[head-10] != 'B' {
		sum[head-10] = 'A'
	}
	for _, tt := range []struct {
		name string
		data []byte
		pass string
		want error
	}{
		{"wrong passphrase", data, "неверный пароль", ErrPassphrase},
		{"no passphrase", data, "", ErrPassphrase},
		{"other letter case", data, "Верный пароль", ErrPassphrase},
		{"sealed key changed", bytes.Replace(data, sealedKey, otherKey, 1), pass, ErrPassphrase},
		{"sum of the header changed", sum, pass, ErrChanged},
		{"nonce changed", flip(head), pass, ErrEnd},
		{"first chunk changed", flip(from + 5), pass, ErrChanged},
		{"second chunk changed", flip(from + sealedChunk + 5), pass, ErrChanged},
		{"last chunk changed", flip(len(data) - 1), pass, ErrEnd},
		{"cut in the header", data[:head-5], pass, ErrForeign},
		{"cut in the nonce", data[:head+3], pass, ErrCut},
		{"cut after the nonce", data[:from], pass, ErrCut},
		{"cut at a chunk", data[:from+2*sealedChunk], pass, ErrCut},
		{"cut behind a chunk", data[:from+2*sealedChunk+3], pass, ErrCut},
		{"cut within a chunk", data[:from+2*sealedChunk+300], pass, ErrEnd},
		{"a byte more", append(bytes.Clone(data), 0), pass, ErrEnd},
		{"chunks swapped", slicesSwapped(data, from), pass, ErrChanged},
	} {
		if got, err := unseal(tt.data, tt.pass); !errors.Is(err, tt.want) {
			t.Errorf("%s: %d bytes, %v, want %v", tt.name, len(got), err, tt.want)
		}
	}
}

// headerOf is the length of a container's header.
func headerOf(t testing.TB, data []byte) int {
	t.Helper()
	header, err := age.ExtractHeader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return len(header)
}

func slicesSwapped(data []byte, from int) []byte {
	out := bytes.Clone(data)
	copy(out[from:], data[from+sealedChunk:from+2*sealedChunk])
	copy(out[from+sealedChunk:], data[from:from+sealedChunk])
	return out
}

// TestEveryByteCounts changes each byte of a small container and cuts at each.
func TestEveryByteCounts(t *testing.T) {
	data := seal(t, []byte("Приметная Анна Петровна"))
	for i := range data {
		changed := bytes.Clone(data)
		changed[i] ^= 1 << (i % 8)
		for name, bad := range map[string][]byte{"changed": changed, "cut": data[:i]} {
			if got, err := unseal(bad, pass); err == nil {
				t.Fatalf("%s at %d: %q", name, i, got)
			}
		}
	}
}

// hard is a header that asks for much work.
var hard = regexp.MustCompile(`-> scrypt \S+ (9|\d\d)`)

// FuzzOpen: whatever the bytes, no panic, and nothing but what was sealed.
func FuzzOpen(f *testing.F) {
	content := []byte("Приметная Анна Петровна")
	data := seal(f, content)
	f.Add(data)
	f.Add(data[:len(data)-1])
	f.Add([]byte(intro + "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1\nAAAA\n--- AAAA\n"))
	f.Fuzz(func(t *testing.T, bad []byte) {
		if hard.Match(bad) {
			return // only slow
		}
		got, err := unseal(bad, pass)
		if err == nil && !bytes.Equal(got, content) {
			t.Fatalf("%q", got)
		}
		for _, known := range []error{nil, ErrPassphrase, ErrForeign, ErrCut, ErrEnd, ErrChanged} {
			if errors.Is(err, known) {
				return
			}
		}
		t.Fatal(fmt.Errorf("unknown error: %w", err))
	})
}
