package classifier

import (
	"math"
	"runtime/debug"
)

// Index finds assignable rows of a table by code and by words. It does not
// change after [NewIndex], so it may be searched from several goroutines.
type Index struct {
	table   *Table
	lexicon *Lexicon
	docs    []doc
	places  []place // by doc
	themes  int     // how many themes the docs are in
	phrases []phrase
	gists   []gist // by phrase
	terms   []term
	byCode  map[string]int32 // code → doc
	byTxt   map[string]int32 // stem → its place in terms
	words   []word           // sorted by text, for prefixes
	slips   slips
	tallies tallies
}

// doc is an assignable row; docs keep document order.
type doc struct {
	row    int32
	path   string                   // titles of the rows above
	groups [LevelSubquestion]string // of the code; "" where it has fewer
}

// place is where a doc stands. Every search reads many, so they lie close
// together, as the gists do.
type place struct {
	head  int32 // the doc of its вопрос, itself for a вопрос
	theme int32 // number of its theme
}

// gist is what the score needs of a phrase.
type gist struct {
	doc  int32
	mass float32 // the idf of its terms together
}

// phrase is an everyday phrase with its stems.
type phrase struct {
	tokens []int32 // of the lexicon
	terms  []int32 // without repeats and stop words
}

// term is a stem with the docs and phrases it stands in.
type term struct {
	text     string
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
// titles, their parents' titles and what people say. The lexicon may be nil.
func NewIndex(t *Table, lexicon *Lexicon) *Index {
	if lexicon == nil {
		lexicon = &Lexicon{}
	}
	stems := len(lexicon.words) * 2 / 3 // hardly more
	ix := &Index{table: t, lexicon: lexicon,
		terms: make([]term, 0, stems), byTxt: make(map[string]int32, stems), byCode: make(map[string]int32, t.Len()),
		docs: make([]doc, 0, t.Len())}
	ix.addDocs()
	newBuilder(ix).build()
	ix.weighTerms()
	ix.slips = newSlips(ix.terms)
	return ix
}

// LoadIndex builds the search with a lexicon as [Lexicon.Encode] wrote it. The
// garbage collector rests meanwhile: nearly all of the 12 MB stays, and in
// wasm, where it has no thread of its own, marking them takes as long as the
// building.
func LoadIndex(t *Table, lexicon []byte) (*Index, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	l, err := DecodeLexicon(lexicon)
	if err != nil {
		return nil, err
	}
	return NewIndex(t, l), nil
}

func (ix *Index) addDocs() {
	heads, themes, paths := map[string]int32{}, map[string]int32{}, map[string]string{}
	for i, r := range ix.table.rows {
		if !r.Assignable() {
			continue
		}
		d, at := doc{row: int32(i)}, place{head: int32(len(ix.docs))}
		for n, from := 0, 0; from < len(r.Code); n, from = n+1, from+groupLen+1 {
			d.groups[n] = r.Code[from : from+groupLen]
		}
		if r.Level == LevelQuestion {
			heads[r.Code] = at.head
		} else if head, ok := heads[r.Parent]; ok {
			at.head = head
		}
		theme := r.Code[:LevelTheme*(groupLen+1)-1]
		if _, known := themes[theme]; !known {
			themes[theme] = int32(len(themes))
		}
		at.theme = themes[theme]
		path, known := paths[r.Parent]
		if !known {
			path = ix.table.pathText(r.Code)
			paths[r.Parent] = path
		}
		d.path = path
		ix.byCode[r.Code] = int32(len(ix.docs))
		ix.docs = append(ix.docs, d)
		ix.places = append(ix.places, at)
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
		g := &ix.gists[i]
		for _, id := range ix.phrases[i].terms {
			g.mass += ix.terms[id].idf
		}
	}
}
