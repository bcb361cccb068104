package classifier

import (
	"strings"
	"unicode"
)

// addressMarks are abbreviations before the name of a street or place.
var addressMarks = map[string]bool{"ул": true, "пр": true, "просп": true, "пер": true, "бул": true, "наб": true,
	"мкр": true,
	"пос": true, "дер": true, "кв": true}

// WithoutNames removes from a text what looks like the name of a person or place: words
// with a capital letter that do not begin the text (abbreviations in capitals stay), words
// after «ул.» (street) and the like, and mail addresses. It cannot recognise a surname
// that is also a common word and written in small letters.
func WithoutNames(text string) string {
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

// capitalised reports whether a word is a capital letter followed by small ones.
func capitalised(token string) bool {
	letters := []rune(strings.TrimFunc(token, func(r rune) bool { return !unicode.IsLetter(r) }))
	return len(letters) > 1 && unicode.IsUpper(letters[0]) && unicode.IsLower(letters[1])
}
