package classifier

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// How much a way of finding a word counts against finding it exactly.
const (
	exactFactor  = 1
	prefixFactor = 0.8 // «школ» → «школьный», while typing
	kinFactor    = 0.4 // «мусор» → «мусоровоз»: a longer word of the same beginning
	typoFactor   = 0.4 // «дорга» → «дорога»
)

// Shorter words have too many neighbours for kin and typos to mean anything.
const (
	minKin      = 4 // letters of the stem
	minTypoWord = 5 // letters of the word
	minTypoStem = 4
)

// match is a term that a typed word may mean.
type match struct {
	term   *term
	factor float32
}

// matches lists the terms that a folded word may mean, the surest first. Where
// a proper one is there, kin only help, and nobody looks for typos.
func (ix *Index) matches(word string, typing bool) (list []match, proper bool) {
	root := stem(word)
	exact, ok := ix.byTxt[root]
	if !ok {
		exact = -1
	} else {
		list = append(list, match{&ix.terms[exact], exactFactor})
	}
	if typing {
		list = ix.prefixes(list, word, exact, prefixFactor)
	}
	proper = len(list) > 0
	if utf8.RuneCountInString(root) >= minKin {
		list = ix.prefixes(list, root, exact, kinFactor)
	}
	if !proper && utf8.RuneCountInString(word) >= minTypoWord {
		list = ix.typos(list, []rune(root))
	}
	return list, proper
}

func (ix *Index) prefixes(list []match, prefix string, except int32, factor float32) []match {
	from, _ := slices.BinarySearchFunc(ix.words, prefix, func(w word, p string) int { return strings.Compare(w.text, p) })
	last := except
	for _, w := range ix.words[from:] {
		if !strings.HasPrefix(w.text, prefix) {
			break
		}
		// Forms of one word are neighbours: most repeats are skipped here, the
		// rest do no harm.
		if w.term != except && w.term != last {
			list = append(list, match{&ix.terms[w.term], factor})
			last = w.term
		}
	}
	return list
}

func (ix *Index) typos(list []match, root []rune) []match {
	if len(root) < minTypoStem {
		return list
	}
	for i := range ix.terms {
		if r := ix.terms[i].runes; len(r) >= minTypoStem && oneTypo(root, r) {
			list = append(list, match{&ix.terms[i], typoFactor})
		}
	}
	return list
}
