// Package records reads CSV and TSV of others. It is a leaf: whoever reads a
// table of cells reads it through this, so that a line of commas or a quote
// without end cannot take a hundred times its size.
package records

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// Max is how many bytes a record may have: the cells of it are made before
// anybody can count them.
const Max = 4 << 20

// ErrLong says that a record passes [Max].
var ErrLong = errors.New("строка таблицы длиннее 4 МБ, возможно, кавычка открыта и не закрыта (ограничение)")

// Reader reads records one by one, quotes as loosely as people write them.
type Reader struct {
	csv *csv.Reader
	in  *bounded
}

// New reads a text whose cells are parted by comma.
func New(text string, comma rune) *Reader {
	in := &bounded{in: strings.NewReader(text)}
	r := csv.NewReader(in)
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	return &Reader{r, in}
}

// Read returns the next record, [io.EOF] at the end, [ErrLong], or an error of
// encoding/csv.
func (r *Reader) Read() ([]string, error) {
	r.in.taken = 0
	return r.csv.Read()
}

// Line is the line on which the last record began, from 1.
func (r *Reader) Line() int {
	line, _ := r.csv.FieldPos(0)
	return line
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

// bounded reads a text and fails once a record takes more than [Max].
type bounded struct {
	in    io.Reader
	taken int // bytes since the last record
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.taken > Max {
		return 0, ErrLong
	}
	n, err := b.in.Read(p)
	b.taken += n
	return n, err
}
