// Package report lays out what was sent as tables for people: plain data that
// the page turns into XLSX and print. It reads the kept bytes of an archive
// and nothing else, so a protocol made later says the same.
package report

// Kind says how the cells of a column are written.
type Kind string

// Text is as it stands, Day a date yyyy-MM-dd or empty (anything else is text
// that is no date), Mark "+" or empty.
const (
	Text Kind = "text"
	Day  Kind = "date"
	Mark Kind = "mark"
)

// Column is a column of a table. Width is in letters of the usual font, as
// XLSX counts it.
type Column struct {
	Title string `json:"title"`
	Kind  Kind   `json:"kind"`
	Width int    `json:"width"`
}

// Table is a table with a title; every row has a cell for each column.
type Table struct {
	Title   string     `json:"title"`
	Columns []Column   `json:"columns"`
	Rows    [][]string `json:"rows"`
}

const plus = "+"

func mark(on bool) string {
	if on {
		return plus
	}
	return ""
}
