package sheet

import "fmt"

// Limits against files that are made to do harm; a table of ten years of a
// large body is far below them. A workbook has its own, see book.go.
const (
	MaxBytes   = 50 << 20 // of the file, or of the rows that the page has read
	MaxRows    = 50_000
	MaxColumns = 200
	MaxCell    = 32_767 // characters; what a cell of Excel holds
)

// RefusedError is a table that is not read; Text names the limit or what is
// wrong, Hint says what to do, both in whole Russian sentences.
type RefusedError struct{ Text, Hint string }

func (e *RefusedError) Error() string { return e.Text }

func tooMuch(format string, limit int, hint string) error {
	return &RefusedError{fmt.Sprintf(format, limit), hint}
}

// add appends a row unless a limit is passed.
func (s *Sheet) add(row []string) error {
	switch {
	case len(s.Rows) == MaxRows:
		return tooMuch("В таблице больше %d строк.", MaxRows, "Разделите её на несколько файлов.")
	case len(row) > MaxColumns:
		return tooManyColumns()
	}
	for _, cell := range row {
		if len(cell) > MaxCell && len([]rune(cell)) > MaxCell {
			return tooMuch(fmt.Sprintf("В строке %d есть ячейка, в которой больше %%d знаков.", len(s.Rows)+1), MaxCell,
				"Проверьте кавычки в файле или сократите текст.")
		}
	}
	s.Rows = append(s.Rows, row)
	s.Columns = max(s.Columns, len(row))
	return nil
}

func tooManyColumns() error {
	return tooMuch("В таблице больше %d столбцов.", MaxColumns, "Удалите лишние столбцы и сохраните файл снова.")
}
