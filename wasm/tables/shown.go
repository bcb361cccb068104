package tables

import (
	"rroform/wasm/appeal"
	"rroform/wasm/pattern"
	"rroform/wasm/sheet"
	"rroform/wasm/table"
)

var isoDay = pattern.Of(`^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?)?$`)

// shownCell is a cell as a person sees it: a day as дд.мм.гггг, however the table
// writes it. A number may look like a day, and stays as it is.
func shownCell(cell, field string) string {
	if field == table.Number || field == table.Outgoing || field == table.SentAs {
		return cell
	}
	m := isoDay().FindStringSubmatch(cell)
	if m == nil || !appeal.Date(m[1]).Valid() {
		return cell
	}
	day := appeal.Date(m[1]).Russian()
	if m[2] == "" || m[2] == "00:00" {
		return day
	}
	return day + " " + m[2]
}

// shownRow is a row as a person sees it.
func shownRow(s *sheet.Sheet, row int, m *table.Mapping) []string {
	cells := make([]string, len(s.Rows[row]))
	for i, cell := range s.Rows[row] {
		cells[i] = shownCell(cell, m.Columns[i])
	}
	return cells
}
