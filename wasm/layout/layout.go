// Package layout converts text that was typed in the wrong keyboard layout, Latin
// instead of Russian or the reverse. It has no state.
package layout

import (
	"strings"
	"sync"
	"unicode"
)

// The keys of both Windows layouts in the same order, without and with Shift.
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

// Russian converts the words with Latin and without Russian letters to what their keys
// type in the Russian layout.
func Russian(text string) string { return wordwise(text, toRussian(), unicode.Latin, unicode.Cyrillic) }

// Latin converts the words with Russian and without Latin letters to what their keys
// type in the Latin layout.
func Latin(text string) string { return wordwise(text, toLatin(), unicode.Cyrillic, unicode.Latin) }

// Others returns the text converted by Russian and by Latin, if that changes it.
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

// Sign converts a text that may contain only the allowed characters, such as a date
// typed as «05ю10ю2026»: each other character becomes what its key types in the other
// layout, if that is allowed.
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
