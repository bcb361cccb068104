// Package report lays out what was sent as tables for people: plain data that
// the page turns into XLSX and print. It reads the kept bytes of an archive
// and nothing else, so a protocol made later says the same.
package report

import (
	"fmt"
	"strings"
)

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

// FileSize says a size in bytes to a person: «13 КБ».
func FileSize(bytes int64) string {
	const kilo, mega = 1 << 10, 1 << 20
	switch {
	case bytes < kilo:
		return fmt.Sprintf("%d Б", bytes)
	case bytes < mega:
		return fmt.Sprintf("%.0f КБ", float64(bytes)/kilo)
	}
	return strings.Replace(fmt.Sprintf("%.1f МБ", float64(bytes)/mega), ".", ",", 1)
}
