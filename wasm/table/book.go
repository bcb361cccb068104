package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"rroform/wasm/charset"
	"rroform/wasm/pattern"
	"rroform/wasm/zipdir"
)

// Limits of a workbook. The page lays its cells out on the thread that draws,
// so what comes through must be read there within a few seconds.
const (
	maxBook      = 50 << 20   // bytes of the file
	maxBookParts = 1000       // files in it
	maxBookText  = 96 << 20   // bytes of its text, unpacked
	maxBookRatio = 200        // unpacked to packed, above minBookText bytes
	minBookText  = 20 << 20   // a small one may be packed as tightly as it likes
	maxBookRow   = 1_048_576  // as in Excel
	maxBookArea  = 10_000_000 // rows by columns of a sheet, empty ones too
	maxBookCells = 1_000_000  // that hold something, of all sheets: [MaxRows] of twenty columns
	maxBookRun   = 512 << 10  // bytes between two tags; a cell has 32,767 letters
	maxBookSigns = 500_000    // letters written by number or name, as &amp;
)

// BookPart is a file of a workbook that holds text.
type BookPart struct {
	Name string
	Data []byte
}

var textPart = pattern.Of(`(?i)\.(xml|rels)$`)

const copyRows = "Скопируйте нужные строки в новую книгу и загрузите её."

func refusedBook(hint, format string, args ...any) error {
	return &RefusedError{fmt.Sprintf(format, args...), hint}
}

var errBook = &RefusedError{"Книга Excel не читается: файл повреждён или записан не полностью.",
	"Откройте его в Excel и сохраните снова как «Книга Excel (*.xlsx)» или «CSV»."}

// UnpackBook holds a workbook (XLSX) against the limits and returns its parts
// that hold text; the page's library makes cells of them. It fails with a
// *[RefusedError], or with the error of step, which hears how many parts are
// done.
func UnpackBook(data []byte, step func(done, total int) error) ([]BookPart, error) {
	switch {
	case len(data) > maxBook:
		return nil, refusedBook(copyRows, "Файл больше %d МБ.", maxBook>>20)
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF}):
		return nil, refusedBook("Откройте её в Excel и сохраните как «Книга Excel (*.xlsx)» без пароля.", "Это книга Excel прежнего вида (*.xls) или книга с паролем.")
	}
	z, err := zipdir.Open(bytes.NewReader(data), int64(len(data)), maxBookParts)
	switch {
	case errors.Is(err, zipdir.ErrTooMany) || err == nil && len(z.File) > maxBookParts:
		return nil, refusedBook(copyRows, "В книге больше %d частей.", maxBookParts)
	case err != nil:
		return nil, errBook
	}
	if err := checkBook(z.File, int64(len(data))); err != nil {
		return nil, err
	}
	var parts []BookPart
	left, cells, signs := maxBookText, 0, 0
	for i, f := range z.File {
		if err := step(i, len(z.File)); err != nil {
			return nil, err
		}
		if !textPart().MatchString(f.Name) || f.FileInfo().IsDir() {
			continue
		}
		text, err := unpackPart(f, left)
		if err != nil {
			return nil, err
		}
		left -= len(text)
		if signs += bytes.Count(text, []byte{'&'}); signs > maxBookSigns {
			return nil, refusedBook(copyRows, "В книге больше %d знаков, записанных кодами вида «&…;» (ограничение).", maxBookSigns)
		}
		if err := checkPart(f.Name, text, &cells); err != nil {
			return nil, err
		}
		parts = append(parts, BookPart{f.Name, text})
	}
	return parts, nil
}

// checkBook looks at what the directory says.
func checkBook(files []*zip.File, packed int64) error {
	text := uint64(0)
	names := map[string]bool{}
	for _, f := range files {
		if names[strings.ToLower(f.Name)] {
			return errBook
		}
		names[strings.ToLower(f.Name)] = true
		text += min(f.UncompressedSize64, maxBookText+1)
	}
	switch {
	case zipdir.Overlap(files, packed):
		return errBook
	case text > minBookText && text > uint64(packed)*maxBookRatio:
		return refusedBook(copyRows, "Книга сжата больше чем в %d раз: так бывает только у испорченных или опасных файлов.", maxBookRatio)
	case text > maxBookText:
		return tooLargeBook()
	}
	return nil
}

func tooLargeBook() error {
	return refusedBook(copyRows, "В распакованном виде книга больше %d МБ.", maxBookText>>20)
}

// unpackPart reads a part; its header may lie about the size.
func unpackPart(f *zip.File, left int) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, errBook
	}
	defer in.Close()
	out := bytes.NewBuffer(make([]byte, 0, min(f.UncompressedSize64, uint64(left), 8<<20)+bytes.MinRead))
	_, err = out.ReadFrom(io.LimitReader(in, int64(left)+1))
	switch {
	case out.Len() > left:
		return nil, tooLargeBook()
	case err != nil:
		return nil, errBook
	}
	return out.Bytes(), nil
}

// checkPart holds the text of a part against the limits; cells counts those of
// the sheets before it.
func checkPart(name string, text []byte, cells *int) error {
	if err := charset.GuardXML(text); err != nil {
		return refusedBook(copyRows, "Книга Excel не принята: %v.", err)
	}
	if longestRun(text) > maxBookRun {
		return refusedBook(copyRows, "В книге есть текст длиннее %d КБ в одной ячейке (ограничение).", maxBookRun>>10)
	}
	if !strings.Contains(strings.ToLower(name), "worksheets/") {
		return nil
	}
	s := measure(text)
	*cells += s.cells
	switch {
	case s.rows > maxBookRow || s.rows*s.columns > maxBookArea:
		return refusedBook("Удалите пустые строки и столбцы за таблицей или скопируйте её в новую книгу.",
			"Лист слишком велик: %d строк на %d столбцов, а больше %d ячеек не читается.", s.rows, s.columns, maxBookArea)
	case *cells > maxBookCells:
		return refusedBook(copyRows, "В книге больше %d заполненных ячеек.", maxBookCells)
	}
	return nil
}
