package table

import (
	"slices"
	"strconv"
	"strings"

	"rroform/wasm/classifier"
)

// headerWithin is how many rows may stand above the header: titles, a stamp.
const headerWithin = 30

// HeaderRow finds the row (from 0) with the names of the columns: the one in
// which most are known; without any known name, the first row with two cells.
// It is -1 when the table is empty.
func HeaderRow(s *Sheet) int {
	best, most, first := -1, 1, -1
	for i, row := range s.Rows[:min(len(s.Rows), headerWithin)] {
		filled := len(row) - count(row, "")
		if filled >= 2 && first < 0 || first < 0 && filled > 0 && s.Columns == 1 {
			first = i
		}
		known := map[string]bool{}
		for _, cell := range row {
			if field := fieldOf(cell); field != "" {
				known[field] = true
			}
		}
		if len(known) > most {
			best, most = i, len(known)
		}
	}
	if best < 0 {
		return first
	}
	return best
}

func count(list []string, value string) (n int) {
	for _, x := range list {
		if x == value {
			n++
		}
	}
	return n
}

// Titles returns the names of the columns, for every column one.
func Titles(s *Sheet, header int) []string {
	titles := make([]string, s.Columns)
	for i := range titles {
		titles[i] = strings.Join(strings.Fields(s.Cell(header, i)), " ")
	}
	return titles
}

// Recognise tells what the columns feed by their names; "" = not known. A
// field that takes one column gets the first of those that claim it.
func Recognise(titles []string) []string {
	fields := make([]string, len(titles))
	for i, title := range titles {
		field := fieldOf(title)
		if t := TargetOf(field); t != nil && (t.Many || !slices.Contains(fields, field)) {
			fields[i] = field
		}
	}
	nameSenders(titles, fields)
	return fields
}

// fieldOf finds the field by the whole header; else by the longest known name
// of several words that it begins with, as «Дата регистрации (вх.)» does.
func fieldOf(title string) string {
	folded, best, length := classifier.Fold(title), "", 0
	if folded == "" || len(folded) > 200 {
		return ""
	}
	for i := range Targets {
		for _, name := range Targets[i].names {
			if name == folded {
				return Targets[i].Field
			}
			if strings.Contains(name, " ") && strings.HasPrefix(folded, name+" ") && len(name) > length {
				best, length = Targets[i].Field, len(name)
			}
		}
	}
	return best
}

// Keys makes titles comparable and unlike each other: folded, numbered where
// they repeat.
func Keys(titles []string) []string {
	seen, keys := map[string]int{}, make([]string, len(titles))
	for i, title := range titles {
		key := classifier.Fold(title)
		if seen[key]++; seen[key] > 1 {
			key += " #" + strconv.Itoa(seen[key])
		}
		keys[i] = key
	}
	return keys
}
