// Package layout reads text that was typed in the wrong keyboard layout: what
// the same keys say in the other one. It is the only place that knows the keys.
package layout

import (
	"strings"
	"sync"
	"unicode"
)

// The keys of both layouts as Windows has them, plain and with Shift.
const (
	latinKeys   = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./" + `~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?` + `@#$^&`
	russianKeys = "ёйцукенгшщзхъфывапролджэячсмитьбю." + "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ," + `"№;:?`
)

var toRussian, toLatin = pairs(latinKeys, russianKeys), pairs(russianKeys, latinKeys)

// pairs returns the key in the other layout for each key, made when it is first used.
func pairs(from, to string) func() map[rune]rune {
	return sync.OnceValue(func() map[rune]rune {
		keys, out := []rune(to), map[rune]rune{}
		for i, r := range []rune(from) {
			out[r] = keys[i]
		}
		return out
	})
}

// Russian returns the text with the words that have Latin letters and no
// Russian ones as their keys say them in the Russian layout.
func Russian(text string) string { return wordwise(text, toRussian(), unicode.Latin, unicode.Cyrillic) }

// Latin is the other way.
func Latin(text string) string { return wordwise(text, toLatin(), unicode.Cyrillic, unicode.Latin) }

// Others returns the text in the other layouts, where that makes a difference.
func Others(text string) []string {
	var out []string
	for _, other := range []string{Russian(text), Latin(text)} {
		if other != text {
			out = append(out, other)
		}
	}
	return out
}

func wordwise(text string, keys map[rune]rune, from, to *unicode.RangeTable) string {
	words := strings.Split(text, " ")
	for i, word := range words {
		has := func(table *unicode.RangeTable) bool {
			return strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(table, r) })
		}
		if has(from) && !has(to) {
			words[i] = strings.Map(func(r rune) rune {
				if other, known := keys[r]; known {
					return other
				}
				return r
			}, word)
		}
	}
	return strings.Join(words, " ")
}

// Sign reads a text in which only some signs may stand: what is none of them
// becomes what its key says in the other layout, if that is one. A code and a
// date are typed so: «05ю10ю2026».
func Sign(text string, allowed func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if allowed(r) {
			return r
		}
		for _, keys := range []map[rune]rune{toLatin(), toRussian()} {
			for _, typed := range []rune{r, unicode.ToLower(r)} { // also with Caps Lock
				if other, known := keys[typed]; known && allowed(other) {
					return other
				}
			}
		}
		return r
	}, text)
}
