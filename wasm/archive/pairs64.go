package archive

import (
	"hash/crc32"
	"sync"
)

// A pair of letters of base64 is the 12 bits that they stand for.
const pairs = 1 << 12

// pair64 is what is known of every pair.
var pair64 struct {
	header bits             // of a block that is not the last one
	end    uint64           // code of endOfBlock
	codes  [pairs]uint32    // code of a pair; in the low 4 bits how many bits it has
	sums   [4][pairs]uint32 // what a pair adds to the CRC of eight letters, by its place among them …
	before [4][256]uint32   // … and what the CRC before them adds, by byte
}

// makePairs makes the tables when the first file is packed.
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

// width64 is the length of a code in bits.
func width64(symbol int) uint {
	if symbol == rare || symbol == endOfBlock {
		return 7
	}
	return 6
}

// slices8 is what a byte adds to the CRC-32 of a text by how many bytes follow it
// ("slicing by 8").
func slices8() (t [8]crc32.Table) {
	t[0] = *crc32.IEEETable
	for i := 1; i < len(t); i++ {
		for b, sum := range t[i-1] {
			t[i][b] = t[0][byte(sum)] ^ sum>>8
		}
	}
	return t
}
