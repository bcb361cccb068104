package classifier

import (
	"strings"
	"unicode"
)

// lookalikes maps Latin letters to the Cyrillic ones that look the same. It is applied
// after lower-casing, so b, h and t become в, н and т. Even the official text has a Latin
// C, in 0892.
var lookalikes = [128]rune{
	'a': 'а', 'b': 'в', 'c': 'с', 'e': 'е', 'h': 'н', 'k': 'к', 'm': 'м',
	'o': 'о', 'p': 'р', 't': 'т', 'x': 'х', 'y': 'у',
}

const breve = "\u0306"

// joinI replaces й written as two characters, as in file names of macOS, by one.
var joinI = strings.NewReplacer("и"+breve, "й", "И"+breve, "й")

// Fold returns the form of a text in which the search compares: lower case, ё as е, Latin
// look-alikes as Cyrillic letters, without accents and invisible characters, and with one
// space for everything that is neither letter nor digit.
func Fold(text string) string {
	if strings.Contains(text, breve) {
		text = joinI.Replace(text)
	}
	var b strings.Builder
	b.Grow(len(text))
	gap := false
	for _, r := range text {
		folded, keep := foldRune(r)
		if !keep {
			gap = gap || folded == ' '
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(folded)
	}
	return b.String()
}

// foldRune returns a folded letter or digit. keep is false for other characters: folded
// is then a space if the character separates words, 0 if it is ignored. Cyrillic letters
// come first because the whole classifier is folded at the start.
func foldRune(r rune) (folded rune, keep bool) {
	switch {
	case r >= 'а' && r <= 'я':
		return r, true
	case r >= 'А' && r <= 'Я':
		return r + 'а' - 'А', true
	case r == 'ё' || r == 'Ё':
		return 'е', true
	case r >= '0' && r <= '9':
		return r, true
	case r < 'A': // other ASCII before the letters: signs and control characters
		return ' ', false
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return 0, false
	case !unicode.IsLetter(r) && !unicode.IsDigit(r):
		return ' ', false
	}
	r = unicode.ToLower(r)
	if r < 128 && lookalikes[r] != 0 {
		r = lookalikes[r]
	}
	return r, true
}
