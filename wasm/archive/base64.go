package archive

import (
	"encoding/binary"
	"math"
	mathbits "math/bits"
	"slices"
)

// An entry contains answer files as base64. They are mostly PDF, pictures and office
// documents, which are compressed already, so the 64 letters of the base64 are
// equally frequent. The Huffman code of such a text is known without counting: 6 bits
// a letter, except one letter of 7 bits, which leaves a code for the end of the block.
// A table (pairs64.go) maps the bits of the file directly to codes, three times
// faster than the Huffman-only deflate of klauspost/compress (BenchmarkBase64 in
// Node). The base64 text itself is never in memory.

const (
	rare       = 'z'     // the letter of 7 bits
	endOfBlock = 256     // deflate's symbol, of 7 bits too
	group      = 6       // bytes of a file that are coded at a time, as eight letters
	groupLook  = 8       // bytes that are read for one group
	chunk      = 6 << 10 // bytes of a file that are checked at a time
)

// evenly reports whether the letters of a file's base64 are about equally frequent,
// judged by its beginning, middle and end.
func evenly(data []byte) bool {
	const look, least = 4 << 10, 5.9 // bytes; bits a letter
	if len(data) < 3*look {
		return false
	}
	var count [64]float64
	n := 0.0
	for _, at := range []int{0, (len(data)/2 - look/2) / 3 * 3, (len(data) - look) / 3 * 3} {
		for i := at; i < at+look-2; i += 3 {
			v := uint(data[i])<<16 | uint(data[i+1])<<8 | uint(data[i+2])
			for range 4 {
				count[v&63]++
				v >>= 6
			}
			n += 4
		}
	}
	entropy := 0.0
	for _, c := range count {
		if c > 0 {
			entropy -= c / n * math.Log2(c/n)
		}
	}
	return entropy > least
}

// groups returns how many bytes at the beginning of a file [appendBase64] encodes.
// The caller encodes the rest.
func groups(data []byte) int { return max(0, len(data)-(groupLook-group)) / group * group }

// appendBase64 appends the deflated base64 of a file's groups, ending with a whole
// byte, and updates the CRC of the text. It decodes each chunk again; ok is false if
// the result differs.
func appendBase64(out, data []byte, crc uint32) (_ []byte, _ uint32, ok bool) {
	makePairs()
	w := bits{out: out}
	w.add(pair64.header)
	for left := groups(data); left > 0; {
		n := min(left, chunk)
		part, from := data[:n+groupLook-group], w.mark()
		crc = w.writePairs(part, crc)
		if !w.readsPairs(from, part) {
			return nil, 0, false
		}
		data, left = data[n:], left-n
	}
	w.put(pair64.end, width64(endOfBlock))
	w.align()
	return w.out, crc, true
}

// writePairs writes the codes of a part's groups and updates the CRC of their base64.
func (w *bits) writePairs(part []byte, crc uint32) uint32 {
	w.out = slices.Grow(w.out, len(part)/group*7+16) // at most 7 bytes a group
	out, acc, n := w.out[len(w.out):cap(w.out)], w.acc, w.n
	crc = ^crc
	for ; len(part) >= groupLook; part = part[group:] {
		g := mathbits.ReverseBytes64(binary.LittleEndian.Uint64(part)) // faster in WebAssembly than byte by byte
		crc = pair64.before[0][byte(crc)] ^ pair64.before[1][byte(crc>>8)] ^
			pair64.before[2][byte(crc>>16)] ^ pair64.before[3][crc>>24] ^
			pair64.sums[0][g>>52&(pairs-1)] ^ pair64.sums[1][g>>40&(pairs-1)] ^
			pair64.sums[2][g>>28&(pairs-1)] ^ pair64.sums[3][g>>16&(pairs-1)]
		first, width := twoPairs(g >> 40)
		second, more := twoPairs(g >> 16)
		acc |= (first | second<<(width&63)) << (n & 7)
		n += width + more
		binary.LittleEndian.PutUint64(out, acc)
		out, acc, n = out[n>>3:], acc>>(n&56), n&7
	}
	w.out, w.acc, w.n = w.out[:cap(w.out)-len(out)], acc, n
	return ^crc
}

// readsPairs reports whether the bits from a mark to the end of the stream are the
// codes of a part's groups.
func (w *bits) readsPairs(from mark, part []byte) bool {
	w.peek()
	out, used, differ := w.out[from.at:cap(w.out)], from.bit, uint64(0)
	for ; len(part) >= groupLook && len(out) >= groupLook; part = part[group:] {
		g := mathbits.ReverseBytes64(binary.LittleEndian.Uint64(part))
		first, width := twoPairs(g >> 40)
		second, more := twoPairs(g >> 16)
		differ |= (binary.LittleEndian.Uint64(
			out)>>(used&7) ^ (first | second<<(width&63))) << ((64 - width - more) & 63)
		used += width + more
		out, used = out[used>>3:], used&7
	}
	return len(part) < groupLook && differ == 0 && cap(w.out)-len(out) == len(w.out) && used == w.n
}

// twoPairs returns the code of the four letters in the low 24 bits of g, and its
// width in bits. It is small enough to be inlined; the masks remove bounds checks.
func twoPairs(g uint64) (code uint64, width uint) {
	a, b := uint64(pair64.codes[g>>12&(pairs-1)]), uint64(pair64.codes[g&(pairs-1)])
	return a>>4 | b>>4<<(a&15), uint(a&15 + b&15)
}
