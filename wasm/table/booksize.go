package table

import (
	"bytes"
	"strconv"
)

// extent is how far a sheet reaches and how many cells it holds.
type extent struct{ rows, columns, cells int }

// measure walks over the tags of a sheet once. Rows and cells say their place
// in the attribute r, or follow one another.
func measure(sheet []byte) (s extent) {
	row, column := 0, 0
	for {
		at := bytes.IndexByte(sheet, '<')
		if at < 0 {
			return s
		}
		sheet = sheet[at+1:]
		end := bytes.IndexByte(sheet, '>')
		if end < 0 {
			return s
		}
		tag := sheet[:end]
		sheet = sheet[end+1:]
		name, rest, _ := bytes.Cut(tag, []byte{' '})
		if colon := bytes.IndexByte(name, ':'); colon >= 0 {
			name = name[colon+1:]
		}
		switch string(bytes.TrimRight(name, "/\t\r\n")) {
		case "row":
			row, column = max(row+1, number(attribute(rest))), 0
			s.rows = max(s.rows, row)
		case "c":
			s.cells++
			letters, digits := place(attribute(rest))
			column = max(column+1, letters)
			s.rows = max(s.rows, digits)
			if !bytes.HasSuffix(tag, []byte{'/'}) { // an empty cell has a format and nothing else
				s.columns = max(s.columns, column)
			}
		}
	}
}

// attribute returns the value of r among attributes.
func attribute(text []byte) []byte {
	for len(text) > 0 {
		name, rest, found := bytes.Cut(text, []byte{'='})
		if rest = bytes.TrimLeft(rest, " \t\r\n"); !found || len(rest) == 0 {
			return nil
		}
		value, behind, _ := bytes.Cut(rest[1:], rest[:1])
		if string(bytes.TrimSpace(name)) == "r" {
			return value
		}
		text = behind
	}
	return nil
}

// place parts «AB12» into the number of the column and of the row.
func place(at []byte) (column, row int) {
	i := 0
	for ; i < len(at) && i < 4 && 'A' <= at[i] && at[i] <= 'Z'; i++ {
		column = column*26 + int(at[i]-'A') + 1
	}
	return column, number(at[i:])
}

// number reads digits; what is too long for a number is a very large one.
func number(digits []byte) int {
	n, err := strconv.Atoi(string(digits))
	if err != nil && len(digits) > 9 {
		return 1 << 31
	}
	return max(n, 0)
}

// longestRun is the length of the longest text between two tags.
func longestRun(text []byte) (most int) {
	for {
		behind := bytes.IndexByte(text, '>')
		if behind < 0 {
			return most
		}
		text = text[behind+1:]
		run := bytes.IndexByte(text, '<')
		if run < 0 {
			run = len(text)
		}
		most = max(most, run)
		text = text[run:]
	}
}
