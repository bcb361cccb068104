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
	codes64   [pairs]uint32 // their codes; their length in bits from bit 16
	decode64  [128]uint16   // by the next 7 bits: the letter; the length of its code from bit 8
	header64  bits          // of a block that is not the last one
	end64     uint64        // the code of endOfBlock, of 7 bits
)

func init() {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	lengths := make([]uint8, endOfBlock+1)
	for _, c := range []byte(alphabet) {
		lengths[c] = 6
	}
	lengths[rare], lengths[endOfBlock] = 7, 7
	code := canonical(lengths)
	end64 = uint64(code[endOfBlock])
	for i := range pairs {
		a, b := alphabet[i>>6], alphabet[i&63]
		letters64[i] = uint16(a) | uint16(b)<<8
		codes64[i] = uint32(code[a]) | uint32(code[b])<<lengths[a] | uint32(lengths[a]+lengths[b])<<16
	}
	for _, c := range []byte(alphabet) {
		for rest := 0; rest < 128; rest += 1 << lengths[c] {
			decode64[rest|int(code[c])] = uint16(c) | uint16(lengths[c])<<8
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
	w.put(end64, 7)
	w.align()
	return w.out, crc, true
}

// letters codes a part of a file and writes its base64 into text.
func (w *bits) letters(part, text []byte) {
	w.out = slices.Grow(w.out, len(text)*7/8+32) // at most 7 bits a letter
	out, at, acc, n := w.out[:cap(w.out)], len(w.out), w.acc, w.n
	i, j := 0, 0
	for ; i+8 <= len(part); i, j = i+6, j+8 {
		v := binary.BigEndian.Uint64(part[i:])
		into := text[j : j+8]
		for _, shift := range [...]uint{52, 40, 28, 16} {
			pair := v >> shift & (pairs - 1)
			code := codes64[pair]
			acc |= uint64(code&0xffff) << n
			n += uint(code >> 16)
			binary.LittleEndian.PutUint16(into, letters64[pair])
			into = into[2:]
		}
		binary.LittleEndian.PutUint64(out[at:], acc)
		at += int(n >> 3)
		acc >>= n &^ 7
		n &= 7
	}
	w.out, w.acc, w.n = out[:at], acc, n
	base64.StdEncoding.Encode(text[j:], part[i:])
	for ; i < len(part); i += 3 {
		v := uint(part[i])<<16 | uint(part[i+1])<<8 | uint(part[i+2])
		for _, pair := range [...]uint{v >> 12, v & (pairs - 1)} {
			w.put(uint64(codes64[pair]&0xffff), uint(codes64[pair]>>16))
		}
	}
}

// reads reports whether the codes from a place on are those of text.
func (w *bits) reads(from mark, text []byte) bool {
	w.peek()
	out, at, used := w.out[:cap(w.out)], from.at, from.bit
	for len(text) >= 8 {
		v := binary.LittleEndian.Uint64(out[at:]) >> used
		for _, c := range text[:8] {
			d := decode64[v&127]
			if byte(d) != c {
				return false
			}
			v >>= d >> 8
			used += uint(d >> 8)
		}
		at += int(used >> 3)
		used &= 7
		text = text[8:]
	}
	for _, c := range text {
		d := decode64[binary.LittleEndian.Uint64(out[at:])>>used&127]
		if byte(d) != c {
			return false
		}
		used += uint(d >> 8)
		at += int(used >> 3)
		used &= 7
	}
	return at == len(w.out) && used == w.n
}
