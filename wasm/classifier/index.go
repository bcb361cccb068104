package classifier

import (
	"slices"
	"strings"
)

// Index finds assignable rows of a table by code and by words. It does not
// change after [NewIndex], so it may be searched from several goroutines.
type Index struct {
	table *Table
	docs  []doc
	terms []term
	byTxt map[string]int32 // stem → its place in terms
	words []word           // sorted by text, for prefixes
}

// doc is an assignable row; docs keep document order.
type doc struct {
	row    int32
	groups [LevelSubquestion]string // of the code; "" where it has fewer
}

// term is a stem with the docs it stands in.
type term struct {
	text     string
	runes    []rune // of text, for typos
	postings []posting
}

// posting holds what a term adds to a doc: BM25F's weighted count.
type posting struct {
	doc    int32
	weight float32
}

// word is a folded word as the texts have it, with its term.
type word struct {
	text string
	term int32
}

// NewIndex builds the search over the rows of t that are assignable. Without
// fields it takes those of [Table.Fields].
func NewIndex(t *Table, fields ...Field) *Index {
	if len(fields) == 0 {
		fields = t.Fields()
	}
	ix := &Index{table: t, byTxt: map[string]int32{}}
	for i, r := range t.rows {
		if r.Assignable() {
			d := doc{row: int32(i)}
			copy(d.groups[:], strings.Split(r.Code, "."))
			ix.docs = append(ix.docs, d)
		}
	}
	b := builder{ix: ix, words: map[string]int32{}, texts: map[string][]int32{}}
	b.read(fields)
	b.weigh(fields)
	for text, id := range b.words {
		ix.words = append(ix.words, word{text, id})
	}
	slices.SortFunc(ix.words, func(a, b word) int { return strings.Compare(a.text, b.text) })
	return ix
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

func (b *builder) read(fields []Field) {
	b.lists = make([][][]int32, len(fields))
	b.mean = make([]float64, len(fields))
	for f, field := range fields {
		b.lists[f] = make([][]int32, len(b.ix.docs))
		sum, n := 0, 0
		for d, doc := range b.ix.docs {
			terms := b.termsOf(field.Text(b.ix.table.rows[doc.row]))
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

func (b *builder) weigh(fields []Field) {
	for d := range b.ix.docs {
		for f, field := range fields {
			terms := b.lists[f][d]
			one := float32(field.Weight / (1 - field.Norm + field.Norm*float64(len(terms))/b.mean[f]))
			for _, id := range terms {
				t := &b.ix.terms[id]
				if n := len(t.postings); n > 0 && t.postings[n-1].doc == int32(d) {
					t.postings[n-1].weight += one
				} else {
					t.postings = append(t.postings, posting{int32(d), one})
				}
			}
		}
	}
}
