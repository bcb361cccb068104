package main

import (
	"encoding/binary"
	"errors"
	"hash/adler32"
	"strings"
)

// The core stands in the page as characters of seven bits each, an eighth more
// than the bytes; Ascii85 would take a quarter more, and the budget is tight.
// HTML keeps every character below 128 in a data block but three: NUL, the
// carriage return, and the sign that could end the element. A group of bits
// that would be one of these makes a letter of two bytes together with the
// group behind it.
const unsafe128 = "\x00\r<"

// pairs is where the letters begin that stand for two groups: U+0100.
const pairs = 0x100

// headSize is what stands before the bytes: their number and their Adler-32,
// four bytes each. Without the sum a file that was damaged in copying may start
// and work wrongly: zstd sees few of such changes, and WebAssembly is checked
// when a function is first called.
const headSize = 8

// encodeCore writes head and bytes as such text.
func encodeCore(core []byte) string {
	head := binary.LittleEndian.AppendUint32(nil, uint32(len(core)))
	head = binary.LittleEndian.AppendUint32(head, adler32.Checksum(core))
	g := &groups{data: append(head, core...)}
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

// decodeCore is what web/core/worker.ts does.
func decodeCore(text string) ([]byte, error) {
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
	if len(out) < headSize || uint64(len(out)-headSize) < uint64(binary.LittleEndian.Uint32(out)) {
		return nil, errors.New("cut off")
	}
	core := out[headSize : headSize+binary.LittleEndian.Uint32(out)]
	if adler32.Checksum(core) != binary.LittleEndian.Uint32(out[4:]) {
		return nil, errors.New("changed")
	}
	return core, nil
}
