// Package passphrase judges passphrases that people choose, and proposes better
// ones.
package passphrase

import (
	"crypto/rand"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rroform/static"
)

// Shortest is how many characters a passphrase must have.
const Shortest = 8

// proposed is how many words a proposal has. Each is one of 256, so all of them
// have 40 bits: at a guess a second, which is what scrypt costs, trying half of
// them takes seventeen thousand years of one processor.
const proposed = 5

// Propose returns random words to be written down.
func Propose() string {
	list := static.Words()
	words := make([]string, proposed)
	for i := range words {
		n, err := rand.Int(rand.Reader, big.NewInt(int64(len(list))))
		if err != nil {
			panic("internal error: no randomness: " + err.Error()) // crypto/rand never fails
		}
		words[i] = list[n.Int64()]
	}
	return strings.Join(words, " ")
}

// Short reports whether a passphrase has too few characters.
func Short(s string) bool { return utf8.RuneCountInString(s) < Shortest }

// Weak reports whether a passphrase is among those that are tried first: one of
// the commonest with or without figures around it, keys that lie side by side,
// or a few characters again and again.
func Weak(s string) bool {
	s = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "ё", "е")
	return fewSigns(s) || len([]rune(withoutRuns(s))) < 4 || isCommon(s)
}

// fewest is how many different characters there must be.
const fewest = 5

func fewSigns(s string) bool {
	signs := []rune(s)
	slices.Sort(signs)
	return len(slices.Compact(signs)) < fewest
}

// isCommon looks also at what is left without figures and signs at both ends,
// and at one word that stands several times.
func isCommon(s string) bool {
	bare := strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, word := range static.CommonPassphrases() {
		for _, text := range []string{s, bare} {
			if text != "" && (text == word || strings.ReplaceAll(text, word, "") == "") {
				return true
			}
		}
	}
	return false
}

// rows are keys that lie side by side, and orders that everyone knows.
var rows = []string{
	"1234567890", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю.",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.", "qazwsxedcrfvtgbyhnujmikolp", "1йфя2цыч3увс4кам5епи6нрт7гоь8шлб",
	"йфяцычувскамепинртгоь",
	"1q2w3e4r5t6y7u8i9o0p", "1й2ц3у4к5е6н7г8ш9щ0з", "abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщъыьэюя",
	"0123456789",
}

// shortestRun is how many keys in a row are a run.
const shortestRun = 3

// withoutRuns takes out what follows a row of keys, in either direction.
func withoutRuns(s string) string {
	left := []rune(s)
	var out []rune
	for len(left) > 0 {
		n := runAt(left)
		if n == 0 {
			out, n = append(out, left[0]), 1
		}
		left = left[n:]
	}
	return string(out)
}

// runAt is how long the run is that a text begins with, 0 = there is none.
func runAt(text []rune) int {
	for n := len(text); n >= shortestRun; n-- {
		piece := string(text[:n])
		back := slices.Clone(text[:n])
		slices.Reverse(back)
		for _, row := range rows {
			if strings.Contains(row, piece) || strings.Contains(row, string(back)) {
				return n
			}
		}
	}
	return 0
}
