package register

import (
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/query"
)

// text is what words are looked for in, and what names are sorted by: name
// first, fields apart by line breaks. It is folded when it is first wanted: at
// the start that would cost more than all else.
func (f *Record) text() string {
	if f.folded == "" {
		f.folded = query.Fold(searchText(&f.Appeal))
	}
	return f.folded
}

// nameKey is the folded name of the applicant.
func (f *Record) nameKey() string {
	name, _, _ := strings.Cut(f.text(), query.FieldBreak)
	return name
}

// rank says how well a number that was typed fits the record.
func (f *Record) rank(w *query.Words) query.Rank {
	_, others, _ := strings.Cut(f.text(), query.FieldBreak)
	number, others, _ := strings.Cut(others, query.FieldBreak)
	return w.Rank(number, others)
}

// best puts the records first that a typed number fits better.
func best(w *query.Words, list []*Record) []*Record {
	if !w.Ranked() {
		return list
	}
	return query.ByRank(list, func(f *Record) query.Rank { return f.rank(w) })
}

func searchText(ap *appeal.Appeal) []string {
	parts := []string{ap.Name, ap.Number, ap.Address, ap.Email}
	for i := range ap.Questions {
		q := &ap.Questions[i]
		row, _ := appeal.StatusOf(q.Status)
		parts = append(parts, q.Code, row.Label)
		for _, t := range q.Transfers {
			parts = append(parts, t.DepartmentName, t.TransferNumber)
		}
	}
	return parts
}
