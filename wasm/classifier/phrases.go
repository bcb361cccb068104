package classifier

import (
	"fmt"
	"strings"
)

// Phrases are what people say, by the code of a row. The key "*.0025" has the
// phrases of a подвопрос under every вопрос.
type Phrases map[string][]string

// anyQuestion begins the key of a подвопрос that occurs under many вопросы.
const anyQuestion = "*."

// ParsePhrases reads rows "code, tab, phrases parted by ;". An error names the
// line that is malformed. Blank lines are skipped.
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
