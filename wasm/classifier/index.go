package classifier

import (
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/kljensen/snowball/russian"
)

// Index finds assignable rows of a table by code and by words. It does not
// change after [NewIndex], so it may be searched from several goroutines.
type Index struct {
	table   *Table
	docs    []doc
	themes  int // how many themes the docs are in
	phrases []phrase
	terms   []term
	byCode  map[string]int32 // code → doc
	byTxt   map[string]int32 // stem → its place in terms
	words   []word           // sorted by text, for prefixes
	tallies sync.Pool
}

// doc is an assignable row; docs keep document order.
type doc struct {
	row    int32
	head   int32                    // the doc of its вопрос, itself for a вопрос
	theme  int32                    // number of its theme
	groups [LevelSubquestion]string // of the code; "" where it has fewer
}

// phrase is an everyday phrase with its stems.
type phrase struct {
	doc   int32
	text  string
	terms []int32
	mass  float32 // the idf of its terms together
}

// term is a stem with the docs and phrases it stands in.
type term struct {
	text     string
	runes    []rune // of text, for typos
	postings []posting
	phrases  []int32
	idf      float32 // how rare it is among the docs
}

// posting holds what a term adds to a doc: BM25F's weighted count, saturated.
type posting struct {
	doc   int32
	worth float32
}

// word is a folded word as the texts have it, with its term.
type word struct {
	text string
	term int32
}

// NewIndex builds the search over the rows of t that are assignable, by their
// titles, their parents' titles and what people say.
func NewIndex(t *Table, phrases Phrases) *Index {
	ix := &Index{table: t, byTxt: map[string]int32{}, byCode: map[string]int32{}}
	ix.addDocs()
	b := builder{ix: ix, words: map[string]int32{}, texts: map[string][]int32{}}
	fields := t.fields(phrases)
	b.read(fields)
	b.weigh(fields)
	b.addPhrases(phrases)
	for text, id := range b.words {
		ix.words = append(ix.words, word{text, id})
	}
	ix.weighTerms()
	ix.tallies.New = func() any { return newTally(ix) }
	slices.SortFunc(ix.words, func(a, b word) int { return strings.Compare(a.text, b.text) })
	return ix
}

func (ix *Index) addDocs() {
	heads, themes := map[string]int32{}, map[string]int32{}
	for i, r := range ix.table.rows {
		if !r.Assignable() {
			continue
		}
		d := doc{row: int32(i), head: int32(len(ix.docs))}
		copy(d.groups[:], strings.Split(r.Code, "."))
		if r.Level == LevelQuestion {
			heads[r.Code] = d.head
		} else if head, ok := heads[r.Parent]; ok {
			d.head = head
		}
		theme := strings.Join(d.groups[:LevelTheme], ".")
		if _, known := themes[theme]; !known {
			themes[theme] = int32(len(themes))
		}
		d.theme = themes[theme]
		ix.byCode[r.Code] = int32(len(ix.docs))
		ix.docs = append(ix.docs, d)
	}
	ix.themes = len(themes)
}

// weighTerms works out BM25's idf of each term, and what each phrase weighs.
func (ix *Index) weighTerms() {
	n := float64(len(ix.docs))
	for i := range ix.terms {
		postings := ix.terms[i].postings
		for j := range postings {
			p := &postings[j]
			p.worth *= (saturation + 1) / (p.worth + saturation)
		}
		df := float64(len(postings))
		ix.terms[i].idf = float32(math.Log(1 + (n-df+0.5)/(df+0.5)))
	}
	for i := range ix.phrases {
		p := &ix.phrases[i]
		for _, id := range p.terms {
			p.mass += ix.terms[id].idf
		}
	}
}

// builder holds what only the building needs. The same words and the same
// parents' titles come again and again, so both are stemmed once.
type builder struct {
	ix    *Index
	words map[string]int32
	texts map[string][]int32
	lists [][][]int32 // field → doc → its terms
	mean  []float64   // field → mean length of the texts that are not empty
}

func (b *builder) read(fields []field) {
	b.lists = make([][][]int32, len(fields))
	b.mean = make([]float64, len(fields))
	for f, field := range fields {
		b.lists[f] = make([][]int32, len(b.ix.docs))
		sum, n := 0, 0
		for d, doc := range b.ix.docs {
			terms := b.termsOf(field.text(b.ix.table.rows[doc.row]))
			b.lists[f][d] = terms
			if len(terms) > 0 {
				sum, n = sum+len(terms), n+1
			}
		}
		b.mean[f] = float64(sum) / float64(max(n, 1))
	}
}

func (b *builder) termsOf(text string) []int32 {
	if terms, ok := b.texts[text]; ok {
		return terms
	}
	var terms []int32
	for w := range strings.FieldsSeq(Fold(text)) {
		id, ok := b.words[w]
		if !ok {
			id = b.ix.termID(stem(w))
			b.words[w] = id
		}
		terms = append(terms, id)
	}
	b.texts[text] = terms
	return terms
}

func (ix *Index) termID(text string) int32 {
	id, ok := ix.byTxt[text]
	if !ok {
		id = int32(len(ix.terms))
		ix.byTxt[text] = id
		ix.terms = append(ix.terms, term{text: text, runes: []rune(text)})
	}
	return id
}

func (b *builder) weigh(fields []field) {
	for d := range b.ix.docs {
		for f, field := range fields {
			terms := b.lists[f][d]
			one := float32(field.weight / (1 - field.norm + field.norm*float64(len(terms))/b.mean[f]))
			for _, id := range terms {
				t := &b.ix.terms[id]
				if n := len(t.postings); n > 0 && t.postings[n-1].doc == int32(d) {
					t.postings[n-1].worth += one
				} else {
					t.postings = append(t.postings, posting{int32(d), one})
				}
			}
		}
	}
}

func (b *builder) addPhrases(phrases Phrases) {
	for d, doc := range b.ix.docs {
		for _, text := range phrases.Of(b.ix.table.rows[doc.row]) {
			n := int32(len(b.ix.phrases))
			p := phrase{doc: int32(d), text: text}
			for w := range strings.FieldsSeq(Fold(text)) {
				id := b.words[w] // it stands in the field of phrases
				if russian.IsStopWord(w) || slices.Contains(p.terms, id) {
					continue
				}
				p.terms = append(p.terms, id)
				b.ix.terms[id].phrases = append(b.ix.terms[id].phrases, n)
			}
			b.ix.phrases = append(b.ix.phrases, p)
		}
	}
}
