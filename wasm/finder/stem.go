package finder

import "github.com/kljensen/snowball/russian"

// stem returns the stem of a folded word by the Russian Snowball stemmer. Words with
// digits or foreign letters do not change.
func stem(word string) string {
	for _, r := range word {
		if r < 'а' || r > 'я' {
			return word
		}
	}
	return russian.Stem(word, true)
}
