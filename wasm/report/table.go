// Package report makes tables for people of an archive that was sent. The page turns
// them into XLSX and print. It reads only the stored bytes of the archive, so a protocol
// made later has the same content. The package has no state.
package report

import (
	"fmt"
	"strings"
)

// Kind is the format of the cells of a column.
type Kind string

// Text is any text; Day is a date yyyy-MM-dd or empty, or a text that is not a date;
// Mark is "+" or empty.
const (
	Text Kind = "text"
	Day  Kind = "date"
	Mark Kind = "mark"
)

// Column is a column of a table. Width is in characters of the default font, as in
// XLSX.
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

// FileSize returns a size in bytes as Russian text: «13 КБ».
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
