package classifier

import (
	"strings"

	"rroform/wasm/pattern"
)

var (
	// numberColumns matches further columns after a title: counts, shares, page numbers.
	numberColumns = pattern.Of(`(?:[\t;|]+[\s\d.,%–—-]*)+$`)
	lastNumber    = pattern.Of(`[\s\t;|]\d[\d\s]*(?:[.,]\d+)?\s*%?[\s\t;|]*$`)
	countHeader   = pattern.Of(`(?i)(^|[\t;,])\s*"?(количество|число|кол-во|поступило|всего|итого|доля|count)`)
	lineWithCode  = pattern.Of(`(?m)^.*(?:\d{4}\.){3}\d{4}.*$`)
)

// Counted reports whether a text is not an edition but a statistic of appeals by code,
// which agencies publish every month: most titles are followed by a number, or the name
// of a column says so.
func Counted(text string) bool {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	head, _, _ := strings.Cut(strings.TrimLeft(text, "\n\ufeff"), "\n")
	if countHeader().MatchString(head) && strings.ContainsAny(head, "\t;,") {
		return true
	}
	if new(entryReader).table(text) {
		return false // its columns have names, and none is a count
	}
	lines := lineWithCode().FindAllString(text, MaxEntries)
	counted := 0
	for _, line := range lines {
		code := codeInText().FindStringIndex(line)
		if code != nil && lastNumber().MatchString(line[code[1]:]) {
			counted++
		}
	}
	const few = 2
	return counted >= few && counted*2 >= len(lines)
}

// withoutColumns returns the first column of a line that contains words.
func withoutColumns(line string) string {
	line = numberColumns().ReplaceAllString(strings.TrimRight(line, " \r"), "")
	for cell := range strings.SplitSeq(line, "\t") {
		if strings.Trim(cell, "0123456789 .,%") != "" {
			return cell
		}
	}
	return line
}
