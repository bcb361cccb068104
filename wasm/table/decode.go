package table

import (
	"bytes"
)

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
	const enough = 1 << 20 // bytes; a quote without end makes one line of all
	text = text[:min(len(text), enough)]
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
