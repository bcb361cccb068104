package classifier

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Parse reads an edition from UTF-8 TSV: a header line, then a row a line in
// document order, parents before their children. Columns are found by name:
// code and title are required; parent and level are optional and must agree with the
// code; retired ("1" or "true") and note are optional. Quotes have no meaning. edition is
// only shown, e.g. "31.10.2025".
//
// The error names the first wrong line. No part of the file is used then: with half a
// classifier good codes would be unknown.
func Parse(tsv []byte, edition string) (*Table, error) {
	head, body, _ := strings.Cut(strings.TrimPrefix(string(tsv), "\ufeff"), "\n")
	p := parser{columns: columnsOf(head)}
	if p.columns[codeColumn] < 0 || p.columns[titleColumn] < 0 {
		return nil, errors.New("classifier: the header needs the columns code and title")
	}
	rows := len(body) / usualRow
	t := &Table{edition: edition, Rows: make([]Row, 0, rows), Parents: make([]int32, 0, rows),
		ByCode: make(map[string]int32, rows)}
	t.byNumber = sync.OnceValue(t.numbers)
	p.table = t
	line := 1
	for text := range strings.SplitSeq(body, "\n") {
		line++
		if text = strings.TrimSuffix(text, "\r"); text == "" {
			continue
		}
		if err := p.row(text); err != nil {
			return nil, fmt.Errorf("classifier: line %d: %w", line, err)
		}
	}
	if len(t.Rows) == 0 {
		return nil, errors.New("classifier: no rows")
	}
	return t, nil
}

// usualRow is the usual length of a row in bytes.
const usualRow = 128

// Columns that are read, by their names in the header.
const (
	codeColumn = iota
	titleColumn
	parentColumn
	levelColumn
	retiredColumn
	noteColumn
)

var columnNames = [...]string{"code", "title", "parent", "level", "retired", "note"}

// columnsOf returns the index of each column, -1 = none.
func columnsOf(head string) (places [len(columnNames)]int) {
	names := strings.Split(strings.TrimSuffix(head, "\r"), "\t")
	for i, name := range names {
		names[i] = strings.ToLower(strings.TrimSpace(name))
	}
	for i, name := range columnNames {
		places[i] = slices.Index(names, name)
	}
	return places
}

// parser reads rows. It must be fast: every start of the program waits for it.
type parser struct {
	table   *Table
	columns [len(columnNames)]int
	cells   []string                    // of the current row
	last    [LevelSubquestion + 1]int32 // the last row of each level
}

func (p *parser) cell(column int) string {
	if n := p.columns[column]; n >= 0 && n < len(p.cells) {
		return p.cells[n]
	}
	return ""
}

func (p *parser) row(text string) error {
	p.cells = p.cells[:0]
	for cell := range strings.SplitSeq(text, "\t") {
		p.cells = append(p.cells, cell)
	}
	code := trimZeroGroups(strings.TrimSpace(p.cell(codeColumn)))
	if !wellFormed(code) {
		return fmt.Errorf("%q is no code", p.cell(codeColumn))
	}
	title := strings.TrimSpace(p.cell(titleColumn))
	if title == "" {
		return fmt.Errorf("%s has no title", code)
	}
	r := Row{Code: code, Title: title, Parent: parentOf(code), Level: levelOf(code), Note: p.cell(noteColumn)}
	if stated := trimZeroGroups(p.cell(parentColumn)); stated != "" && stated != r.Parent {
		return fmt.Errorf("%s has the parent %q, want %q", code, stated, r.Parent)
	}
	if l := p.cell(levelColumn); l != "" && l != strconv.Itoa(r.Level) {
		return fmt.Errorf("%s has the level %q, want %d", code, l, r.Level)
	}
	switch v := strings.ToLower(strings.TrimSpace(p.cell(retiredColumn))); v {
	case "1", "true":
		r.Retired = true
	case "", "0", "false":
	default:
		return fmt.Errorf("%s has retired = %q", code, v)
	}
	parent, ok := p.parent(&r)
	if !ok {
		return fmt.Errorf("%s stands before its parent, or without one", code)
	}
	// Rows below a retired one cannot be chosen either.
	r.Retired = r.Retired || parent >= 0 && p.table.Rows[parent].Retired
	if r.Note == "" {
		r.Note = footnote(r)
	}
	p.last[r.Level] = int32(len(p.table.Rows))
	if !p.table.add(r, parent) {
		return fmt.Errorf("%s stands twice", code)
	}
	return nil
}

// parent returns the parent row, -1 for a section. Nearly always it is the last
// row of the level above; otherwise parent looks it up.
func (p *parser) parent(r *Row) (row int32, ok bool) {
	if r.Parent == "" {
		return -1, true
	}
	row = p.last[r.Level-1]
	if int(row) < len(p.table.Rows) && p.table.Rows[row].Code == r.Parent {
		return row, true
	}
	row, ok = p.table.ByCode[r.Parent]
	return row, ok
}
