package classifier

import (
	"errors"
	"fmt"
	"strings"
)

// Renewal is the changes in a new edition.
type Renewal struct {
	Table    *Table // the new edition; codes that it lacks are marked as retired
	Added    []Row
	Gone     []Row      // retired by the new edition
	Retitled []Retitled // by more than case, spaces and punctuation
	Remarks  []string   // in Russian: what is unusual
}

// Retitled is a code with a changed title.
type Retitled struct {
	Row
	Was string
}

// unnamed is the title of a row that has none in either edition.
const unnamed = "(название не указано)"

// ErrNoQuestions means that an edition has no code that an appeal can have.
var ErrNoQuestions = errors.New("classifier: no code of a question")

// Renew makes a new edition from entries. Codes that only the old edition has are kept as
// retired. Missing parents are taken from the old edition.
func Renew(old *Table, list []Entry, edition string) (*Renewal, error) {
	r := &Renewal{}
	b := &tsvBuilder{has: map[string]bool{}}
	titles := map[string]string{}
	for _, e := range list {
		titles[e.Code] = e.Title
	}
	for _, e := range list {
		for n := 1; n < levelOf(e.Code); n++ {
			parent := e.Code[:n*(GroupLen+1)-1]
			if b.has[parent] {
				continue
			}
			title, stated := titles[parent]
			if row, ok := old.Row(parent); !stated && ok {
				title = row.Title
			} else if !stated {
				title = unnamed
				r.Remarks = append(r.Remarks, fmt.Sprintf("Для кода %s в файле нет верхнего уровня %s", e.Code, parent))
			}
			b.row(parent, title, false)
		}
		b.row(e.Code, e.Title, e.Retired)
	}
	for row := range old.All() {
		if !b.has[row.Code] {
			b.row(row.Code, row.Title, true)
		}
	}
	t, err := Parse([]byte(b.text.String()), edition)
	if err != nil {
		return nil, err
	}
	r.Table = t
	r.compare(old)
	if !t.anyAssignable() {
		return nil, ErrNoQuestions
	}
	return r, nil
}

type tsvBuilder struct {
	text strings.Builder
	has  map[string]bool
}

// WriteEntries returns entries in a format that [Entries] reads.
func WriteEntries(list []Entry) string {
	b := &tsvBuilder{has: map[string]bool{}}
	for _, e := range list {
		b.row(e.Code, e.Title, e.Retired)
	}
	return b.text.String()
}

func (b *tsvBuilder) row(code, title string, retired bool) {
	if b.has[code] {
		return
	}
	if len(b.has) == 0 {
		b.text.WriteString("code\ttitle\tretired\n")
	}
	b.has[code] = true
	mark := ""
	if retired {
		mark = "1"
	}
	b.text.WriteString(code + "\t" + strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(title) + "\t" + mark +
		"\n")
}

func (r *Renewal) compare(old *Table) {
	for row := range r.Table.All() {
		was, known := old.Row(row.Code)
		switch {
		case !row.Retired && (!known || was.Retired):
			r.Added = append(r.Added, row)
		case row.Retired && known && !was.Retired:
			r.Gone = append(r.Gone, row)
		case known && Fold(was.Title) != Fold(row.Title):
			r.Retitled = append(r.Retitled, Retitled{row, was.Title})
		}
	}
}

func (t *Table) anyAssignable() bool {
	for _, row := range t.Rows {
		if row.Assignable() {
			return true
		}
	}
	return false
}

// TSV returns the table in the format that [Parse] reads.
func (t *Table) TSV() []byte {
	b := &tsvBuilder{has: map[string]bool{}}
	for _, row := range t.Rows {
		b.row(row.Code, row.Title, row.Retired)
	}
	return []byte(b.text.String())
}
