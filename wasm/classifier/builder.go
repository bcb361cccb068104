package classifier

import (
	"slices"
	"strings"
)

// builder holds what only the building of an index needs. The same words and
// the same parents' titles come again and again, so both are read once.
type builder struct {
	ix     *Index
	words  map[string]int32   // folded word → term
	texts  map[string][]int32 // text → its terms
	tokens [][]int32          // token of the lexicon → its terms
	said   map[string][][]int32
	lists  [][][]int32 // field → doc → its terms
}

func newBuilder(ix *Index) *builder {
	n := len(ix.lexicon.tokens)
	b := &builder{ix: ix, words: make(map[string]int32, n), texts: map[string][]int32{}, tokens: make([][]int32, n), said: map[string][][]int32{}}
	for _, s := range ix.lexicon.said {
		b.said[s.code] = s.phrases
	}
	return b
}

func (b *builder) build() {
	fields := b.ix.table.fields()
	for _, f := range fields {
		list := make([][]int32, len(b.ix.docs))
		for d, doc := range b.ix.docs {
			list[d] = b.termsOf(f.text(b.ix.table.rows[doc.row]))
		}
		b.lists = append(b.lists, list)
	}
	b.lists = append(b.lists, b.addPhrases())
	b.weigh(append(fields, spokenField))
	for text, id := range b.words {
		b.ix.words = append(b.ix.words, word{text, id})
	}
	slices.SortFunc(b.ix.words, func(a, b word) int { return strings.Compare(a.text, b.text) })
}

func (b *builder) termsOf(text string) []int32 {
	if terms, ok := b.texts[text]; ok {
		return terms
	}
	var terms []int32
	for w := range strings.FieldsSeq(Fold(text)) {
		terms = append(terms, b.termOf(w))
	}
	b.texts[text] = terms
	return terms
}

func (b *builder) termOf(word string) int32 {
	id, known := b.words[word]
	if !known {
		id = b.ix.termID(b.ix.lexicon.stem(word))
		b.words[word] = id
	}
	return id
}

func (ix *Index) termID(text string) int32 {
	id, ok := ix.byTxt[text]
	if !ok {
		id = int32(len(ix.terms))
		ix.byTxt[text] = id
		ix.terms = append(ix.terms, term{text: text})
	}
	return id
}

// addPhrases puts the phrases into the index and returns what the docs have of
// them together, as one more field.
func (b *builder) addPhrases() [][]int32 {
	list := make([][]int32, len(b.ix.docs))
	for d, doc := range b.ix.docs {
		r := &b.ix.table.rows[doc.row]
		list[d] = b.addSaid(list[d], int32(d), b.said[r.Code])
		if r.Level == LevelSubquestion {
			list[d] = b.addSaid(list[d], int32(d), b.said[anyQuestion+r.Code[len(r.Parent)+1:]])
		}
	}
	return list
}

func (b *builder) addSaid(all []int32, d int32, phrases [][]int32) []int32 {
	for _, tokens := range phrases {
		p := phrase{doc: d, tokens: tokens}
		for _, token := range tokens {
			for i, id := range b.tokenTerms(token) {
				all = append(all, id)
				if isStop(b.ix.lexicon.tokens[token].words[i].text) || slices.Contains(p.terms, id) {
					continue
				}
				p.terms = append(p.terms, id)
				b.ix.terms[id].phrases = append(b.ix.terms[id].phrases, int32(len(b.ix.phrases)))
			}
		}
		b.ix.phrases = append(b.ix.phrases, p)
	}
	return all
}

func (b *builder) tokenTerms(token int32) []int32 {
	if b.tokens[token] == nil {
		terms := []int32{}
		for _, w := range b.ix.lexicon.tokens[token].words {
			terms = append(terms, b.termOf(w.text))
		}
		b.tokens[token] = terms
	}
	return b.tokens[token]
}

// weigh fills the postings, doc by doc, so that they stand in order.
func (b *builder) weigh(fields []field) {
	mean := make([]float64, len(fields))
	for f := range fields {
		sum, n := 0, 0
		for _, terms := range b.lists[f] {
			if len(terms) > 0 {
				sum, n = sum+len(terms), n+1
			}
		}
		mean[f] = float64(sum) / float64(max(n, 1))
	}
	for d := range b.ix.docs {
		for f, field := range fields {
			terms := b.lists[f][d]
			one := float32(field.weight / (1 - field.norm + field.norm*float64(len(terms))/mean[f]))
			for _, id := range terms {
				b.ix.terms[id].add(int32(d), one)
			}
		}
	}
}

// add counts a word of a doc that is the last so far.
func (t *term) add(doc int32, worth float32) {
	if n := len(t.postings); n == 0 || t.postings[n-1].doc != doc {
		t.postings = append(t.postings, posting{doc: doc})
	}
	t.postings[len(t.postings)-1].worth += worth
}
