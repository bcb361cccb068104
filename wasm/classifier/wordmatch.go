package classifier

import (
	"math"
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

// saturation is BM25's k1: how soon more of the same word stops counting.
const saturation = 1.2

// tally adds up the scores of docs over the words of one query.
type tally struct {
	score   []float32 // by doc
	covered []int16   // by doc: parts of the query that it holds
	needed  int16     // parts of the query that any doc holds

	// Of the word at hand.
	best    []float32 // by doc: the best way it was found
	holds   []bool    // by doc: counts as holding the word
	touched []int32   // docs with best > 0
	holders int
}

func newTally(docs int) *tally {
	return &tally{
		score: make([]float32, docs), covered: make([]int16, docs),
		best: make([]float32, docs), holds: make([]bool, docs),
	}
}

// addWord scores one folded word. A doc that holds only a kin or a likely
// typo of it holds the word only when nothing holds it properly.
func (ix *Index) addWord(t *tally, word string, typing bool) {
	root := stem(word)
	exact, ok := ix.byTxt[root]
	if !ok {
		exact = -1
	} else {
		t.addTerm(&ix.terms[exact], exactFactor, true)
	}
	if typing {
		ix.addPrefix(t, word, exact, prefixFactor, true)
	}
	if utf8.RuneCountInString(root) >= minKin {
		ix.addPrefix(t, root, exact, kinFactor, t.holders == 0)
	}
	if utf8.RuneCountInString(word) >= minTypoWord {
		ix.addTypos(t, []rune(root), typoFactor, t.holders == 0)
	}
	t.closeWord(len(ix.docs))
}

func (ix *Index) addPrefix(t *tally, prefix string, except int32, factor float32, holds bool) {
	from, _ := slices.BinarySearchFunc(ix.words, prefix, func(w word, p string) int { return strings.Compare(w.text, p) })
	last := except
	for _, w := range ix.words[from:] {
		if !strings.HasPrefix(w.text, prefix) {
			break
		}
		// Forms of one word are neighbours: most repeats are skipped here, the
		// rest do no harm.
		if w.term != except && w.term != last {
			t.addTerm(&ix.terms[w.term], factor, holds)
			last = w.term
		}
	}
}

func (ix *Index) addTypos(t *tally, root []rune, factor float32, holds bool) {
	if len(root) < minTypoStem {
		return
	}
	for i := range ix.terms {
		if r := ix.terms[i].runes; len(r) >= minTypoStem && oneTypo(root, r) {
			t.addTerm(&ix.terms[i], factor, holds)
		}
	}
}

func (t *tally) addTerm(term *term, factor float32, holds bool) {
	for _, p := range term.postings {
		s := factor * p.weight * (saturation + 1) / (p.weight + saturation)
		if t.best[p.doc] == 0 {
			t.touched = append(t.touched, p.doc)
		}
		t.best[p.doc] = max(t.best[p.doc], s)
		if holds && !t.holds[p.doc] {
			t.holds[p.doc] = true
			t.holders++
		}
	}
}

// closeWord weighs the word by how rare it is (BM25's idf) and adds it up.
func (t *tally) closeWord(docs int) {
	if t.holders > 0 {
		t.needed++
	}
	idf := float32(math.Log(1 + (float64(docs-t.holders)+0.5)/(float64(t.holders)+0.5)))
	for _, d := range t.touched {
		t.score[d] += t.best[d] * idf
		if t.holds[d] {
			t.covered[d]++
		}
		t.best[d], t.holds[d] = 0, false
	}
	t.touched, t.holders = t.touched[:0], 0
}
