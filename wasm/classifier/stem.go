package classifier

import "github.com/kljensen/snowball/russian"

// stem returns what the forms of a folded word have in common, by the Russian
// Snowball stemmer. Words with digits or foreign letters stay as they are.
func stem(word string) string {
	for _, r := range word {
		if r < 'а' || r > 'я' {
			return word
		}
	}
	return russian.Stem(word, true)
}
