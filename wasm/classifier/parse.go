package classifier

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Parse reads an edition from UTF-8 TSV: a header line, then a row a line in
// document order, parents before their children. Columns are found by name:
// code and title must be there; parent and level may be, and then must agree
// with the code; retired ("1" or "true") and note may be. Quotes mean nothing.
// The edition is kept for people as it is, e.g. "31.10.2025".
//
// The first line that breaks this is the error, with its number: half a
// classifier would call good codes unknown.
func Parse(tsv []byte, edition string) (*Table, error) {
	head, body, _ := strings.Cut(strings.TrimPrefix(string(tsv), "\ufeff"), "\n")
	col := columns(head)
	if col["code"] == 0 || col["title"] == 0 {
		return nil, errors.New("classifier: the header needs the columns code and title")
	}
	t := &Table{
		edition:  edition,
		byCode:   map[string]int32{},
		byNumber: map[string][]int32{},
		children: map[string][]int32{},
	}
	line := 1
	for text := range strings.SplitSeq(body, "\n") {
		line++
		if text = strings.TrimSuffix(text, "\r"); text == "" {
			continue
		}
		cells := strings.Split(text, "\t")
		cell := func(name string) string {
			if n := col[name]; n > 0 && n <= len(cells) {
				return cells[n-1]
			}
			return ""
		}
		if err := t.parseRow(cell); err != nil {
			return nil, fmt.Errorf("classifier: line %d: %w", line, err)
		}
	}
	if len(t.rows) == 0 {
		return nil, errors.New("classifier: no rows")
	}
	return t, nil
}

// columns returns the place of each column, counted from 1.
func columns(head string) map[string]int {
	col := map[string]int{}
	for i, name := range strings.Split(strings.TrimSuffix(head, "\r"), "\t") {
		col[strings.ToLower(strings.TrimSpace(name))] = i + 1
	}
	return col
}

func (t *Table) parseRow(cell func(string) string) error {
	code := trimZeroGroups(strings.TrimSpace(cell("code")))
	if !wellFormed(code) {
		return fmt.Errorf("%q is no code", cell("code"))
	}
	title := strings.TrimSpace(cell("title"))
	if title == "" {
		return fmt.Errorf("%s has no title", code)
	}
	if _, ok := t.byCode[code]; ok {
		return fmt.Errorf("%s stands twice", code)
	}
	r := Row{Code: code, Title: title, Parent: parentOf(code), Level: levelOf(code), Note: cell("note")}
	if p := trimZeroGroups(cell("parent")); p != "" && p != r.Parent {
		return fmt.Errorf("%s has the parent %q, want %q", code, p, r.Parent)
	}
	if l := cell("level"); l != "" && l != strconv.Itoa(r.Level) {
		return fmt.Errorf("%s has the level %q, want %d", code, l, r.Level)
	}
	switch v := strings.ToLower(strings.TrimSpace(cell("retired"))); v {
	case "1", "true":
		r.Retired = true
	case "", "0", "false":
	default:
		return fmt.Errorf("%s has retired = %q", code, v)
	}
	parent := int32(-1)
	if r.Parent != "" {
		p, ok := t.byCode[r.Parent]
		if !ok {
			return fmt.Errorf("%s stands before its parent, or without one", code)
		}
		// What stands under a retired entry cannot be chosen either.
		r.Retired = r.Retired || t.rows[p].Retired
		parent = p
	}
	if r.Note == "" {
		r.Note = footnote(r)
	}
	t.add(r, parent)
	return nil
}
