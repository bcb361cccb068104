package classifier

import (
	"strings"
	"unicode"
)

// lookalikes maps Latin letters to the Cyrillic letters that they are typed or
// scanned for. It is used after lower-casing, so b, h and t mean в, н and т. The
// official text itself has a Latin C in 0892.
var lookalikes = [128]rune{
	'a': 'а', 'b': 'в', 'c': 'с', 'e': 'е', 'h': 'н', 'k': 'к', 'm': 'м',
	'o': 'о', 'p': 'р', 't': 'т', 'x': 'х', 'y': 'у',
}

const breve = "\u0306"

// joinI replaces й written as two characters by one, because macOS writes it so in
// file names.
var joinI = strings.NewReplacer("и"+breve, "й", "И"+breve, "й")

// Fold returns text as the search compares it: lower case, ё as е, Latin
// look-alikes as Cyrillic letters, accents and invisible marks dropped, and
// one space in place of everything that is neither letter nor digit.
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

// foldRune returns a letter or digit folded. For any other character keep is
// false, and folded is a space if it separates words, else 0. Cyrillic is checked
// first, because the whole classifier is folded at the start.
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
	case r < 'A': // the rest of ASCII before its letters: signs and control characters
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
