// Package records reads CSV and TSV of others. It is a leaf: whoever reads a
// table of cells reads it through this, so that a line of commas cannot take a
// hundred times its size, nor a quote the rest of the file.
package records

import (
	"errors"
	"io"
	"strings"
)

// Max is how many bytes a record may have: the cells of it are made before
// anybody can count them.
const Max = 4 << 20

// ErrLong says that a record passes [Max].
var ErrLong = errors.New("строка таблицы длиннее 4 МБ, возможно, кавычка открыта и не закрыта (ограничение)")

// Reader reads records one by one, quotes as loosely as people write them: see
// [Reader.cell].
type Reader struct {
	text  string
	comma byte
	at    int  // where the next record begins
	line  int  // of at, from 0
	begun int  // line on which the last record began
	width int  // cells of the longest record so far
	quote bool // every cell is in quotes, also where no cell needs them

	lineAt int // where the line begins on which the next cell begins
	known  known
}

// known is what [Reader.even] found out about a line.
type known struct {
	line, behind int
	even         bool
}

// New reads a text whose cells are parted by comma: a tab, a semicolon, a comma.
func New(text string, comma rune) *Reader {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if strings.IndexByte(text, '\n') < 0 {
		text = strings.ReplaceAll(text, "\r", "\n") // as Excel of a Mac ends lines
	}
	r := &Reader{text: text, comma: byte(comma)}
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\n"), "\n")
	r.quote = len(first) <= Max && allQuoted(first, string(comma))
	return r
}

func allQuoted(line, comma string) bool {
	for cell := range strings.SplitSeq(line, comma) {
		if !strings.HasPrefix(cell, `"`) {
			return false
		}
	}
	return true
}

// Read returns the next record, [io.EOF] at the end, or [ErrLong]. Empty lines
// are passed over.
func (r *Reader) Read() ([]string, error) {
	for r.at < len(r.text) && r.text[r.at] == '\n' {
		r.at, r.line = r.at+1, r.line+1
	}
	if r.at >= len(r.text) {
		return nil, io.EOF
	}
	var row []string
	start := r.at
	r.lineAt = start
	for at := start; ; at++ { // behind the comma
		cell, end := r.cell(at)
		if end-start > Max {
			return nil, ErrLong
		}
		if line := strings.LastIndexByte(r.text[at:end], '\n'); line >= 0 {
			r.lineAt = at + line + 1
		}
		row, at = append(row, cell), end
		if at >= len(r.text) || r.text[at] == '\n' {
			r.at = at
			break
		}
	}
	r.begun, r.width = r.line, max(r.width, len(row))
	r.line += strings.Count(r.text[start:r.at], "\n")
	return row, nil
}

// Line is the line on which the last record began, from 1.
func (r *Reader) Line() int { return r.begun + 1 }

// Behind is the line behind the last record, from 1; at the beginning it is 1.
func (r *Reader) Behind() int {
	if r.at == 0 {
		return 1
	}
	return r.line + 2
}

// All returns the records, at most so many.
func (r *Reader) All(most int) (rows [][]string, err error) {
	for len(rows) < most {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}
