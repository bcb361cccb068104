package register

import (
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/query"
)

// text returns the folded text for the search and for the order of names: the name first, then the number and the
// other fields, separated by [query.FieldBreak]. It is computed at first use: for all records at the start it would
// take longer than everything else.
func (rec *Record) text() string {
	if rec.folded == "" {
		rec.folded = query.Fold(searchText(&rec.Appeal))
	}
	return rec.folded
}

func (rec *Record) nameKey() string {
	name, _, _ := strings.Cut(rec.text(), query.FieldBreak)
	return name
}

// rank returns how well the record matches a number that was typed.
func (rec *Record) rank(w *query.Words) query.Rank {
	_, others, _ := strings.Cut(rec.text(), query.FieldBreak)
	number, others, _ := strings.Cut(others, query.FieldBreak)
	return w.Rank(number, others)
}

// best puts the best matches of a typed number first.
func best(w *query.Words, list []*Record) []*Record {
	if !w.Ranked() {
		return list
	}
	return query.ByRank(list, func(rec *Record) query.Rank { return rec.rank(w) })
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
