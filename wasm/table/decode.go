package table

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decode makes text of the encodings in which Russian Excel and СЭД save: UTF-8
// with and without a mark, UTF-16 («Текст Юникод»), else Windows-1251.
func decode(data []byte) (text, encoding string) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		return strings.ToValidUTF8(string(data[3:]), "\uFFFD"), "UTF-8"
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return wide(data[2:], binary.LittleEndian), "Юникод (UTF-16)"
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return wide(data[2:], binary.BigEndian), "Юникод (UTF-16)"
	case utf8.Valid(data):
		return string(data), "UTF-8"
	}
	return cyrillic(data), "Windows-1251"
}

// upper1251 are the characters 0x80 … 0xFF of Windows-1251. golang.org/x/text
// would cost the page 29 KB for them; a test holds the two against each other.
var upper1251 = []rune("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\uFFFD™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї" +
	"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя")

func cyrillic(data []byte) string {
	out := make([]rune, len(data))
	for i, b := range data {
		if out[i] = rune(b); b >= utf8.RuneSelf {
			out[i] = upper1251[b-utf8.RuneSelf]
		}
	}
	return string(out)
}

func wide(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// isBinary reports whether data is no text at all: a zip, an old workbook, or
// anything with zero bytes that is not UTF-16.
func isBinary(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return false
	}
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.IndexByte(data, 0) >= 0
}

// separators are those that are tried, with their names.
var separators = map[rune]string{';': "точка с запятой", '\t': "табуляция", ',': "запятая"}

// separatorOf finds out what parts the cells. A tab is never part of a text
// by chance; of the others, the one that parts the most lines alike.
func separatorOf(text string) rune {
	best, most := ';', 0
	for _, sep := range []rune{'\t', ';', ','} {
		counts := map[int]int{}
		for _, n := range perLine(text, sep, 50) {
			if n > 0 {
				counts[n]++
			}
		}
		score := 0
		for n, lines := range counts {
			score = max(score, lines*1000+n)
		}
		if score > most {
			best, most = sep, score
		}
	}
	return best
}

// perLine counts a separator in the first lines, outside quotes.
func perLine(text string, sep rune, lines int) []int {
	counts, n, quoted := []int{}, 0, false
	for _, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case r == sep && !quoted:
			n++
		case r == '\n' && !quoted:
			if counts, n = append(counts, n), 0; len(counts) == lines {
				return counts
			}
		}
	}
	return append(counts, n)
}
