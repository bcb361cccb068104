package hostile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
)

const (
	sheetHead = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	sheetTail = `</sheetData></worksheet>`
)

// workbook returns an XLSX with one sheet of these rows. more are names and contents of
// further files in it, which replace those of the same name.
func workbook(rows string, more ...string) []byte {
	parts := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default ` +
			`Extension="xml" ContentType="application/xml"/><Default Extension="rels" ` +
			`ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override ` +
			`PartName="/xl/workbook.xml" ` +
			`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override ` +
			`PartName="/xl/worksheets/sheet1.xml" ` +
			`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ` +
			`Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
			`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet ` +
			`name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships ` +
			`xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" ` +
			`Target="worksheets/sheet1.xml"/><Relationship Id="rId2" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
			`<Relationship Id="rId3" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" ` +
			`Target="sharedStrings.xml"/></Relationships>`,
		"xl/styles.xml": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
			`<cellXfs count="1"><xf numFmtId="14"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>` +
			`Номер</t></si></sst>`,
		"xl/worksheets/sheet1.xml": sheetHead + rows + sheetTail,
	}
	for i := 0; i < len(more); i += 2 {
		parts[more[i]] = more[i+1]
	}
	texts := []string{}
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
		"xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"} {
		texts = append(texts, name, parts[name])
	}
	return zipOf(texts...)
}

const goodRow = `<row r="1"><c r="A1" t="inlineStr"><is><t>Номер</t></is></c><c r="B1" t="s"><v>0</v></c></row>`

const sheet = "xl/worksheets/sheet1.xml"

// laughs is the XML bomb «billion laughs».
const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b ` +
	`"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d ` +
	`"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f ` +
	`"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY x SYSTEM ` +
	`"file:///etc/passwd">]>`

// books are hostile as workbooks.
var books = []kind{
	{"blown up", Book, true, func(m *maker) []byte { return workbook(blanks(m.upTo(250 << 20))) }},
	{"says less than it has", Book, true, func(m *maker) []byte {
		data := workbook(repeat("<c/>", m.upTo(80<<20)))
		for at := 0; ; { // every entry of the directory
			next := bytes.Index(data[at:], []byte("PK\x01\x02"))
			if next < 0 {
				return data
			}
			at += next
			binary.LittleEndian.PutUint32(data[at+24:], uint32(m.IntN(1000)))
			at += 4
		}
	}},
	{"overlapping", Book, true, func(m *maker) []byte {
		return same(900, []byte(sheetHead+goodRow+blanks(100<<10)), zip.Deflate, func(i int, p *part) {
			p.name = fmt.Sprintf("xl/worksheets/sheet%d.xml", i)
		})
	}},
	{"parts", Book, true, func(m *maker) []byte {
		return same(m.upTo(500_000), nil, zip.Store, func(i int, p *part) { p.name = fmt.Sprintf("%d.xml", i) })
	}},
	{"entities", Book, false, func(m *maker) []byte {
		return workbook(goodRow, "xl/sharedStrings.xml", laughs+`<sst><si><t>`+repeat("&g;&x;", m.upTo(1000))+
			`</t></si></sst>`)
	}},
	{"entities in cells", Book, false, func(m *maker) []byte {
		return workbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>` + repeat("&#60;&#x41;&amp;&lt;", m.upTo(1<<20)) +
			`</t></is></c></row>`)
	}},
	{"deep", Book, true, func(m *maker) []byte { return workbook(repeat("<row>", m.upTo(4<<20))) }},
	{"rows", Book, true, func(m *maker) []byte {
		return workbook(repeat(`<row><c><v>1</v></c></row>`, m.upTo(3_000_000)))
	}},
	{"cells", Book, true, func(m *maker) []byte {
		return workbook("<row>" + repeat(`<c/>`, m.upTo(4_000_000)) + "</row>")
	}},
	{"as many cells as may be", Book, false, func(m *maker) []byte {
		return workbook(repeat("<row>"+repeat(`<c t="inlineStr"><is><t>ячейка</t></is></c>`, 20)+"</row>",
			m.upTo(10_000)))
	}},
	{"as much text as may be", Book, false, func(m *maker) []byte {
		var rows strings.Builder // all different, or the compression ratio would be too high
		for i := range m.upTo(10_000) {
			rows.WriteString(
				"<row>" + repeat(fmt.Sprintf(`<c t="inlineStr"><is><t>%d-%d %s</t></is></c>`, i, m.Uint32(),
					repeat("Ж", 15)), 20) + "</row>")
		}
		return workbook(rows.String())
	}},
	{"as many empty cells as may be", Book, false, func(m *maker) []byte {
		return workbook(goodRow + repeat("<row>"+repeat(`<c s="0"/>`, 20)+"</row>", m.upTo(45_000)))
	}},
	{"far", Book, true, func(m *maker) []byte {
		return workbook(fmt.Sprintf(`<row r="%d"><c r="XFD%[1]d"><v>1</v></c></row>`, 1+m.IntN(1<<40)))
	}},
	{"tags that never end", Book, true, func(m *maker) []byte { return workbook(repeat("<row ", m.upTo(12<<20))) }},
	{"attributes", Book, true, func(m *maker) []byte {
		return workbook("<row " + repeat(`a="1" `, m.upTo(2<<20)) + "/>")
	}},
	{"a long name", Book, false, func(m *maker) []byte {
		return workbook("<row><c " + repeat("a:", 100_000) + `="1"><v>1</v></c></row>`)
	}},
	{"days of no calendar", Book, false, func(m *maker) []byte {
		rows := ""
		for i, v := range []string{"1e308", "-1", "NaN", "Infinity", "99999999999999999999", "0.0000001", "1e-400",
			"2958466", "text", ""} {
			rows += fmt.Sprintf(`<row r="%d"><c r="A%[1]d" s="0"><v>%s</v></c></row>`, i+1, v)
		}
		return workbook(rows)
	}},
	{"strings that are not there", Book, false, func(m *maker) []byte {
		return workbook(`<row r="1"><c r="A1" t="s"><v>999999999</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s">` +
			`<v>__proto__</v></c><c r="D1" t="zz" s="777"><v>1</v></c></row>`)
	}},
	{"formats", Book, false, func(m *maker) []byte {
		return workbook(goodRow, "xl/styles.xml", `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="`+
			repeat("[", 100_000)+`"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`)
	}},
	{"parts outside", Book, false, func(m *maker) []byte {
		return workbook(goodRow, "xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" `+
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" `+
			`Target="../../../../etc/passwd"/><Relationship Id="rId9" `+
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" TargetMode="External" `+
			`Target="http://a.example/x.png"/></Relationships>`)
	}},
	{"names of objects", Book, false, func(m *maker) []byte {
		return workbook(goodRow, "xl/workbook.xml",
			`<workbook><sheets>`+repeat(`<sheet name="__proto__" sheetId="constructor" r:id="rId1"/>`, m.upTo(500))+
				`</sheets></workbook>`)
	}},
	{"texts that run", Book, false, func(m *maker) []byte {
		rows := ""
		for i, text := range Harmful {
			var b bytes.Buffer
			for _, r := range text { // as numeric references, which the reader must decode
				fmt.Fprintf(&b, "&#%d;", r)
			}
			rows += fmt.Sprintf(`<row r="%d"><c r="A%[1]d" t="inlineStr"><is><t>%s</t></is></c></row>`, i+1, b.String())
		}
		return workbook(rows)
	}},
	{"damaged", Book, false, func(m *maker) []byte { return m.damaged(workbook(repeat(goodRow, 30))) }},
	{"damaged inside", Book, false, func(m *maker) []byte {
		return workbook(string(m.damaged([]byte(repeat(goodRow, 30)))), sheet,
			string(m.damaged([]byte(sheetHead+repeat(goodRow, 30)+sheetTail))))
	}},
	{"ODS that repeats", Book, true, func(m *maker) []byte {
		return zipOf("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
			`<office:document-content><table:table>`+
				repeat(`<table:table-row table:number-rows-repeated="1048576"><table:table-cell `+
					`table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>`,
					m.upTo(100)))
	}},
	{"ODS of blanks", Book, true, func(m *maker) []byte {
		return zipOf("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
			`<office:document-content><table:table><table:table-row><table:table-cell><text:p>`+
				repeat(`<text:s text:c="999999999"/>`, m.upTo(100_000)))
	}},
	{"XML 2003 that spans", Book, true, func(m *maker) []byte {
		return []byte(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook><Worksheet><Table>` +
			`<Column ss:Span="999999999"/><Row ss:Index="99999999"><Cell ss:Index="99999999"><Data>1</Data></Cell>` +
			`</Row>`)
	}},
	{"old records", Book, false, func(m *maker) []byte {
		return []byte("\x09\x00\x04\x00\x02\x00\x10\x00" +
			repeat("\xB8\x01\x20\x00\x00\x00\xFF\xFF\x00\x00\xFF\x00"+repeat("\x00", 24)+
				"\x02\x00\x09\x00\x01\x00\x01\x00\x00\x00\x00\x01\x00", m.upTo(100_000)))
	}},
	{"HTML of tables", Table, true, func(m *maker) []byte {
		return []byte("<html>" + repeat("<table><tr><td>1", m.upTo(1<<20)))
	}},
	{"HTML that spans", Table, false, func(m *maker) []byte {
		return []byte("<html><table>" + repeat(`<tr><td rowspan="999999999">1<td colspan="190">2`, m.upTo(20_000)))
	}},
}
