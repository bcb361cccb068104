// Package records reads CSV and TSV files that other programs or people wrote. It
// limits the length of a record, so that a line of commas cannot take a hundred
// times its size in memory, and it understands quotes that are not doubled or not
// closed, so that a stray quote cannot swallow the rest of the file. A [Reader] is
// not safe for concurrent use.
package records

import (
	"errors"
	"io"
	"strings"
)

// Max is the longest record in bytes.
const Max = 4 << 20

// ErrLong means that a record is longer than [Max].
var ErrLong = errors.New("строка таблицы длиннее 4 МБ, возможно, кавычка открыта и не закрыта (ограничение)")

// Reader reads records one by one. For the treatment of quotes see [Reader.cell].
type Reader struct {
	text  string
	comma byte
	at    int  // offset of the next record
	line  int  // line number of at, from 0
	begun int  // line number of the last record, from 0
	width int  // cells of the longest record so far
	quote bool // every cell of the first line is in quotes, also those that need none

	lineAt int // offset of the line on which the next cell begins
	known  known
}

// known is the last answer of [Reader.isFullLine].
type known struct {
	line, end int // offsets
	full      bool
}

// New returns a reader of a text with this separator: a tab, semicolon or comma.
func New(text string, comma rune) *Reader {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if strings.IndexByte(text, '\n') < 0 {
		text = strings.ReplaceAll(text, "\r", "\n") // line ends of Excel on a Mac
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

// Read returns the next record, [io.EOF] at the end, or [ErrLong]. It skips empty
// lines.
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
	for at := start; ; at++ { // skip the separator
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

// Line returns the line number of the last record, from 1.
func (r *Reader) Line() int { return r.begun + 1 }

// Behind returns the number of the line after the last record, from 1. Before the
// first record it is 1.
func (r *Reader) Behind() int {
	if r.at == 0 {
		return 1
	}
	return r.line + 2
}

// All returns the remaining records, at most this many.
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
