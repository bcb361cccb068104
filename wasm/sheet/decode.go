package sheet

import (
	"bytes"
	"strings"

	"rroform/wasm/pattern"
	"rroform/wasm/records"
)

// isBinary reports whether data is no text at all: a zip, an old workbook, or
// anything with zero bytes that is not UTF-16.
func isBinary(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return false
	}
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.IndexByte(data, 0) >= 0
}

// separators are those that are tried, with their names. A tab is never part of
// a text by chance, so that it comes first.
var separators = []struct {
	sign rune
	name string
}{{'\t', "табуляция"}, {';', "точка с запятой"}, {',', "запятая"}}

func separatorName(sign rune) string {
	for _, s := range separators {
		if s.sign == sign {
			return s.name
		}
	}
	return ""
}

var separatorLine = pattern.Of(`^sep=([;,\t])\r?\n`)

// separatorOf finds out what parts the cells: what the first line says, as
// Excel reads it, else what parts the most lines alike. The text comes back
// without what that line says; its rows keep their places.
func separatorOf(text string) (rune, string) {
	if said := separatorLine().FindStringSubmatch(text); said != nil {
		return rune(said[1][0]), strings.Replace(text, said[0], "\n", 1)
	}
	const enough = 1 << 20 // bytes
	best, most := ';', 0
	for _, s := range separators {
		counts := map[int]int{}
		for _, row := range firstRows(text[:min(len(text), enough)], s.sign, 50) {
			if n := len(row) - 1; n > 0 {
				counts[n]++
			}
		}
		score := 0
		for n, lines := range counts {
			score = max(score, lines*1000+n)
		}
		if score > most {
			best, most = s.sign, score
		}
	}
	return best, text
}

func firstRows(text string, separator rune, most int) (rows [][]string) {
	r := records.New(text, separator)
	for len(rows) < most {
		row, err := r.Read()
		if err != nil {
			return rows
		}
		rows = append(rows, row)
	}
	return rows
}

var (
	guard      = pattern.Of(`(?s)^="(.*)"$`)
	apostrophe = pattern.Of(`^'[=+\-@0-9]`)
)

// unguarded takes off what programs put around a value so that Excel leaves it
// alone: ="000551", '000551.
func unguarded(cell string) string {
	if inside := guard().FindStringSubmatch(cell); inside != nil &&
		!strings.Contains(strings.ReplaceAll(inside[1], `""`, ""), `"`) {
		return strings.ReplaceAll(inside[1], `""`, `"`)
	}
	if apostrophe().MatchString(cell) {
		return cell[1:]
	}
	return cell
}
