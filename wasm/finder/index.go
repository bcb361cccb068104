// Package finder finds codes of the classifier by words: what a clerk types, or the text of
// an appeal. It weighs the words of titles and of phrases (static/phrases.tsv), allows for
// typing errors, and learns from the choices of an office.
package finder

import (
	"runtime/debug"
	"strings"
	"sync"

	"rroform/wasm/classifier"
)

// Index finds assignable rows of a table by code and by words. It never changes, so it is
// safe for concurrent use. Its data are in a few long slices without pointers, which are
// fast to build and cost the garbage collector nothing.
type Index struct {
	table    *classifier.Table
	lexicon  *Lexicon
	docs     []doc
	docOf    []int32 // by row
	places   []place // by doc
	themes   int     // number of themes with docs
	gists    []gist
	terms    []term
	termOf   []int32 // by word of the lexicon
	postings []posting
	says     []int32 // by term: the gists that contain it
	habits   *Habits
	prior    []float32 // by doc, see [Habits.prior]
	slips    func() *slips
	tallies  tallies
}

// gist is a phrase of a doc, as needed for the score.
type gist struct {
	doc    int32
	mass   float32 // the sum of the idf of its terms
	phrase int32   // index in the lexicon
}

// term is a stem with the docs and phrases that contain it.
type term struct {
	word     int32 // a word with this stem
	postings span
	says     span
	idf      float32 // its rarity among the docs
}

// span is a part of a slice.
type span struct{ from, to int32 }

// posting holds what a term adds to the score of a doc: BM25F's weighted count, saturated.
type posting struct {
	doc   int32
	worth float32
}

// NewIndex builds the index of the assignable rows of t, by their titles, their parents'
// titles and the phrases of the lexicon, which may be of another edition, or nil. habits may be nil.
func NewIndex(t *classifier.Table, lexicon *Lexicon, habits *Habits) *Index {
	if lexicon == nil {
		lexicon = &Lexicon{}
	}
	return assemble(t, lexicon.For(t), habits)
}

// LoadIndex builds the index from a lexicon that was encoded by [Lexicon.Encode] when
// the program was built, the edition that it was compiled for, and habits (see
// [ParseHabits]).
func LoadIndex(t *classifier.Table, lexicon, habits []byte) (*Index, error) {
	defer restCollector()()
	h, err := ParseHabits(habits)
	if err != nil {
		return nil, err
	}
	l, err := DecodeLexicon(lexicon)
	if err != nil {
		return nil, err
	}
	if l.titles.len() != t.Len() {
		return nil, errLexicon // of another edition
	}
	return assemble(t, l, h), nil
}

// BuildIndex builds the index of an edition that a user has loaded, with the lexicon of
// the built-in one. It takes several times as long as LoadIndex.
func BuildIndex(t *classifier.Table, lexicon, habits []byte) (*Index, error) {
	defer restCollector()()
	h, err := ParseHabits(habits)
	if err != nil {
		return nil, err
	}
	l, err := DecodeLexicon(lexicon)
	if err != nil {
		return nil, err
	}
	return NewIndex(t, l, h), nil
}

// restCollector stops the garbage collector until end is called. Nearly everything that
// is allocated meanwhile stays in use, and in WebAssembly, which has one thread, marking
// it takes as long as building it.
func restCollector() (end func()) {
	rest.mu.Lock()
	defer rest.mu.Unlock()
	if rest.builds++; rest.builds == 1 {
		rest.percent = debug.SetGCPercent(-1)
	}
	return func() {
		rest.mu.Lock()
		defer rest.mu.Unlock()
		if rest.builds--; rest.builds == 0 {
			debug.SetGCPercent(rest.percent)
		}
	}
}

// rest counts the builds under way: the last one starts the collector again.
var rest struct {
	mu      sync.Mutex
	builds  int
	percent int // before the first one
}

// assemble builds the index from a lexicon of the same edition.
func assemble(t *classifier.Table, l *Lexicon, habits *Habits) *Index {
	if habits == nil {
		habits = NewHabits()
	}
	ix := &Index{table: t, lexicon: l, habits: habits}
	ix.addDocs()
	ix.prior = habits.prior(ix, nil)
	ix.addTerms()
	b := newBuilder(ix)
	b.addPostings()
	b.addGists()
	ix.slips = sync.OnceValue(func() *slips { return newSlips(ix) })
	return ix
}

// addTerms sets the term of each word. Words are sorted, so between two words with the
// same stem there are only words that begin with that stem.
func (ix *Index) addTerms() {
	w := &ix.lexicon.words
	ix.termOf, ix.terms = make([]int32, w.len()), make([]term, 0, w.len()*5/8)
	var open []int32 // by length of the stem: its term + 1, as long as words begin with it
	for i := range int32(w.len()) {
		root := w.stem(i)
		if alike := int(w.alike[i]); alike+1 < len(open) {
			clear(open[alike+1:])
		}
		for len(open) <= len(root) {
			open = append(open, 0)
		}
		if open[len(root)] == 0 {
			ix.terms = append(ix.terms, term{word: i})
			open[len(root)] = int32(len(ix.terms))
		}
		ix.termOf[i] = open[len(root)] - 1
	}
}

// root returns the stem of a folded word, and its term if it has one.
func (ix *Index) root(word string) (root string, term int32, known bool) {
	w := &ix.lexicon.words
	if i, known := w.find(word); known {
		return w.stem(i), ix.termOf[i], true
	}
	root = stem(word)
	for i := w.from(root); int(i) < w.len() && strings.HasPrefix(w.at(i), root); i++ {
		if len(w.stem(i)) == len(root) {
			return root, ix.termOf[i], true
		}
	}
	return root, 0, false
}

// stemOf returns the stem of a term.
func (ix *Index) stemOf(id int32) string { return ix.lexicon.words.stem(ix.terms[id].word) }
