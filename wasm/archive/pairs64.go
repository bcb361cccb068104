package archive

import (
	"hash/crc32"
	"sync"
)

// pairs is the number of pairs of base64 letters: two letters encode 12 bits.
const pairs = 1 << 12

// pair64 holds the tables of all pairs.
var pair64 struct {
	header bits             // the header of a block that is not the last
	end    uint64           // the code of endOfBlock
	codes  [pairs]uint32    // the code of a pair; the low 4 bits are its length
	sums   [4][pairs]uint32 // what a pair contributes to the CRC of eight letters, by its place in them
	before [4][256]uint32   // what each byte of the CRC before the eight letters contributes
}

// makePairs fills the tables when the first file is packed.
var makePairs = sync.OnceFunc(func() {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	lengths := make([]uint8, endOfBlock+1)
	for _, c := range alphabet + string(rune(endOfBlock)) {
		lengths[c] = uint8(width64(int(c)))
	}
	single, crc := canonical(lengths), slices8()
	pair64.header.header(lengths)
	pair64.end = uint64(single[endOfBlock])
	for p := range pairs {
		a, b := int(alphabet[p>>6]), int(alphabet[p&63])
		code, width := single[a]|single[b]<<width64(a), width64(a)+width64(b)
		pair64.codes[p] = uint32(code)<<4 | uint32(width)
		for place := range pair64.sums {
			pair64.sums[place][p] = crc[7-2*place][a] ^ crc[6-2*place][b]
		}
	}
	for i := range pair64.before {
		pair64.before[i] = crc[7-i]
	}
})

// width64 returns the length of a symbol's code in bits.
func width64(symbol int) uint {
	if symbol == rare || symbol == endOfBlock {
		return 7
	}
	return 6
}

// slices8 returns what a byte contributes to the CRC-32 of a text, by how many bytes
// follow it (the algorithm "slicing by 8").
func slices8() (t [8]crc32.Table) {
	t[0] = *crc32.IEEETable
	for i := 1; i < len(t); i++ {
		for b, sum := range t[i-1] {
			t[i][b] = t[0][byte(sum)] ^ sum>>8
		}
	}
	return t
}
