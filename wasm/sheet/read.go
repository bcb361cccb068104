// Package sheet reads files into rows of text cells: CSV and pasted text of any usual
// encoding, web pages, and the parts of workbooks from which the page reads cells. It bounds
// what it reads and does not know what the cells mean.
package sheet

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"rroform/wasm/charset"
	"rroform/wasm/records"
)

// Sheet is a table as it was read. Row n of the file is Rows[n-1]; rows may be
// of different length, cells are trimmed.
type Sheet struct {
	Rows    [][]string
	Columns int    // of the longest row
	Note    string // how it was read, for people: encoding and separator

	Encoding charset.Encoding // of a text, "" = it is none
}

// ReadText reads CSV or TSV in an encoding of [charset.Choices], "" = as it
// looks. It fails with a *[RefusedError] only.
func ReadText(data []byte, in charset.Encoding) (*Sheet, error) {
	if len(data) > MaxBytes {
		return nil, tooMuch("Файл больше %d МБ.", MaxBytes>>20, "Разделите таблицу на несколько файлов.")
	}
	if isBinary(data) {
		return nil, &RefusedError{"Это не текстовая таблица.",
			"Сохраните таблицу в Excel как «Книга Excel (*.xlsx)» или «CSV (разделители — запятые)»."}
	}
	text, in := decoded(data, in)
	separator, text := separatorOf(text)
	s := &Sheet{Note: string(in) + ", разделитель — " + separatorName(separator), Encoding: in}
	r := records.New(text, separator)
	for {
		behind := r.Behind()
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			return nil, tooMuch(fmt.Sprintf("Строка %d таблицы длиннее %%d МБ (ограничение).", len(s.Rows)+1),
				records.Max>>20, "Проверьте кавычки в файле: открытая и не закрытая кавычка делает из всей таблицы "+
					"одну строку.")
		}
		// Empty lines are rows, as in Excel; line breaks inside of cells are none.
		for range r.Line() - behind {
			if err := s.add(nil); err != nil {
				return nil, err
			}
		}
		for i := range row {
			row[i] = unguarded(strings.TrimSpace(row[i]))
		}
		if err := s.add(trimmed(row)); err != nil {
			return nil, err
		}
	}
}

// decoded is the text in the encoding that was chosen, or in the one that it
// looks like.
func decoded(data []byte, chosen charset.Encoding) (string, charset.Encoding) {
	if chosen != "" {
		return string(charset.As(data, chosen)), chosen
	}
	plain, in := charset.Text(data)
	if in == charset.Marked {
		in = charset.UTF8 // Excel always sets the mark
	}
	return string(plain), in
}

// filledCells are the cells of a sheet that hold something, as the page has
// read them: three lists of one length, rows and columns from 0, in the order
// of the sheet. Days are written as people write them.
type filledCells struct {
	Rows    []int    `json:"rows"`
	Columns []int    `json:"columns"`
	Texts   []string `json:"texts"`
}

// ReadRows reads what the page has made of a sheet of a workbook: the JSON of
// filledCells.
func ReadRows(data []byte) (*Sheet, error) {
	if len(data) > MaxBytes {
		return nil, tooMuch("На листе больше %d МБ текста.", MaxBytes>>20, "Разделите таблицу на несколько файлов.")
	}
	var cells filledCells
	if err := json.Unmarshal(data, &cells); err != nil || len(cells.Rows) != len(cells.Texts) ||
		len(cells.Columns) != len(cells.Texts) {
		return nil, errRows
	}
	s := &Sheet{Note: "книга Excel"}
	for i := 0; i < len(cells.Texts); {
		at := cells.Rows[i]
		for at > len(s.Rows) {
			if err := s.add(nil); err != nil {
				return nil, err
			}
		}
		if at < len(s.Rows) {
			return nil, errRows
		}
		var row []string
		for ; i < len(cells.Texts) && cells.Rows[i] == at; i++ {
			column := cells.Columns[i]
			if column < len(row) {
				return nil, errRows
			}
			if column >= MaxColumns {
				return nil, tooManyColumns()
			}
			row = append(row, make([]string, column-len(row))...)
			row = append(row, errorShown(strings.TrimSpace(cells.Texts[i])))
		}
		if err := s.add(trimmed(row)); err != nil {
			return nil, err
		}
	}
	return s, nil
}

var errRows = &RefusedError{"Лист таблицы прочитан с ошибкой.",
	"Сохраните таблицу в Excel как CSV и загрузите этот файл."}

// trimmed cuts the edges of cells and the empty cells at the end of a row.
func trimmed(row []string) []string {
	last := 0
	for i := range row {
		if row[i] = strings.TrimSpace(strings.ReplaceAll(row[i], "\r\n", "\n")); row[i] != "" {
			last = i + 1
		}
	}
	return row[:last]
}

// Cell returns a cell, "" outside the row.
func (s *Sheet) Cell(row, column int) string {
	if row < 0 || row >= len(s.Rows) || column < 0 || column >= len(s.Rows[row]) {
		return ""
	}
	return s.Rows[row][column]
}
