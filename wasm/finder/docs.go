package finder

import "rroform/wasm/classifier"

// doc is an assignable row. Docs are in document order.
type doc struct {
	row    int32
	path   string                              // titles of the rows above
	groups [classifier.LevelSubquestion]string // of the code; "" if it has fewer
}

// place is the place of a doc in the tree. Every search reads many, so they are in one
// slice, as are the gists.
type place struct {
	head  int32 // the doc of its question, itself for a question
	theme int32 // index of its theme
}

// anyQuestionKey returns the «*.» key of a подвопрос (see [Phrases]), "" for other rows.
func anyQuestionKey(r *classifier.Row) string {
	if r.Level != classifier.LevelSubquestion {
		return ""
	}
	return anyQuestion + r.Code[len(r.Parent)+1:]
}

// addDocs creates the docs and sets the doc of each row, -1 = none.
func (ix *Index) addDocs() {
	t := ix.table
	ix.docs, ix.places = make([]doc, 0, t.Len()), make([]place, 0, t.Len())
	ix.docOf = make([]int32, t.Len())
	themes, paths := make([]int32, t.Len()), make([]string, t.Len()) // by row; index + 1
	for i := range t.Rows {
		r := &t.Rows[i]
		ix.docOf[i] = -1
		if !r.Assignable() {
			continue
		}
		d, above := doc{row: int32(i)}, t.Parents[i]
		for n, from := 0, 0; from < len(r.Code); n, from = n+1, from+classifier.GroupLen+1 {
			d.groups[n] = r.Code[from : from+classifier.GroupLen]
		}
		at := place{head: int32(len(ix.docs))}
		theme := above
		if r.Level == classifier.LevelSubquestion {
			theme = t.Parents[above]
			if head := ix.docOf[above]; head >= 0 {
				at.head = head
			}
		}
		if themes[theme] == 0 {
			ix.themes++
			themes[theme] = int32(ix.themes)
		}
		at.theme = themes[theme] - 1
		if paths[above] == "" {
			paths[above] = t.PathText(r.Code)
		}
		d.path = paths[above]
		ix.docOf[i] = int32(len(ix.docs))
		ix.docs = append(ix.docs, d)
		ix.places = append(ix.places, at)
	}
}
