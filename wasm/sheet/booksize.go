package sheet

import (
	"bytes"
	"strconv"

	"rroform/wasm/charset"
)

// bookSize sums up what is unpacked of a workbook.
type bookSize struct{ cells, empty, signs int }

// checkText checks the text of a part against the limits.
func (b *bookSize) checkText(text []byte) error {
	if err := charset.GuardXML(text); err != nil {
		return refusedBook(copyRows, "Книга не принята: %v.", err)
	}
	if longestRun(text) > maxBookRun {
		return refusedBook(copyRows, "В книге есть текст длиннее %d КБ в одной ячейке (ограничение).", maxBookRun>>10)
	}
	if b.signs += bytes.Count(text, []byte{'&'}); b.signs > maxBookSigns {
		return refusedBook(copyRows, "В книге больше %d знаков, записанных кодами вида «&…;» (ограничение).",
			maxBookSigns)
	}
	return nil
}

// add checks the cells of a sheet against the limits.
func (b *bookSize) add(s extent) error {
	b.cells += s.cells
	b.empty += s.empty
	switch {
	case s.rows > maxBookRow || s.columns > maxBookArea || s.rows*s.columns > maxBookArea:
		return refusedBook("Удалите пустые строки и столбцы за таблицей или скопируйте её в новую книгу.",
			"Лист слишком велик: %d строк на %d столбцов, а больше %d ячеек не читается.", s.rows, s.columns,
			maxBookArea)
	case b.cells > maxBookCells:
		return tooManyCells()
	case b.cells+b.empty > maxBookAll:
		return refusedBook("Удалите пустые строки и столбцы за таблицей или скопируйте её в новую книгу без "+
			"оформления.",
			"В книге больше %d тысяч ячеек вместе с пустыми, у которых есть только оформление.", maxBookAll/1000)
	}
	return nil
}

func tooManyCells() error {
	return refusedBook(splitBook, "В книге больше %d тысяч заполненных ячеек.", maxBookCells/1000)
}

// extent is how far a sheet reaches and how many cells it has: those that hold
// something, and those that have a look and nothing else.
type extent struct{ rows, columns, cells, empty int }

// tooMany lets a walk stop early: what has passed a limit is refused.
func (s *extent) tooMany() bool {
	return s.cells > maxBookCells || s.cells+s.empty > maxBookAll || s.rows > maxBookRow
}

func (s *extent) count(empty bool) {
	if empty {
		s.empty++
	} else {
		s.cells++
	}
}

// measure walks over the tags of a sheet once. Rows and cells say their place
// in the attribute r, or follow one another.
func measure(sheet []byte) (s extent) {
	row, column := 0, 0
	for {
		tag, rest, found := nextTag(sheet)
		if !found || s.tooMany() {
			return s
		}
		if sheet = rest; tag.closes() {
			continue
		}
		switch string(tag.name()) {
		case "row":
			row, column = max(row+1, number(tag.attribute("r"))), 0
			s.rows = max(s.rows, row)
		case "c":
			s.count(tag.empty())
			letters, digits := place(tag.attribute("r"))
			column = max(column+1, letters)
			s.rows = max(s.rows, digits)
			if !tag.empty() { // an empty cell has a format and nothing else
				s.columns = max(s.columns, column)
			}
		}
	}
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
