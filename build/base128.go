package main

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"strings"
)

// The core and the page script stand in the file as characters of seven bits
// each, an eighth more than the bytes; Ascii85 would take a quarter more, and
// the budget is tight.
// HTML keeps every character below 128 in a data block but three: NUL, the
// carriage return, and the sign that could end the element. A group of bits
// that would be one of these makes a letter of two bytes together with the
// group behind it.
const unsafe128 = "\x00\r<"

// pairs is where the letters begin that stand for two groups: U+0100.
const pairs = 0x100

// head128 is the number of bytes and their sum, four bytes each. The unpacking
// in the worker checks nothing by itself: without the sum a core with a changed
// byte would run.
const head128 = 8

// encode128 writes a head and the bytes as such text.
func encode128(core []byte) string {
	head := binary.LittleEndian.AppendUint32(nil, uint32(len(core)))
	g := &groups{data: append(binary.LittleEndian.AppendUint32(head, sum128(core)), core...)}
	var text strings.Builder
	text.Grow(len(core) + len(core)/6)
	for g.more() {
		group := g.next()
		if i := strings.IndexByte(unsafe128, group); i >= 0 {
			text.WriteRune(rune(pairs + i<<7 | int(g.next())))
		} else {
			text.WriteByte(group)
		}
	}
	return text.String()
}

// sum128 is FNV-1a: a few lines in the worker, and one changed byte always
// changes it.
func sum128(core []byte) uint32 {
	h := fnv.New32a()
	_, _ = h.Write(core) // a hash takes everything
	return h.Sum32()
}

// groups hands out bytes seven bits at a time, the highest first; behind the
// end stand zeros.
type groups struct {
	data []byte
	at   int // bit
}

func (g *groups) more() bool { return g.at < 8*len(g.data) }

func (g *groups) next() byte {
	var pair uint16
	for i := range 2 {
		pair <<= 8
		if at := g.at/8 + i; at < len(g.data) {
			pair |= uint16(g.data[at])
		}
	}
	shift := 16 - 7 - g.at%8
	g.at += 7
	return byte(pair>>shift) & 0x7f
}

// decode128 is what web/core/base128.ts does.
func decode128(text string) ([]byte, error) {
	var out []byte
	bits, held := uint32(0), 0
	take := func(group uint32) {
		bits, held = bits<<7|group, held+7
		if held >= 8 {
			held -= 8
			out = append(out, byte(bits>>held))
		}
	}
	for _, r := range text {
		switch {
		case r < 128:
			take(uint32(r))
		case r >= pairs && int(r-pairs)>>7 < len(unsafe128):
			take(uint32(unsafe128[(r-pairs)>>7]))
			take(uint32(r & 127))
		default:
			return nil, errors.New("a letter that nobody wrote")
		}
	}
	if len(out) < head128 || uint64(len(out)-head128) < uint64(binary.LittleEndian.Uint32(out)) {
		return nil, errors.New("cut off")
	}
	core := out[head128 : head128+binary.LittleEndian.Uint32(out)]
	if sum128(core) != binary.LittleEndian.Uint32(out[4:]) {
		return nil, errors.New("changed on the way")
	}
	return core, nil
}
