// Package passphrase refuses weak passphrases and proposes strong ones. It has no
// state.
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

// Shortest is the least number of characters of a passphrase.
const Shortest = 8

// proposed is the number of words in a proposal. Each is one of 256, so a proposal
// has 40 bits. scrypt makes a guess take a second, so trying half of them takes one
// processor seventeen thousand years.
const proposed = 5

// Propose returns a passphrase of random words.
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

// Weak reports whether a passphrase is one of those that are tried first: a common
// one, with or without digits around it, neighbouring keys, or a few characters
// repeated.
func Weak(s string) bool {
	s = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "ё", "е")
	return fewCharacters(s) || len([]rune(withoutRuns(s))) < 4 || isCommon(s)
}

// fewest is the least number of different characters.
const fewest = 5

func fewCharacters(s string) bool {
	chars := []rune(s)
	slices.Sort(chars)
	return len(slices.Compact(chars)) < fewest
}

// isCommon reports whether s is in the list of common passphrases, also after
// removing digits and signs at both ends, and also if a common one is repeated.
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

// rows are neighbouring keys of the keyboards, and sequences that everyone knows.
var rows = []string{
	"1234567890", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю.",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.", "qazwsxedcrfvtgbyhnujmikolp",
	"1йфя2цыч3увс4кам5епи6нрт7гоь8шлб", "йфяцычувскамепинртгоь",
	"1q2w3e4r5t6y7u8i9o0p", "1й2ц3у4к5е6н7г8ш9щ0з",
	"abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщъыьэюя", "0123456789",
}

// shortestRun is how many neighbouring keys make a run.
const shortestRun = 3

// withoutRuns removes the runs, in either direction, from s.
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

// runAt returns the length of the run at the beginning of text, 0 if there is none.
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
