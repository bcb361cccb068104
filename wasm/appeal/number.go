package appeal

import (
	"strings"
	"unicode"

	"rroform/wasm/layout"
)

// russianLike are Latin letters and the Russian ones that look the same.
var russianLike = strings.NewReplacer("A", "А", "B", "В", "C", "С", "E", "Е", "H", "Н", "K", "К", "M", "М", "O", "О",
	"P", "Р", "T", "Т", "X", "Х", "Y", "У",
	"a", "а", "c", "с", "e", "е", "o", "о", "p", "р", "x", "х", "y", "у")

// RussianNumber returns a number as it was meant where its Latin letters cannot
// be: «A26-…» with a Latin A and «F26-…», the key of «А» in the English layout;
// «2-OГ», where Latin letters stand among Russian ones; «2-JU», where the keys
// say «ОГ». Any other number is as it is: some bodies do write Latin letters.
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
