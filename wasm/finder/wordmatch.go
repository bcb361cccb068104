package finder

import (
	"strings"
	"unicode/utf8"
)

// Factors of a match, compared with an exact one.
const (
	exactFactor  = 1
	prefixFactor = 0.8 // «школ» → «школьный», while typing
	kinFactor    = 0.4 // «мусор» → «мусоровоз»: a longer word with the same beginning
	typoFactor   = 0.4 // «дорга» → «дорога»
)

// Shorter words have too many similar words.
const (
	minKin      = 4 // letters of the stem
	minTypoWord = 5 // letters of the word
	minTypoStem = 4
)

// match is a term that a typed word may mean.
type match struct {
	id     int32
	term   *term
	factor float32
}

// matches returns the terms that a folded word may mean, each once, the most certain
// first. If there is an exact one (proper), longer words only add to it and typing errors
// are not considered. The list is valid until the next call.
func (t *tally) matches(word string, typing bool) (list []match, root string, proper bool) {
	t.list = t.list[:0]
	root, exact, known := t.ix.root(word)
	if known {
		t.mean(exact, exactFactor)
	}
	if typing {
		t.prefixes(word, prefixFactor)
	}
	proper = len(t.list) > 0
	if utf8.RuneCountInString(root) >= minKin {
		t.prefixes(root, kinFactor)
	}
	if !proper && utf8.RuneCountInString(word) >= minTypoWord {
		for _, id := range t.ix.slips().of(root, t.ix) {
			t.mean(id, typoFactor)
		}
	}
	for _, m := range t.list {
		t.meant[m.id] = false
	}
	return t.list, root, proper
}

// mean adds a term unless it is in the list already, with a better match.
func (t *tally) mean(id int32, factor float32) {
	if !t.meant[id] {
		t.meant[id] = true
		t.list = append(t.list, match{id, &t.ix.terms[id], factor})
	}
}

func (t *tally) prefixes(prefix string, factor float32) {
	words := &t.ix.lexicon.words
	for i := words.from(prefix); int(i) < words.len() && strings.HasPrefix(words.at(i), prefix); i++ {
		t.mean(t.ix.termOf[i], factor)
	}
}
