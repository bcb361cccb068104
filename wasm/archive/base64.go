package archive

import (
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"math"
	"slices"
)

// An answer file is a PDF, a picture, an office document: compressed already,
// so that the 64 letters of its base64 come equally often. The Huffman code of
// such a text is known beforehand: 6 bits a letter, but 7 for one of them, so
// that a code is left to say where the block ends. With the code fixed, letters
// and their codes come out of tables two at a time, several times as quick as
// any deflater that has to count them first.

const (
	rare       = 'z'     // the letter of 7 bits
	endOfBlock = 256     // deflate's symbol, of 7 bits too
	pairs      = 1 << 12 // of letters
	chunk      = 6 << 10 // bytes of a file that are coded at a time; a multiple of 6
)

var (
	letters64 [pairs]uint16 // two letters, the first in the low byte
	codes64   [pairs]uint16 // their codes; from bit 14 how many bits these are above 12
	read64    [pairs]uint16 // by 12 bits of codes: the letters; 0 where these are no two letters
	code64    []uint16      // of a single letter, and of endOfBlock
	header64  bits          // of a block that is not the last one
)

// width64 is the length of a code in bits.
func width64(symbol int) uint {
	if symbol == rare || symbol == endOfBlock {
		return 7
	}
	return 6
}

func init() {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	lengths := make([]uint8, endOfBlock+1)
	for _, c := range alphabet + string(rune(endOfBlock)) {
		lengths[c] = uint8(width64(int(c)))
	}
	code64 = canonical(lengths)
	for i := range pairs {
		a, b := alphabet[i>>6], alphabet[i&63]
		letters64[i] = uint16(a) | uint16(b)<<8
		width := width64(int(a)) + width64(int(b))
		codes64[i] = code64[a] | code64[b]<<width64(int(a)) | uint16(width-12)<<14
		if width == 12 {
			read64[codes64[i]] = letters64[i]
		}
	}
	header64.header(lengths)
}

// evenly reports whether the letters of a file's base64 come about equally
// often, by a look at its beginning, middle and end.
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

// appendBase64 appends the deflated base64 of data, whose length is a multiple
// of 3, in blocks that end with a whole byte, and carries on the CRC of the
// text. Each chunk is read back at once; ok = false says that it was not the same.
func appendBase64(out, data []byte, crc uint32) (_ []byte, _ uint32, ok bool) {
	w := bits{out: out}
	w.add(header64)
	text := make([]byte, chunk/3*4)
	for len(data) > 0 {
		part := data[:min(chunk, len(data))]
		data = data[len(part):]
		from := w.mark()
		text = text[:len(part)/3*4]
		w.letters(part, text)
		if !w.reads(from, text) {
			return nil, 0, false
		}
		crc = crc32.Update(crc, crc32.IEEETable, text)
	}
	w.letter(endOfBlock)
	w.align()
	return w.out, crc, true
}

// letters codes a part of a file and writes its base64 into text.
func (w *bits) letters(part, text []byte) {
	w.out = slices.Grow(w.out, len(text)*7/8+16) // at most 7 bits a letter
	out, at, acc, n := w.out[:cap(w.out)], len(w.out), w.acc, w.n
	for len(part) >= 8 && len(text) >= 8 {
		v := binary.BigEndian.Uint64(part)
		p0, p1, p2, p3 := v>>52, v>>40&(pairs-1), v>>28&(pairs-1), v>>16&(pairs-1)
		binary.LittleEndian.PutUint64(text, uint64(letters64[p0])|uint64(letters64[p1])<<16|uint64(letters64[p2])<<32|uint64(letters64[p3])<<48)
		for _, c := range [...]uint16{codes64[p0], codes64[p1], codes64[p2], codes64[p3]} {
			acc |= uint64(c&(1<<14-1)) << n
			n += 12 + uint(c>>14)
		}
		binary.LittleEndian.PutUint64(out[at:at+8], acc)
		at, acc, n = at+int(n>>3), acc>>(n&^7), n&7
		part, text = part[6:], text[8:]
	}
	w.out, w.acc, w.n = out[:at], acc, n
	base64.StdEncoding.Encode(text, part)
	for _, c := range text {
		w.letter(int(c))
	}
}

func (w *bits) letter(symbol int) { w.put(uint64(code64[symbol]), width64(symbol)) }

// reads reports whether the codes from a bit on are those of text, and the
// stream ends there.
func (w *bits) reads(from mark, text []byte) bool {
	w.peek()
	out, at, used := w.out[:cap(w.out)], from.at, from.bit
	for ; len(text) > 0 && at <= len(w.out); at, used = at+int(used>>3), used&7 {
		v := binary.LittleEndian.Uint64(out[at:at+8]) >> used
		if len(text) >= 8 {
			l0, l1, l2, l3 := uint64(read64[v&(pairs-1)]), uint64(read64[v>>12&(pairs-1)]), uint64(read64[v>>24&(pairs-1)]), uint64(read64[v>>36&(pairs-1)])
			if l0|l1<<16|l2<<32|l3<<48 == binary.LittleEndian.Uint64(text) {
				used, text = used+48, text[8:]
				continue
			}
		}
		some := text[:min(8, len(text))]
		for _, c := range some {
			width := width64(int(c))
			if uint16(v)&(1<<width-1) != code64[c] {
				return false
			}
			v, used = v>>width, used+width
		}
		text = text[len(some):]
	}
	return len(text) == 0 && at == len(w.out) && used == w.n
}
