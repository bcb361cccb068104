package tables

import (
	"fmt"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/incoming"
	"rroform/wasm/rules"
	"rroform/wasm/table"
)

// PreviewRow is a row of the table with what the import does with it. Row counts from 1.
type PreviewRow struct {
	Row      int                  `json:"row"`
	Number   string               `json:"number"`
	State    TableState           `json:"state"`
	Newer    bool                 `json:"newer"` // changes an appeal of the register
	Cells    []string             `json:"cells"`
	Findings []CellFinding        `json:"findings"`
	Changes  []appeal.FieldChange `json:"changes"` // if Newer: the changes
}

// CellFinding is a finding about a cell; Column counts from 0, -1 = the whole row.
type CellFinding struct {
	Column int          `json:"column"`
	Level  appeal.Level `json:"level"`
	Text   string       `json:"text"`
	Hint   string       `json:"hint"`
}

// addRows adds the rows of an appeal to the preview, each finding at the cell that its field was read
// from. like has the values that all these rows share.
func (p *prepared) addRows(t *Table, m *table.Made, like PreviewRow, found []rules.Finding, pair *incoming.Pairing) {
	at := map[int]int{}
	for _, r := range m.Rows {
		row := like
		row.Row = r + 1
		at[r] = len(p.rows)
		p.rows = append(p.rows, row)
	}
	for _, f := range found {
		r, column := m.Place(f.Field, &t.mapping)
		row := &p.rows[at[r]]
		text := f.Text
		if label := appeal.Label(f.Field); column < 0 &&
			!strings.Contains(classifier.Fold(text), classifier.Fold(label)) {
			text = label + ": " + text
		}
		row.Findings = append(row.Findings, CellFinding{column, f.Level, text, f.Hint})
	}
	for _, left := range m.Told {
		row := &p.rows[at[left.Row]]
		row.Findings = append(row.Findings, CellFinding{left.Column, appeal.Warning, left.Text, left.Hint})
	}
	if like.State != RowConflict && !like.Newer {
		return
	}
	for _, c := range pair.Changes {
		r, column := m.Place(c.Field, &t.mapping)
		if _, there := at[r]; !there {
			r = m.Rows[0]
		}
		row := &p.rows[at[r]]
		if like.Newer {
			row.Changes = append(row.Changes, c)
			continue
		}
		row.Findings = append(row.Findings,
			CellFinding{column, appeal.Warning,
				fmt.Sprintf("В реестре «%s»: %s.", appeal.Label(c.Field), orNothing(c.From)),
				"Строка не будет загружена."})
	}
}

func orNothing(s string) string {
	if s == "" {
		return "пусто"
	}
	return s
}

// addRefused adds the rows from which no appeal was made.
func (p *prepared) addRefused(t *Table, made *table.Result) {
	at := map[int]int{}
	number := func(row int) string {
		for _, field := range []string{table.Number, table.Outgoing} {
			for _, c := range t.mapping.Feeds(field) {
				if cell := t.sheet.Cell(row, c); cell != "" {
					return cell
				}
			}
		}
		return ""
	}
	for _, r := range made.Refused {
		i, there := at[r.Row]
		if !there {
			i, at[r.Row] = len(p.rows), len(p.rows)
			p.rows = append(p.rows, PreviewRow{Row: r.Row + 1, Number: number(r.Row), State: RowRefused})
		}
		p.rows[i].Findings = append(p.rows[i].Findings, CellFinding{r.Column, appeal.Error, r.Text, r.Hint})
	}
	for _, s := range made.Skipped {
		p.rows = append(p.rows, PreviewRow{Row: s.Row + 1, Number: number(s.Row), State: RowSkipped,
			Findings: []CellFinding{{-1, appeal.Advice, s.Text, ""}}})
	}
}
