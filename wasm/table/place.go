package table

import (
	"fmt"
	"strings"

	"rroform/wasm/appeal"
)

// Place returns the row and the column that feed a field of the appeal, given
// as a path with indexes; the column is -1 when none does.
func (m *Made) Place(path string, mapping *Mapping) (row, column int) {
	row, column = m.Rows[0], -1
	parts := strings.Split(path, ".")
	if i := index(parts, 1, len(m.places)); parts[0] == "questions" && i >= 0 {
		row = m.places[i].row
		if j := index(parts, 3, len(m.places[i].transfers)); j >= 0 {
			row = m.places[i].transfers[j]
		}
	}
	field := appeal.GenericPath(path)
	if field == "questions.*.transfers" {
		field = Recipient
	}
	if field == Number && !m.Appeal.IsDirect && len(mapping.Feeds(Outgoing)) > 0 {
		field = Outgoing
	}
	if field == Incoming && len(mapping.Feeds(Incoming)) == 0 && mapping.Defaults[Incoming] == Registered {
		field = Registered
	}
	if number := besideNumber[field]; number != "" && len(mapping.Feeds(field)) == 0 {
		field = number
	}
	if c := mapping.Feeds(field); len(c) > 0 {
		column = c[0]
	}
	return row, column
}

// besideNumber are the numbers that a day may stand beside in one cell.
var besideNumber = map[string]string{Registered: Number, Document: Outgoing, SentOn: SentAs}

// index reads the number at a place of a path; -1 when there is none below n.
func index(parts []string, at, n int) int {
	if at >= len(parts) {
		return -1
	}
	for i := range n {
		if parts[at] == fmt.Sprint(i) {
			return i
		}
	}
	return -1
}
