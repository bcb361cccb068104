package table_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"

	"rroform/wasm/table"
)

// book writes a zip: names and texts in turn.
func book(t *testing.T, namesAndTexts ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(namesAndTexts); i += 2 {
		f, err := w.Create(namesAndTexts[i])
		if err == nil {
			_, err = f.Write([]byte(namesAndTexts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

const sheet = "xl/worksheets/sheet1.xml"

func unpack(data []byte) ([]table.BookPart, error) {
	return table.UnpackBook(data, func(int, int) error { return nil })
}

// TestUnpackBook: what is text comes out as it is, pictures stay.
func TestUnpackBook(t *testing.T) {
	cells := `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"/></row></sheetData></worksheet>`
	parts, err := unpack(book(t, sheet, cells, "xl/media/1.png", "PNG", "_rels/.rels", "<r/>"))
	if err != nil || len(parts) != 2 || string(parts[0].Data) != cells || parts[1].Name != "_rels/.rels" {
		t.Errorf("%+v, %v", parts, err)
	}
	stop := errors.New("stop")
	if _, err := table.UnpackBook(book(t, sheet, cells), func(int, int) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("not stopped: %v", err)
	}
}

func TestBookLimits(t *testing.T) {
	lying := book(t, sheet, strings.Repeat("<c/>", 30<<20)) // 120 MB …
	at := bytes.Index(lying, []byte("PK\x01\x02")) + 24
	binary.LittleEndian.PutUint32(lying[at:], 1000) // … and the directory says: 1,000 bytes
	var many []string
	for i := range 1001 {
		many = append(many, fmt.Sprintf("%d.xml", i), "")
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"no zip":              {[]byte("PK\x03\x04 but no more"), "не читается"},
		"old":                 {[]byte{0xD0, 0xCF, 0x11, 0xE0}, "*.xls"},
		"many parts":          {book(t, many...), "больше 1000 частей"},
		"twice":               {book(t, sheet, "<a/>", strings.ToUpper(sheet), "<a/>"), "не читается"},
		"bomb":                {book(t, sheet, strings.Repeat(" ", 21<<20)), "больше чем в 200 раз"},
		"lying":               {lying, "не читается"},
		"deep":                {book(t, "xl/styles.xml", strings.Repeat("<a>", 300)), "200 уровней"},
		"attributes":          {book(t, sheet, "<row "+strings.Repeat(`r="1" `, 400)+">"), "больше 300 свойств"},
		"a long cell":         {book(t, sheet, "<c>"+strings.Repeat("Я", 300<<10)+"</c>"), "длиннее 512 КБ"},
		"signs by number":     {book(t, sheet, strings.Repeat("<t>&amp;&#60;</t>", 300_000)), "больше 500000 знаков"},
		"far":                 {book(t, sheet, `<row r="1"><c r="XFD1"><v/></c></row><row r="1000000"/>`), "1000000 строк на 16384 столбцов"},
		"far, with a prefix":  {book(t, sheet, `<x:row x:a="1" r='99999999999'/>`), "Лист слишком велик"},
		"cells without place": {book(t, sheet, strings.Repeat("<row>"+strings.Repeat("<c/>", 200)+"</row>", 8000)), "больше 1000000 заполненных ячеек"},
	} {
		_, err := unpack(c.data)
		var refused *table.RefusedError
		if !errors.As(err, &refused) || !strings.Contains(refused.Text, c.want) || refused.Hint == "" {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
