package classifier

import "strings"

// Children returns the rows directly below a code in document order. The rows below "" are
// the sections. An unknown code has none.
func (t *Table) Children(code string) []Row {
	code = trimZeroGroups(code)
	parent, known := t.ByCode[code]
	if code == "" {
		parent, known = -1, true
	}
	var below []int32
	for i, p := range t.Parents {
		if known && p == parent {
			below = append(below, int32(i))
		}
	}
	return t.pick(below)
}

// Path returns the parents of a code from its section down, without the row
// itself. Some titles are unclear without them. It is empty for a section and for an
// unknown code.
func (t *Table) Path(code string) []Row {
	code = trimZeroGroups(code)
	if _, ok := t.ByCode[code]; !ok {
		return nil
	}
	return t.pick(t.ancestors(code))
}

// ancestors returns the rows above a known code from the section down. Parse has checked
// that each prefix of a code is a row.
func (t *Table) ancestors(code string) []int32 {
	var up []int32
	for n := GroupLen; n < len(code); n += GroupLen + 1 {
		up = append(up, t.ByCode[code[:n]])
	}
	return up
}

// PathText returns the titles of the rows above a code, from the section down.
func (t *Table) PathText(code string) string {
	var titles []string
	for _, i := range t.ancestors(code) {
		titles = append(titles, t.Rows[i].Title)
	}
	return strings.Join(titles, PathSeparator)
}
