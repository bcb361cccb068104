package archive

import (
	"encoding/binary"
	mathbits "math/bits"
	"slices"
)

// bits is a deflate stream (RFC 1951) being written: whole bytes in out, and up to 7
// bits in acc.
type bits struct {
	out []byte
	acc uint64
	n   uint // bits in acc
}

// put appends the low n bits of v, at most 56.
func (w *bits) put(v uint64, n uint) {
	w.acc |= v << w.n
	w.n += n
	for w.n >= 8 {
		w.out = append(w.out, byte(w.acc))
		w.acc >>= 8
		w.n -= 8
	}
}

// add appends all bits of another stream.
func (w *bits) add(more bits) {
	for _, b := range more.out {
		w.put(uint64(b), 8)
	}
	w.put(more.acc, more.n)
}

// mark is the position of a bit.
type mark struct {
	at  int
	bit uint
}

func (w *bits) mark() mark { return mark{len(w.out), w.n} }

// peek writes the bits of acc, followed by zeros, after the end of out, so that they
// can be read there.
func (w *bits) peek() {
	w.out = slices.Grow(w.out, 16)
	binary.LittleEndian.PutUint64(w.out[len(w.out):cap(w.out)], w.acc)
}

// align fills the last byte with an empty stored block, as a flush does.
func (w *bits) align() {
	w.put(0, 3)
	if w.n > 0 {
		w.put(0, 8-w.n)
	}
	w.out = append(w.out, 0, 0, 0xff, 0xff)
}

// canonical returns the codes for code lengths (RFC 1951, 3.2.2), with the first bit
// in the lowest place.
func canonical(lengths []uint8) []uint16 {
	codes := make([]uint16, len(lengths))
	next := uint16(0)
	for length := uint8(1); length <= 15; length++ {
		for symbol, l := range lengths {
			if l == length {
				codes[symbol] = mathbits.Reverse16(next) >> (16 - length)
				next++
			}
		}
		next <<= 1
	}
	return codes
}

// header begins a block with dynamic codes (RFC 1951, 3.2.7) of these lengths. The
// block uses no distances, but header declares two, as zlib does, because some
// readers refuse a block without any.
func (w *bits) header(lengths []uint8) {
	sent := append(slices.Clone(lengths), 1, 1)
	// The lengths are 6, 7, 1, and 0; zeros always come three or more together.
	const shortRun, longRun = 17, 18
	outer := make([]uint8, 19)
	outer[6], outer[7], outer[1], outer[shortRun], outer[longRun] = 1, 3, 3, 3, 3
	codes := canonical(outer)
	w.put(0, 1) // not the last block
	w.put(2, 2) // dynamic codes
	w.put(uint64(len(lengths)-257), 5)
	w.put(2-1, 5)
	order := []int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
	w.put(uint64(len(order)-4), 4)
	for _, symbol := range order {
		w.put(uint64(outer[symbol]), 3)
	}
	send := func(symbol uint8) { w.put(uint64(codes[symbol]), uint(outer[symbol])) }
	for i := 0; i < len(sent); {
		run := 0
		for i+run < len(sent) && sent[i+run] == 0 && run < 138 {
			run++
		}
		switch {
		case run > 10:
			send(longRun)
			w.put(uint64(run-11), 7)
		case run > 2:
			send(shortRun)
			w.put(uint64(run-3), 3)
		default:
			send(sent[i])
			run = 1
		}
		i += run
	}
}
