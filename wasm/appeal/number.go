package appeal

import (
	"strings"
	"unicode"

	"rroform/wasm/layout"
)

// russianLike replaces Latin letters by the Russian ones that look the same.
var russianLike = strings.NewReplacer("A", "А", "B", "В", "C", "С", "E", "Е", "H", "Н", "K", "К", "M", "М", "O", "О",
	"P", "Р", "T", "Т", "X", "Х", "Y", "У",
	"a", "а", "c", "с", "e", "е", "o", "о", "p", "р", "x", "х", "y", "у")

// RussianNumber returns a number with Russian letters if its Latin ones are certainly a
// mistake: «A26-…» with a Latin A or «F26-…», F being the key of «А»; «2-OГ», with Latin
// and Russian letters mixed; «2-JU», typed with the keys of «ОГ». Any other number stays
// unchanged: some bodies do use Latin letters.
func RussianNumber(number string) string {
	number = strings.TrimSpace(number)
	switch upper := strings.ToUpper(number); {
	case strings.HasPrefix(upper, "F26"):
		return "А" + layout.Russian(number[1:])
	case strings.HasPrefix(upper, "A26"): // Latin
		return "А" + russianLike.Replace(number[1:])
	}
	like, keys := russianLike.Replace(number), layout.Russian(number)
	latin, russian := hasLetter(number, unicode.Latin), hasLetter(number, unicode.Cyrillic)
	switch {
	case latin && russian && !hasLetter(like, unicode.Latin):
		return like
	case latin && !russian && strings.HasSuffix(strings.ToUpper(keys), "-ОГ"):
		return strings.ToUpper(keys)
	}
	return number
}

func hasLetter(s string, of *unicode.RangeTable) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(of, r) })
}
