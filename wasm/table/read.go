// Package table reads a table of appeals as bodies have them from a СЭД or
// keep them in Excel: it finds out encoding, separators and header, tells the
// columns by their usual names and makes appeals of the rows. It knows neither
// register nor rules.
package table

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
}

// ReadText reads CSV or TSV. It fails with a *[RefusedError] only.
func ReadText(data []byte) (*Sheet, error) {
	if len(data) > MaxBytes {
		return nil, tooMuch("Файл больше %d МБ.", MaxBytes>>20, "Разделите таблицу на несколько файлов.")
	}
	if isBinary(data) {
		return nil, &RefusedError{"Это не текстовая таблица.", "Сохраните таблицу в Excel как «Книга Excel (*.xlsx)» или «CSV (разделители — запятые)»."}
	}
	plain, in := charset.Text(data)
	if in == charset.Marked {
		in = charset.UTF8 // Excel always sets the mark
	}
	text := string(plain)
	separator := separatorOf(text)
	s := &Sheet{Note: string(in) + ", разделитель — " + separators[separator]}
	r := records.New(text, separator)
	line := 0
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if errors.Is(err, records.ErrLong) {
			return nil, tooMuch(fmt.Sprintf("Строка %d таблицы длиннее %%d МБ (ограничение).", line+1), records.Max>>20, "Проверьте кавычки в файле: открытая и не закрытая кавычка делает из всей таблицы одну строку.")
		}
		if err != nil {
			return nil, &RefusedError{fmt.Sprintf("Таблица не читается после строки %d: нарушены кавычки.", line), "Откройте файл в Excel и сохраните его снова."}
		}
		// encoding/csv skips empty lines; rows keep their places.
		at := r.Line()
		for ; line+1 < at; line++ {
			if err := s.add(nil); err != nil {
				return nil, err
			}
		}
		if err := s.add(trimmed(row)); err != nil {
			return nil, err
		}
		line = at + strings.Count(strings.Join(row, ""), "\n")
	}
}

// ReadRows reads what the page has made of a workbook: a JSON array of rows,
// each an array of texts or nulls; days are yyyy-MM-dd.
func ReadRows(data []byte) (*Sheet, error) {
	if len(data) > MaxBytes {
		return nil, tooMuch("На листе больше %d МБ текста.", MaxBytes>>20, "Разделите таблицу на несколько файлов.")
	}
	var rows [][]string
	if err := json.Unmarshal(data, &rows); err != nil {
		return nil, &RefusedError{"Лист таблицы прочитан с ошибкой.", "Сохраните таблицу в Excel как CSV и загрузите этот файл."}
	}
	s := &Sheet{Note: "книга Excel"}
	for _, row := range rows {
		if err := s.add(trimmed(row)); err != nil {
			return nil, err
		}
	}
	return s, nil
}

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
