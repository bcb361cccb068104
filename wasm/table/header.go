package table

import (
	"slices"
	"strconv"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/pattern"
	"rroform/wasm/sheet"
)

const (
	headerWithin = 30 // rows may stand above the header: titles, a stamp
	mostTiers    = 3  // rows that are one header together
	tierMark     = ": "
)

// HeaderRow finds the row (from 0) with the names of the columns, the lowest
// where merged cells make one header of several: the one with which most are
// known; without any known name, the first row with two cells that are no
// values. It is -1 when there is none.
func HeaderRow(s *sheet.Sheet) int {
	best, most, first := -1, 1, -1
	for i, row := range s.Rows[:min(len(s.Rows), headerWithin)] {
		if holdsValues(row) || isNumbering(row) {
			continue
		}
		filled := len(row) - count(row, "")
		if filled >= 2 && first < 0 || first < 0 && filled > 0 && s.Columns == 1 {
			first = i
		}
		if known := countKnown(columnTiers(s, i)); known > most {
			best, most = i, known
		}
	}
	if best < 0 && first >= 0 && !slices.ContainsFunc(s.Rows[:first], holdsValues) {
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

// Signs of a value, which no name of a column has: a code, a GUID, an address of
// mail, a number without words, as «311-ОГ» and «А26-05-000000001» are.
var valueShape = pattern.Of(`^\d{4}(\.\d{4})+\b|[^\s@]@[^\s@]+\.|\b[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-|^\p{L}{0,3}` +
	`[-/]?\d+([-/.]\d+)+([-/]?\p{L}{1,4})?$|^\d{2,}[-/ ]\p{L}{1,4}$|^\d{3,}$`)

// holdsValues reports whether a row holds values, and so is no header.
func holdsValues(row []string) bool {
	return slices.ContainsFunc(row, func(cell string) bool {
		return cell != "" && len(cell) < 100 && (valueShape().MatchString(cell) || appeal.ParseDate(cell, "").Valid())
	})
}

// isNumbering reports whether a row counts the columns: 1, 2, 3 or А, Б, 1, 2,
// with gaps where cells are merged.
func isNumbering(row []string) bool {
	n, digits, letter := 0, 0, rune(0)
	for _, cell := range row {
		if cell == "" {
			continue
		}
		n++
		cell = strings.TrimSuffix(strings.Trim(cell, "()"), ".")
		if k, err := strconv.Atoi(cell); err == nil {
			if digits++; k != digits {
				return false
			}
			continue
		}
		runes := []rune(cell)
		if len(runes) != 1 || digits > 0 || runes[0] <= letter || classifier.Fold(cell) == "" {
			return false
		}
		letter = runes[0]
	}
	return n >= 2 && digits >= min(n, 2)
}

// columnTiers returns for every column its names from the uppermost row of the
// header to the lowest. Rows above belong to it unless less is known with them.
func columnTiers(s *sheet.Sheet, header int) [][]string {
	best := tiersFrom(s, header, header)
	for top, most := header-1, countKnown(best); top >= 0 && header-top < mostTiers && isUpperTier(s, top); top-- {
		tiers := tiersFrom(s, top, header)
		if n := countKnown(tiers); n >= most {
			best, most = tiers, n
		}
	}
	return best
}

// countKnown counts the fields that the names of columns tell.
func countKnown(columns [][]string) int {
	known := map[string]bool{}
	for _, tiers := range columns {
		if field := placeOf(tiers).field; field != "" {
			known[field] = true
		}
	}
	return len(known)
}

// tiersFrom reads the names of columns in rows. A merged cell stands in its
// first row and column only: the name of a group goes with each named column to
// the right of it.
func tiersFrom(s *sheet.Sheet, top, header int) [][]string {
	out := make([][]string, s.Columns)
	for row := top; row <= header; row++ {
		group, from := "", 0
		for c := range out {
			cell := strings.Join(strings.Fields(s.Cell(row, c)), " ")
			beneath := row < header && s.Cell(row+1, c) != ""
			switch {
			case cell != "":
				if group, from = cell, c; !beneath {
					group = ""
				}
			case row < header && beneath && group != "" && c > from:
				cell = group
			}
			if cell != "" && (len(out[c]) == 0 || out[c][len(out[c])-1] != cell) {
				out[c] = append(out[c], cell)
			}
		}
	}
	return out
}

// isUpperTier reports whether a row names columns together with the row below:
// it has several names, and one is known or stands above an empty cell.
func isUpperTier(s *sheet.Sheet, row int) bool {
	cells := s.Rows[row]
	if len(cells)-count(cells, "") < 2 || holdsValues(cells) || isNumbering(cells) || row+1 >= len(s.Rows) {
		return false
	}
	gaps := count(cells, "") + s.Columns - len(cells)
	if gaps == 0 && count(s.Rows[row+1], "") == 0 && len(s.Rows[row+1]) == s.Columns {
		return false // a whole header of its own
	}
	for c, cell := range cells {
		if cell != "" && (s.Cell(row+1, c) == "" || placeOf([]string{cell}).field != "") {
			return true
		}
	}
	return false
}

// Titles returns the names of the columns, for every column one.
func Titles(s *sheet.Sheet, header int) []string {
	titles := make([]string, s.Columns)
	if header < 0 {
		return titles
	}
	for i, tiers := range columnTiers(s, header) {
		titles[i] = strings.Join(tiers, tierMark)
	}
	return titles
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
