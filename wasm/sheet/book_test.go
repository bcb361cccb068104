package sheet_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"rroform/wasm/sheet"
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

const (
	sheetPart = "xl/worksheets/sheet1.xml"
	bookOf    = `<workbook xmlns:r="r"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>`
	relsOf    = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" ` +
		`Target="worksheets/sheet1.xml"/><Relationship Id="rId2" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" ` +
		`Target="sharedStrings.xml"/><Relationship Id="rId3" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`</Relationships>`
)

// office writes a workbook of one sheet with the parts that it needs; more are
// further ones, names and texts in turn.
func office(t *testing.T, cells string, more ...string) []byte {
	return book(
		t, append([]string{"xl/workbook.xml", bookOf, "xl/_rels/workbook.xml.rels", relsOf, sheetPart,
			"<worksheet><sheetData>" + cells + "</sheetData></worksheet>"}, more...)...)
}

func unpack(data []byte) ([]sheet.BookPart, error) {
	return sheet.UnpackBook(data, func(int, int) error { return nil })
}

// part is the text of a part, "" = there is none.
func part(parts []sheet.BookPart, name string) string {
	for _, p := range parts {
		if p.Name == name {
			return string(p.Data)
		}
	}
	return ""
}

// TestUnpackBook: what cells are made of comes out, pictures stay.
func TestUnpackBook(t *testing.T) {
	cells := `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"/></row>`
	parts, err := unpack(office(t, cells, "xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>", "xl/media/1.png",
		"PNG", "docProps/app.xml", "<a/>"))
	if err != nil || !strings.Contains(part(parts, sheetPart), "<sheetData>"+cells+"</sheetData>") ||
		part(parts, "xl/sharedStrings.xml") == "" || len(parts) != 6 {
		t.Errorf("%+v, %v", parts, err)
	}
	stop := errors.New("stop")
	if _, err := sheet.UnpackBook(office(t, cells), func(int, int) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("not stopped: %v", err)
	}
}

// TestPartNames: whatever names the parts have, and however the relations lead
// to them, they are found.
func TestPartNames(t *testing.T) {
	const cells = `<worksheet><sheetData><row><c><v>12345</v></c></row></sheetData></worksheet>`
	rels := func(target string) string { return strings.Replace(relsOf, "worksheets/sheet1.xml", target, 1) }
	top := func(target string) string {
		return `<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="` + target +
			`"/></Relationships>`
	}
	for name, files := range map[string][]string{
		"letter case": {"XL/Workbook.xml", bookOf, "xl/_rels/workbook.xml.RELS", relsOf,
			"xl/Worksheets/Sheet1.XML", cells, "xl/SharedStrings.xml", "<sst/>", "xl/Styles.xml", "<styleSheet/>"},
		"backslashes": {`xl\workbook.xml`, bookOf, `xl\_rels\workbook.xml.rels`, relsOf,
			`xl\worksheets\sheet1.xml`, cells, `xl\sharedStrings.xml`, "<sst/>", `xl\styles.xml`, "<styleSheet/>"},
		"a leading slash": {"/xl/workbook.xml", bookOf, "/xl/_rels/workbook.xml.rels",
			rels("/xl/worksheets/sheet1.xml"), "/xl/worksheets/sheet1.xml", cells, "/xl/sharedStrings.xml", "<sst/>",
			"/xl/styles.xml", "<styleSheet/>"},
		"here": {"xl/workbook.xml", bookOf, "xl/_rels/workbook.xml.rels",
			rels("./worksheets/./sheet1.xml"), sheetPart, cells, "xl/sharedStrings.xml", "<sst/>", "xl/styles.xml",
			"<styleSheet/>"},
		"up and down": {"xl/workbook.xml", bookOf, "xl/_rels/workbook.xml.rels",
			rels("../xl/worksheets/sheet1.xml"), sheetPart, cells, "xl/sharedStrings.xml", "<sst/>", "xl/styles.xml",
			"<styleSheet/>"},
		"a target with \\": {"xl/workbook.xml", bookOf, "xl/_rels/workbook.xml.rels", rels(`worksheets\sheet1.xml`),
			sheetPart, cells, "xl/sharedStrings.xml", "<sst/>", "xl/styles.xml", "<styleSheet/>"},
		"from the top": {"xl/workbook.xml", bookOf, "xl/_rels/workbook.xml.rels",
			rels("xl/worksheets/sheet1.xml"), sheetPart, cells, "xl/sharedStrings.xml", "<sst/>", "xl/styles.xml",
			"<styleSheet/>"},
		"another name": {"_rels/.rels", top("book/main.xml"), "book/main.xml", bookOf, "book/_rels/main.xml.rels",
			rels("one.xml"), "book/one.xml", cells, "book/sharedStrings.xml", "<sst/>", "book/styles.xml",
			"<styleSheet/>"},
		"an absolute target": {"_rels/.rels", top("/xl/workbook.xml"), "xl/workbook.xml", bookOf,
			"xl/_rels/workbook.xml.rels", relsOf, sheetPart, cells, "xl/sharedStrings.xml", "<sst/>", "xl/styles.xml",
			"<styleSheet/>"},
	} {
		parts, err := unpack(book(t, files...))
		if err != nil || !strings.Contains(part(parts, sheetPart), "12345") ||
			part(parts, "xl/sharedStrings.xml") != "<sst/>" || part(parts, "xl/styles.xml") != "<styleSheet/>" ||
			part(parts, "xl/workbook.xml") != bookOf ||
			!strings.Contains(part(parts, "[Content_Types].xml"), "/xl/styles.xml") {
			t.Errorf("%s: %v, %q", name, err, parts)
		}
	}
}

// TestSheetsWithoutCells: charts, dialogs and macros keep their places, so that
// the other sheets keep theirs.
func TestSheetsWithoutCells(t *testing.T) {
	for _, kind := range []string{"chartsheet", "dialogsheet", "xlMacrosheet"} {
		rels := strings.Replace(relsOf, "<Relationship ", `<Relationship Id="rId9" Type="http://x/relationships/`+kind+
			`" Target="other.xml"/><Relationship `, 1)
		parts, err := unpack(book(t, "xl/workbook.xml", bookOf, "xl/_rels/workbook.xml.rels", rels, "xl/other.xml",
			"<x>secret</x>", sheetPart, "<worksheet><sheetData><row/></sheetData></worksheet>"))
		if err != nil || !strings.HasPrefix(part(parts, sheetPart), "<worksheet xmlns=") ||
			!strings.Contains(part(parts, "xl/worksheets/sheet2.xml"), "<row/>") {
			t.Errorf("%s: %v, %q", kind, err, parts)
		}
	}
}

// TestMended: a cell that makes no sense is an error, not empty and not the end
// of the book; what makes sense stays byte for byte.
func TestMended(t *testing.T) {
	strs := "<sst><si><t>a</t></si><si/><si><t>b</t></si></sst>"
	for cell, want := range map[string]string{
		`<c r="A1" t="s"><v>2</v></c>`:                            "",
		`<c r="A1" t="s"><v>3</v></c>`:                            `<c r="A1" t="e"><v>#REF!</v></c>`,
		`<c r="A1" t="s"><v>-1</v></c>`:                           `<c r="A1" t="e"><v>#REF!</v></c>`,
		`<c r="A1" t="s"><v>__proto__</v></c>`:                    `<c r="A1" t="e"><v>#REF!</v></c>`,
		`<c r="A1" s="5"><v>1.5e3</v></c>`:                        "",
		`<c r="A1"><v>много</v></c>`:                              `<c r="A1" t="e"><v>#VALUE!</v></c>`,
		`<c r="A1" t="n"><v>NaN</v></c>`:                          `<c r="A1" t="e"><v>#VALUE!</v></c>`,
		`<c r="A1"><v>1e999</v></c>`:                              `<c r="A1" t="e"><v>#VALUE!</v></c>`,
		`<c r="A1"><f>A2</f></c>`:                                 `<c r="A1" t="e"><v>#GETTING_DATA</v></c>`,
		`<c r="A1"><f>A2</f><v></v></c>`:                          `<c r="A1" t="e"><v>#GETTING_DATA</v></c>`,
		`<c r="A1" t="str"><f t="shared" si="0"/></c>`:            `<c r="A1" t="e"><v>#GETTING_DATA</v></c>`,
		`<c r="A1" t="str"><f>IF(B1,"","")</f><v></v></c>`:        "",
		`<c r="A1" t="str"><f>A2</f><v>x</v></c>`:                 "",
		`<c r="A1"><f>A2</f><v>0</v></c>`:                         "",
		`<c r="A1" t="e"><v>#N/A</v></c>`:                         "",
		`<c r="A1" t="b"><v>true</v></c>`:                         "",
		`<c r="A1" t="zz"><v>1</v></c>`:                           "",
		`<c r="A1" t="inlineStr"><is><t>v &lt;v&gt;</t></is></c>`: "",
		`<c><f>A2</f></c>`:                                        `<c t="e"><v>#GETTING_DATA</v></c>`,
		`<c r="A1"/>`:                                             "",
		`<c r="A1"></c>`:                                          "",
		`<x:c r="A1"><x:v>много</x:v></x:c>`:                      `<c r="A1" t="e"><v>#VALUE!</v></c>`,
	} {
		if want == "" {
			want = cell
		}
		parts, err := unpack(office(t, "<row>"+cell+"<c><v>7</v></c></row>", "xl/sharedStrings.xml", strs))
		if got := part(parts, sheetPart); err != nil ||
			got != "<worksheet><sheetData><row>"+want+"<c><v>7</v></c></row></sheetData></worksheet>" {
			t.Errorf("%s: %s, %v", cell, got, err)
		}
	}
	parts, _ := unpack(office(t, "", "xl/sharedStrings.xml", strs))
	if got := part(parts, "xl/sharedStrings.xml"); got != "<sst><si><t>a</t></si><si></si><si><t>b</t></si></sst>" {
		t.Error(got)
	}
	links, _ := unpack(
		office(t, `<row/></sheetData><hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks><sheetData>`))
	if strings.Contains(part(links, sheetPart), "hyperlink") {
		t.Error("links are handed on")
	}
}

// TestODS: a small program leaves styles out; attributes in other quotes and a
// formula without a value are written so that the library sees them.
func TestODS(t *testing.T) {
	parts, err := unpack(book(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
		`<table:table table:name='Лист "1"'><table:table-row table:number-rows-repeated='2'><table:table-cell `+
			`table:formula="of:=A1"/><table:table-cell table:formula='of:=A1' office:value-type='float' `+
			`office:value='5'><text:p>5</text:p></table:table-cell></table:table-row></table:table>`))
	want := `<table:table table:name='Лист "1"'><table:table-row table:number-rows-repeated="2"><table:table-cell ` +
		`office:value-type="string" office:string-value="#GETTING_DATA"/><table:table-cell table:formula="of:=A1" ` +
		`office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell></table:table-row>` +
		`</table:table>`
	if got := part(parts, "content.xml"); err != nil || got != want || part(parts, "styles.xml") == "" ||
		part(parts, "META-INF/manifest.xml") == "" {
		t.Errorf("%v\n%s\n%s", err, got, want)
	}
}

// TestFlatBook: a book of XML 2003 in any encoding becomes UTF-8.
func TestFlatBook(t *testing.T) {
	const body = `<Workbook><Worksheet ss:Name='Лист'><Table><Row><Cell ss:Index='3'><Data ss:Type="String">` +
		`Имя</Data></Cell><Cell ss:Formula="=R1C1"/><Cell ss:Formula="=R1C1"></Cell></Row></Table></Worksheet>` +
		`</Workbook>`
	const want = `<Workbook><Worksheet ss:Name="Лист"><Table><Row><Cell ss:Index="3"><Data ss:Type="String">` +
		`Имя</Data></Cell><Cell ss:Formula="=R1C1"><Data ss:Type="Error">#GETTING_DATA</Data></Cell><Cell ` +
		`ss:Formula="=R1C1"><Data ss:Type="Error">#GETTING_DATA</Data></Cell></Row></Table></Worksheet></Workbook>`
	for name, data := range map[string][]byte{
		"UTF-8":        []byte(`<?xml version="1.0" encoding="UTF-8"?>` + body),
		"no encoding":  []byte(`<?xml version="1.0"?>` + body),
		"a mark":       []byte("\ufeff" + `<?xml version="1.0" encoding="utf-8"?>` + body),
		"UTF-16":       wide(`<?xml version="1.0" encoding="UTF-16"?>` + body),
		"windows-1251": cp1251(t, `<?xml version='1.0' encoding='windows-1251'?>`+body),
	} {
		parts, err := sheet.FlatBook(data)
		if err != nil || string(parts[0].Data) != `<?xml version="1.0"?>`+want {
			t.Errorf("%s: %v, %s", name, err, parts)
		}
	}
	for name, body := range map[string]string{
		"far":   `<Row ss:Index="2000000"><Cell/></Row>`,
		"wide":  `<Row><Cell ss:Index="20000000"/></Row>`,
		"spans": `<Column ss:Span="20000000"/><Row><Cell/></Row>`,
		"cells": strings.Repeat("<Cell><Data>1</Data></Cell>", 200_001),
		"empty": strings.Repeat("<Cell/>", 900_001),
		"repeat": `<table:table-row table:number-rows-repeated="1048576"><table:table-cell ` +
			`table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>`,
		"blanks": `<table:table-row><table:table-cell><text:p>` +
			strings.Repeat(`<text:s text:c="999999999"/>`, 40_000) + `</text:p></table:table-cell></table:table-row>`,
	} {
		if _, err := sheet.FlatBook([]byte(body)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

// TestPackedOtherwise: a book that is packed in a way that Excel does not know
// is sound, and is called so.
func TestPackedOtherwise(t *testing.T) {
	for method, want := range map[uint16]string{9: "«Deflate64»", 14: "«LZMA»", 77: "«№ 77»"} {
		data := office(t, "<row/>")
		for _, sign := range []struct {
			mark string
			at   int
		}{{"PK\x01\x02", 10}, {"PK\x03\x04", 8}} {
			for at := 0; ; at++ {
				next := bytes.Index(data[at:], []byte(sign.mark))
				if next < 0 {
					break
				}
				at += next
				binary.LittleEndian.PutUint16(data[at+sign.at:], method)
			}
		}
		_, err := unpack(data)
		var refused *sheet.RefusedError
		if !errors.As(err, &refused) || !strings.Contains(refused.Text, want) ||
			strings.Contains(refused.Text, "повреждён") || !strings.Contains(refused.Hint, "Сама книга цела") {
			t.Errorf("%d: %v", method, err)
		}
	}
}

// TestEmptyCells: cells that have a look and nothing else do not count as
// filled, so a table with a frame far below its end is taken.
func TestEmptyCells(t *testing.T) {
	row := "<row>" + strings.Repeat(`<c s="1"/>`, 40) + "</row>"
	rows := "<row><c><v>1</v></c></row>" + strings.Repeat(row, 10_000)
	if _, err := unpack(office(t, rows)); err != nil {
		t.Errorf("XLSX: %v", err)
	}
	flat := strings.NewReplacer("row", "Row", "c s=", "Cell ss:StyleID=", "<c><v>1</v></c>",
		"<Cell><Data>1</Data></Cell>").Replace(rows)
	if _, err := sheet.FlatBook([]byte(flat)); err != nil {
		t.Errorf("XML 2003: %v", err)
	}
	if _, err := sheet.FlatBook(
		[]byte(strings.NewReplacer("row", "table:table-row", "c s=", "table:table-cell style=", "<c><v>1</v></c>",
			"<table:table-cell><text:p>1</text:p></table:table-cell>").Replace(rows))); err != nil {
		t.Errorf("ODS: %v", err)
	}
}

func TestBookLimits(t *testing.T) {
	lying := office(t, strings.Repeat("<c/>", 30<<20)) // 120 MB …
	for at := 0; ; at++ {
		next := bytes.Index(lying[at:], []byte("PK\x01\x02"))
		if next < 0 {
			break
		}
		at += next
		binary.LittleEndian.PutUint32(lying[at+24:], 1000) // … and the directory says: 1,000 bytes
	}
	noise := "" // packs badly, as texts of people do
	for i := range 12_000 {
		noise += fmt.Sprintf("%x", i*i)
	}
	var many []string
	for i := range 1001 {
		many = append(many, fmt.Sprintf("%d.xml", i), "")
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"no zip":   {[]byte("PK\x03\x04 but no more"), "не читается"},
		"no book":  {book(t, "a.xml", "<a/>"), "не читается"},
		"no sheet": {book(t, "xl/workbook.xml", bookOf), "не читается"},
		"no part of a sheet": {book(t, "xl/workbook.xml", bookOf, "xl/_rels/workbook.xml.rels", relsOf),
			"не читается"},
		"many parts":      {book(t, many...), "больше 1000 частей"},
		"twice":           {office(t, "", strings.ToUpper(sheetPart), "<a/>"), "не читается"},
		"bomb":            {office(t, strings.Repeat(" ", 21<<20)), "больше чем в 200 раз"},
		"lying":           {lying, "не читается"},
		"deep":            {office(t, "", "xl/styles.xml", strings.Repeat("<a>", 300)), "200 уровней"},
		"attributes":      {office(t, "<row "+strings.Repeat(`r="1" `, 400)+">"), "больше 300 свойств"},
		"a long cell":     {office(t, "<c>"+strings.Repeat("Я", 300<<10)+"</c>"), "длиннее 512 КБ"},
		"signs by number": {office(t, strings.Repeat("<t>&amp;&#60;</t>", 300_000)), "больше 500000 знаков"},
		"far": {office(t, `<row r="1"><c r="XFD1"><v/></c></row><row r="1000000"/>`),
			"1000000 строк на 16384 столбцов"},
		"far, with a prefix": {office(t, `<x:row x:a="1" r='99999999999'/>`), "Лист слишком велик"},
		"cells without place": {
			office(t, strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 200)+"</row>", 1001)),
			"больше 200 тысяч заполненных ячеек"},
		"empty cells": {office(t, strings.Repeat("<row>"+strings.Repeat("<c/>", 200)+"</row>", 4501)),
			"больше 900 тысяч ячеек вместе с пустыми"},
		"much text": {
			office(t, strings.Repeat("<row><c t=\"inlineStr\"><is><t>"+noise+"</t></is></c></row>", 700)),
			"Данные листов в книге больше 20 МБ"},
		"ODS of empty cells": {
			book(t, "content.xml",
				strings.Repeat("<table:table-row>"+strings.Repeat("<table:table-cell/>", 200)+"</table:table-row>",
					4501)), "больше 900 тысяч ячеек вместе с пустыми"},
		"ODS under a password": {book(t, "content.xml", "x", "META-INF/manifest.xml", "<manifest:encryption-data/>"),
			"закрыта паролем"},
	} {
		_, err := unpack(c.data)
		var refused *sheet.RefusedError
		if !errors.As(err, &refused) || !strings.Contains(refused.Text, c.want) || refused.Hint == "" {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func wide(s string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

func cp1251(t *testing.T, s string) []byte {
	out, err := charmap.Windows1251.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}
