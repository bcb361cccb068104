package classifier

import (
	"strings"
	"unicode"
)

// addressMarks stand before the name of a place.
var addressMarks = map[string]bool{"ул": true, "пр": true, "просп": true, "пер": true, "бул": true, "наб": true,
	"мкр": true,
	"пос": true, "дер": true, "кв": true}

// withoutNames leaves out of a text what looks like the name of a person or a
// place: words with a capital letter that do not begin the text (abbreviations
// in capitals stay), what follows «ул.» and the like, mail addresses. A surname
// that is a usual word and written small cannot be told from that word.
func withoutNames(text string) string {
	var kept []string
	tokens := strings.Fields(strings.ReplaceAll(text, ".", ". "))
	for i, token := range tokens {
		after := i > 0 && addressMarks[Fold(tokens[i-1])]
		pair := i == 0 && len(tokens) > 1 && capitalised(tokens[1]) // «Мороз Вера»
		if !after && !addressMarks[Fold(token)] && !strings.Contains(token, "@") &&
			(!capitalised(token) || i == 0 && !pair) {
			kept = append(kept, token)
		}
	}
	return strings.Join(kept, " ")
}

// capitalised: a capital letter and small ones after it.
func capitalised(token string) bool {
	letters := []rune(strings.TrimFunc(token, func(r rune) bool { return !unicode.IsLetter(r) }))
	return len(letters) > 1 && unicode.IsUpper(letters[0]) && unicode.IsLower(letters[1])
}
