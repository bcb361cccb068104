package classifier

import (
	"cmp"
	"slices"
	"strings"
)

// MaxHits is the most that [Index.Search] returns.
const MaxHits = 50

// PathSeparator stands between the titles of [Hit.Path].
const PathSeparator = " › "

// codeWeight puts a typed code above any words beside it.
const codeWeight = 100

// Hit is one row found.
type Hit struct {
	Code  string  `json:"code"`
	Title string  `json:"title"`
	Path  string  `json:"path"`  // titles of the parents from the раздел down; a подвопрос means nothing without
	Score float64 `json:"score"` // comparable within one answer only
}

// Search returns the rows for a combobox, best first, at most limit of them
// (not above [MaxHits], which is also what limit ≤ 0 means). It never returns
// nil and never fails: what cannot be read finds nothing.
//
// It takes a code or a part of one ("0002.0014.0143.03", "143.0389"), a
// question number or its beginning, and words in any order and form; the last
// word may be unfinished while nothing stands after it. Rows that hold all the
// words come first; on equal scores document order decides, which has a вопрос
// before its подвопросы.
func (ix *Index) Search(text string, limit int) []Hit {
	if limit <= 0 || limit > MaxHits {
		limit = MaxHits
	}
	q := parseQuery(text)
	t := newTally(len(ix.docs))
	if len(q.code) > 0 {
		ix.addCode(t, q.code)
	}
	for i, w := range q.words {
		ix.addWord(t, w, q.typing && i == len(q.words)-1)
	}
	found := t.ranked()
	hits := make([]Hit, 0, min(limit, len(found)))
	for _, d := range found[:cap(hits)] {
		hits = append(hits, ix.hit(d, t.score[d]))
	}
	return hits
}

func (ix *Index) addCode(t *tally, typed []string) {
	any := false
	for i := range ix.docs {
		if fit := ix.docs[i].codeFit(typed); fit > fitNone {
			t.score[i] += codeWeight * float32(fit)
			t.covered[i]++
			any = true
		}
	}
	if any {
		t.needed++
	}
}

// ranked returns the docs that were found, best first.
func (t *tally) ranked() []int32 {
	var found []int32
	for d, s := range t.score {
		if s > 0 {
			found = append(found, int32(d))
		}
	}
	slices.SortFunc(found, func(a, b int32) int {
		if all := t.covered[a] == t.needed; all != (t.covered[b] == t.needed) {
			if all {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(t.score[b], t.score[a]), cmp.Compare(a, b))
	})
	return found
}

func (ix *Index) hit(d int32, score float32) Hit {
	r := ix.table.rows[ix.docs[d].row]
	var titles []string
	for _, i := range ix.table.ancestors(r.Code) {
		titles = append(titles, ix.table.rows[i].Title)
	}
	return Hit{Code: r.Code, Title: r.Title, Path: strings.Join(titles, PathSeparator), Score: float64(score)}
}
