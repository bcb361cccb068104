package finder

import "slices"

// MaxHits is how many hits [Index.Search] returns at most.
const MaxHits = 30

// codeWeight makes a typed code count more than any words next to it.
const codeWeight = 100

// Hit is one found row.
type Hit struct {
	Code  string  `json:"code"`
	Title string  `json:"title"`
	Path  string  `json:"path"`  // titles of the parents from the раздел down; a подвопрос means nothing without
	Score float64 `json:"score"` // comparable only within one result
	// Phrase is the best matching everyday phrase, "" = only titles match.
	Phrase string `json:"phrase,omitempty"`
	// Usual reports that the hit stands so high because specialists often choose the code.
	Usual bool `json:"usual,omitempty"`
	// Chosen is the words for which this office chose the code before.
	Chosen string `json:"chosen,omitempty"`
}

// Search returns the rows for a combobox, best first, at most limit (limit ≤ 0 means
// [MaxHits], which is also the maximum). It never returns nil.
//
// The text may be a code or a part of one ("0002.0014.0143.03", "143.0389"), a
// question number or its beginning, and words in any order and form; the last word may be
// incomplete if nothing follows it. Rows that contain all the words come first; on equal
// scores document order decides, in which a question precedes its subquestions
// (subquestions). learned may be nil.
func (ix *Index) Search(text string, limit int, learned *Learned) []Hit {
	if limit <= 0 || limit > MaxHits {
		limit = MaxHits
	}
	q := parseQuery(text)
	t := ix.tallies.take(ix)
	defer ix.tallies.giveBack(t)
	for i, w := range q.words {
		t.add(w, q.typing && i == len(q.words)-1)
	}
	t.speak()
	t.sumUp()
	if learned != nil {
		t.recall(learned, q.words)
	}
	prior := ix.prior
	if learned != nil {
		prior = learned.prior
	}
	t.addHabit(prior, t.inherit())
	if len(q.code) > 0 {
		t.addCode(q.code)
	}
	docs := t.ranked(limit)
	if len(q.code) == 0 {
		docs = ix.spread(docs)
	}
	return ix.hits(docs, t)
}

// spread lets only the best doc of each question be among the first hits: the others follow
// behind them.
func (ix *Index) spread(docs []int32) []int32 {
	first, rest := make([]int32, 0, len(docs)), []int32(nil)
	for i, d := range docs {
		if len(first) == SuggestedCodes {
			return append(append(first, rest...), docs[i:]...)
		}
		same := func(other int32) bool { return ix.places[other].head == ix.places[d].head }
		if slices.ContainsFunc(first, same) {
			rest = append(rest, d)
		} else {
			first = append(first, d)
		}
	}
	return append(first, rest...)
}

func (t *tally) addCode(typed []string) {
	for d := range t.ix.docs {
		if fit := t.ix.docs[d].codeFit(typed); fit > fitNone {
			t.give(int32(d), codeWeight*float32(fit))
		}
	}
}

// hits returns the hits for docs. All their phrases are parts of one string: allocating
// fifty small ones would take longer than the search.
func (ix *Index) hits(docs []int32, t *tally) []Hit {
	text := t.text[:0]
	ends := make([]int, len(docs))
	for i, d := range docs {
		if why := t.sums[d].why; why > 0 {
			text = ix.lexicon.appendText(text, ix.gists[why-1].phrase)
		}
		ends[i] = len(text)
	}
	t.text = text
	all, from := string(text), 0
	below := make([]float32, len(docs)) // the best score by words among the hits that follow
	for i := len(docs) - 2; i >= 0; i-- {
		below[i] = max(below[i+1], t.sums[docs[i+1]].words)
	}
	hits := make([]Hit, len(docs))
	for i, d := range docs {
		doc, s := &ix.docs[d], &t.sums[d]
		r := &ix.table.Rows[doc.row]
		hits[i] = Hit{Code: r.Code, Title: r.Title, Path: doc.path, Score: float64(s.score),
			Phrase: all[from:ends[i]], Usual: s.words > 0 && s.words < below[i]}
		from = ends[i]
		if len(t.remembered) > 0 {
			hits[i].Chosen = t.remembered[r.Code].Words
		}
	}
	return hits
}
