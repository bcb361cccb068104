package finder

import (
	"fmt"
	"strings"
)

// Phrases are everyday phrases for a row, by its code. The key "*.0025" has the phrases of
// the subquestion 0025 of any question.
type Phrases map[string][]string

// anyQuestion is the beginning of such a key.
const anyQuestion = "*."

// ParsePhrases reads lines "code, tab, phrases separated by ;" and skips blank lines. The
// error names the first malformed line.
func ParsePhrases(data []byte) (Phrases, error) {
	out := Phrases{}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			continue
		}
		code, text, ok := strings.Cut(line, "\t")
		if !ok || code == "" {
			return nil, fmt.Errorf("phrases, line %d: want a code, a tab and phrases", n)
		}
		if _, twice := out[code]; twice {
			return nil, fmt.Errorf("phrases, line %d: %s stands twice", n, code)
		}
		for phrase := range strings.SplitSeq(text, ";") {
			if phrase = strings.TrimSpace(phrase); phrase == "" {
				return nil, fmt.Errorf("phrases, line %d: an empty phrase", n)
			}
			out[code] = append(out[code], phrase)
		}
	}
	return out, nil
}
