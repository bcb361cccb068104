package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// titles and rows of the tables that are made here.
var madeTitles = []string{"Рег. №", "Дата регистрации", "ФИО заявителя", "Код вопроса", "Результат рассмотрения"}

func madeRows(n int) [][]string {
	return [][]string{
		{fmt.Sprint(n, "-ОГ"), "05.10.2026", "Примеров Пётр Ильич", "0003.0009.0097.0694", inWork},
		{fmt.Sprint(n+1, "-ОГ"), "06.10.2026", "Образцова Анна Юрьевна", "0002.0014.0143.0389", inWork},
	}
}

// madeSheet is a sheet of XLSX; a cell that begins with «<» is written as it is.
func madeSheet(rows ...[]string) string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for _, row := range append([][]string{madeTitles}, rows...) {
		b.WriteString("<row>")
		for _, cell := range row {
			if !strings.HasPrefix(cell, "<") {
				cell = "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>"
			}
			b.WriteString(cell)
		}
		b.WriteString("</row>")
	}
	return b.String() + `</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks></worksheet>`
}

// xlsx packs parts, names and texts in turn, beside formats: 1 a day, 2 four
// digits, 3 a code.
func xlsx(t *testing.T, parts ...string) []byte {
	files := map[string]string{
		"xl/styles.xml": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts ` +
			`count="2"><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" ` +
			`formatCode="0000\.0000\.0000\.0000"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/>` +
			`<xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
		"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
			`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet ` +
			`name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" ` +
			`Target="worksheets/sheet1.xml"/><Relationship Id="rId2" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
			`</Relationships>`,
	}
	for i := 0; i < len(parts); i += 2 {
		files[parts[i]] = parts[i+1]
	}
	return zipped(t, files)
}

const sheet1 = "xl/worksheets/sheet1.xml"

// old2 is a book of Excel 2.1: records without a container, a byte a letter.
func old2(t *testing.T, rows [][]string) []byte {
	var out []byte
	record := func(id int, body []byte) {
		out = binary.LittleEndian.AppendUint16(out, uint16(id))
		out = append(binary.LittleEndian.AppendUint16(out, uint16(len(body))), body...)
	}
	record(0x0009, []byte{2, 0, 0x10, 0})
	for r, row := range rows {
		for c, cell := range row {
			text, err := charmap.Windows1251.NewEncoder().Bytes([]byte(cell))
			if err != nil {
				t.Fatal(err)
			}
			record(0x0004, append([]byte{byte(r), 0, byte(c), 0, 0, 0, 0, byte(len(text))}, text...))
		}
	}
	record(0x000A, nil)
	return out
}

func htmlRows(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString("<TR>")
		for _, cell := range row {
			b.WriteString("<TD nowrap>&nbsp;" + cell + " ")
		}
	}
	return b.String()
}

func odsRows(rows [][]string) string { return odsTable(append([][]string{madeTitles}, rows...)) }

// odsTable is a table with its titles; a cell that begins with «<» is written as it is.
func odsTable(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		b.WriteString("<table:table-row>")
		for _, cell := range row {
			if strings.HasPrefix(cell, "<") {
				b.WriteString(cell)
				continue
			}
			if day, is := strings.CutSuffix(cell, ".10.2026"); is && i > 0 {
				fmt.Fprintf(&b, `<table:table-cell office:value-type="date" office:date-value="2026-10-%sT09:30:00">`+
					`<text:p>%s окт. 26</text:p></table:table-cell>`, day, day)
				continue
			}
			b.WriteString(`<table:table-cell office:value-type="string"><text:p>` + cell +
				`</text:p></table:table-cell>`)
		}
		b.WriteString(`<table:table-cell table:number-columns-repeated="16379"/></table:table-row>`)
	}
	return b.String() + `<table:table-row table:number-rows-repeated="1048570"><table:table-cell ` +
		`table:number-columns-repeated="16384"/></table:table-row>`
}

const odsHead = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ` +
	`xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
	`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ` +
	`office:mimetype="application/vnd.oasis.opendocument.spreadsheet">`

// supported are two appeals with measures taken and not taken, as logical cells.
func supported(n int, yes, no string) [][]string {
	rows := [][]string{append(slices.Clone(madeTitles), "Напрямую", "Меры приняты", "Дата ответа")}
	for i, row := range madeRows(n) {
		row[4] = "Рассмотрено. Поддержано"
		rows = append(rows, append(row, yes, []string{yes, no}[i], "20.10.2026"))
	}
	return rows
}

// xml2003 is a book of XML 2003; a cell that begins with «<» is written as it is.
func xml2003(rows [][]string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><s:Workbook ` +
		`xmlns:s="urn:schemas-microsoft-com:office:spreadsheet"><s:Worksheet s:Name="Лист"><s:Table>`)
	for _, row := range rows {
		b.WriteString("<s:Row>")
		for _, cell := range row {
			if !strings.HasPrefix(cell, "<") {
				cell = `<s:Cell><s:Data s:Type="String">` + cell + `</s:Data></s:Cell>`
			}
			b.WriteString(cell)
		}
		b.WriteString("</s:Row>")
	}
	return b.String() + `</s:Table></s:Worksheet></s:Workbook>`
}

// packedAs packs a book again under other names of its parts.
func packedAs(t *testing.T, book []byte, name func(string) string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[name(f.Name)] = string(text)
	}
	return zipped(t, files)
}

// madeBooks are more of the kinds of [someBooks].
func madeBooks(t *testing.T) []someBook {
	wb := func(inside string) string {
		return `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
			`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` + inside + `</workbook>`
	}
	two := wb(`<sheets><sheet name="Другой" sheetId="1" r:id="rId9" state="hidden"/><sheet name="Лист1" sheetId="2" ` +
		`r:id="rId1"/></sheets>`)
	rels := func(kind, target string) string {
		return `<Relationships><Relationship Id="rId9" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind +
			`" Target="other.xml"/>` +
			`<Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" ` +
			`Target="` + target + `"/><Relationship Id="rId2" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="STYLES.XML"/>` +
			`</Relationships>`
	}
	day := func(n int) string { return fmt.Sprintf(`<c s="1"><v>%d</v></c>`, n) }
	dated := func(n, serial int) [][]string {
		rows := madeRows(n)
		rows[0][1], rows[1][1] = day(serial), day(serial+1)
		return rows
	}
	odd := madeRows(615)
	odd[0] = append(odd[0], `<c t="zz" s="99"><v>1</v></c>`, `<c t="s"><v>777</v></c>`)
	odd[1] = append(odd[1], `<c><v>много</v></c>`, `<c t="e"><v>#N/A</v></c>`)
	formats := madeRows(617)
	formats[0][3], formats[1][3] = `<c s="3"><v>3000900970694</v></c>`, `<c s="3"><v>2001401430389</v></c>`
	wrong := madeRows(619)
	wrong[0][2], wrong[1][2] = `<c t="e"><v>#N/A</v></c>`, `<c><f>A2</f></c>`
	xml := `<?xml version='1.0' encoding='windows-1251'?><Workbook ` +
		`xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet ss:Name='Лист'><Table>`
	for _, row := range append([][]string{madeTitles}, madeRows(625)...) {
		xml += `<Row><Cell><Data ss:Type='String'>` + strings.Join(row, `</Data></Cell><Cell><Data ss:Type='String'>`) +
			`</Data></Cell></Row>`
	}
	xml1251, _ := charmap.Windows1251.NewEncoder().String(xml + `</Table></Worksheet></Workbook>`)
	page := `<html><meta http-equiv=Content-Type content="text/html; charset=koi8-r"><body><table><tr><td>` +
		`Отчет<table border=1>` +
		htmlRows(
			append(
				[][]string{{"Рег. номер", "Дата регистрации", "ФИО заявителя", "Код вопроса",
					"Результат рассмотрения"}}, madeRows(627)...)) + `</table></table>`
	koi, _ := charmap.KOI8R.NewEncoder().String(page)
	flat := `<?xml version="1.0"?><office:document` + odsHead +
		`<office:body><office:spreadsheet><table:table table:name="Лист1">` + odsRows(madeRows(631)) +
		`</table:table></office:spreadsheet></office:body></office:document>`
	plain := func(n int) []byte { return xlsx(t, sheet1, madeSheet(madeRows(n)...)) }
	odsBool := func(yes bool) string {
		return fmt.Sprintf(`<table:table-cell office:value-type="boolean" office:boolean-value="%v"><text:p>`+
			`логическое</text:p></table:table-cell>`, yes)
	}
	xmlBool := func(digit string) string { return `<s:Cell><s:Data s:Type="Boolean">` + digit + `</s:Data></s:Cell>` }
	return []someBook{
		{name: "windows.xlsx", data: packedAs(t, plain(633), func(name string) string {
			return strings.ToUpper(strings.ReplaceAll(name, "/", `\`))
		}), want: exported(633)},
		{name: "dots.xlsx", data: packedAs(t, plain(635), func(name string) string {
			return `.\` + strings.ReplaceAll(name, "/", `\`)
		}), want: exported(635)},
		{name: "slash.xlsx", data: packedAs(t, plain(637), func(name string) string { return "/" + name }),
			want: exported(637)},
		{name: "logical.fods",
			data: []byte(`<?xml version="1.0"?><office:document` + odsHead +
				`<office:body><office:spreadsheet><table:table table:name="Лист1">` +
				odsTable(supported(639, odsBool(true), odsBool(false))) +
				`</table:table></office:spreadsheet></office:body></office:document>`),
			want: []string{"639-ОГ", "да", "640-ОГ", "нет", "20.10.2026"}},
		{name: "logical.xls", data: []byte(xml2003(supported(641, xmlBool("1"), xmlBool("0")))),
			want: []string{"641-ОГ", "да", "642-ОГ", "нет", "20.10.2026"}},
		{name: "up.xlsx", data: xlsx(t, "xl/workbook.xml", two, "xl/_rels/workbook.xml.rels",
			rels("dialogsheet", "../xl/worksheets/sheet1.xml"), "xl/other.xml", "<dialogsheet/>", sheet1,
			madeSheet(dated(601, 46300)...)), want: exported(601)},
		{name: "here.xlsx", data: xlsx(t, "xl/workbook.xml", two, "xl/_rels/workbook.xml.rels",
			rels("xlMacrosheet", `.\worksheets\Sheet1.xml`), "xl/other.xml", "<macrosheet/>", sheet1,
			madeSheet(dated(603, 46300)...)), want: exported(603)},
		{name: "hidden.xlsx", data: xlsx(t, "xl/workbook.xml", two, "xl/_rels/workbook.xml.rels",
			rels("worksheet", "worksheets/sheet1.xml"), "xl/other.xml",
			`<worksheet><sheetData><row><c t="s"><v>9</v></c><c><v>9</v></c></row></sheetData></worksheet>`, sheet1,
			madeSheet(dated(605, 46300)...)), want: append(exported(605), "лист «Лист1»")},
		{name: "1904.xlsx",
			data: xlsx(t, "xl/workbook.xml", wb(`<workbookPr date1904="1"/><sheets><sheet name="Лист1" sheetId="1" `+
				`r:id="rId1"/></sheets>`), sheet1, madeSheet(dated(607, 46300-1462)...)), want: exported(607)},
		{name: "1900.xlsx",
			data: xlsx(t, "xl/workbook.xml",
				wb(`<workbookPr date1904="false"/><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets>`),
				sheet1, madeSheet(dated(609, 46300)...)), want: exported(609)},
		{name: "odd.xlsx", data: xlsx(t, sheet1, madeSheet(odd...)), want: exported(615)},
		{name: "formats.xlsx", data: xlsx(t, sheet1, madeSheet(formats...)), want: exported(617)},
		{name: "errors.xlsx", data: xlsx(t, sheet1, madeSheet(append(wrong, madeRows(621)...)...)),
			want: []string{"В ячейке «#Н/Д»", "В ячейке «#ФОРМУЛА»", "строк не читается\n2"}},
		{name: "old.xls", data: old2(t, append([][]string{madeTitles}, madeRows(623)...)), want: exported(623)},
		{name: "1251.xls", data: []byte(xml1251), want: exported(625)},
		{name: "koi.xls", data: []byte(koi), want: exported(627)},
		{name: "lo.ods", data: zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
			"content.xml": `<office:document-content` + odsHead + `<office:body><office:spreadsheet><table:table ` +
				`table:name="Лист1">` + odsRows(madeRows(629)) + `</table:table></office:spreadsheet></office:body>` +
				`</office:document-content>`}), want: exported(629)},
		{name: "flat.xml", data: []byte(flat), want: exported(631)},
		{name: "letter.docx", data: zipped(t, map[string]string{"word/document.xml": "<w:document/>"}),
			refused: "Это документ Word"},
		{name: "page.xls", data: []byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n" +
			"Content-Type: text/html\n\n<table><tr><td>1</td></tr></table>\n"), refused: "MHTML"},
		{name: "rtf.xls", data: []byte(`{\rtf1\ansi{\trowd\cellx100 1\cell\row}}`), refused: "RTF"},
		{name: "empty.htm", data: []byte("<html><body>Отчёт пуст</body></html>"), refused: "таблицы в ней нет"},
	}
}

// TestMadeBooks: more tables of the kinds of [TestBooks], and what is no table.
func TestMadeBooks(t *testing.T) {
	t.Parallel()
	playBooks(t, madeBooks(t))
}
