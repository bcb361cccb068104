// Package classifier contains the thematic classifier of appeals: the table of codes of
// one edition ([Table]), the meaning of a typed or imported code ([Table.Resolve]), the
// search for codes by words ([Index.Search]), and reading newer editions ([Entries]). The
// caller passes the rows in, so that a newer edition can be loaded. Tables and indexes
// never change after they are made and are safe for concurrent use.
//
// Facts about codes and editions are in static/CLASSIFIER.md.
package classifier

import "iter"

// Levels of a [Row]: the number of four-digit groups in its code. Appeals get codes of
// questions and subquestions only; the levels above serve navigation.
const (
	LevelSection     = 1 // раздел
	LevelSubject     = 2 // тематика
	LevelTheme       = 3 // тема
	LevelQuestion    = 4 // вопрос
	LevelSubquestion = 5 // подвопрос
)

// Row is one entry of the classifier.
type Row struct {
	Code    string `json:"code"`  // canonical: "0003.0009.0099", no zero groups at the end
	Title   string `json:"title"` // the official text, including misprints and double spaces
	Parent  string `json:"parent"`
	Level   int    `json:"level"`   // LevelSection…LevelSubquestion
	Retired bool   `json:"retired"` // shown on old appeals, not offered for new ones
	Note    string `json:"note"`    // a footnote in Russian; mostly empty
}

// Assignable reports whether new appeals can get the code: it is that of a question or
// subquestion and is not retired.
func (r Row) Assignable() bool { return r.Level >= LevelQuestion && !r.Retired }

// Table is one edition. It does not change after [Parse].
type Table struct {
	edition  string
	Rows     []Row
	Parents  []int32 // by row; -1 = a section
	ByCode   map[string]int32
	byNumber func() map[string][]int32 // question number → codes with it, level 4 only
}

// Edition returns the name of the edition that was passed to [Parse].
func (t *Table) Edition() string { return t.edition }

// Len returns the number of rows of all levels.
func (t *Table) Len() int { return len(t.Rows) }

// All iterates over the rows of all levels in document order.
func (t *Table) All() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, r := range t.Rows {
			if !yield(r) {
				return
			}
		}
	}
}

// Row returns the row of a code, and false if there is none. The code must be canonical,
// but may end with zero groups ("0003.0009.0099.0000"). For typed codes use
// [Table.Resolve].
func (t *Table) Row(code string) (Row, bool) {
	if i, ok := t.ByCode[trimZeroGroups(code)]; ok {
		return t.Rows[i], true
	}
	return Row{}, false
}

// add adds a row and reports whether its code is new.
func (t *Table) add(r Row, parent int32) bool {
	t.ByCode[r.Code] = int32(len(t.Rows))
	t.Rows, t.Parents = append(t.Rows, r), append(t.Parents, parent)
	return len(t.ByCode) == len(t.Rows)
}

func (t *Table) numbers() map[string][]int32 {
	rows := map[string][]int32{}
	for i, r := range t.Rows {
		if r.Level == LevelQuestion {
			n := r.Code[len(r.Parent)+1:]
			rows[n] = append(rows[n], int32(i))
		}
	}
	return rows
}

func (t *Table) pick(rows []int32) []Row {
	out := make([]Row, len(rows))
	for i, n := range rows {
		out[i] = t.Rows[n]
	}
	return out
}
