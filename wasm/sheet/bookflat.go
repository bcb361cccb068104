package sheet

import (
	"bytes"
	"fmt"

	"rroform/wasm/charset"
)

// xmlHead makes the page's library take a text for XML: HTML has tables, too.
const xmlHead = `<?xml version="1.0"?>`

// FlatBook checks a workbook that is one text (XML 2003, an ODS that is not
// packed) against the limits and makes the part of it. It fails with a
// *[RefusedError].
func FlatBook(data []byte) ([]BookPart, error) {
	if len(data) > maxBook {
		return nil, tooLargeFile(maxBook)
	}
	text, err := charset.XMLText(data)
	if err != nil {
		return nil, &RefusedError{"Кодировка, указанная в таблице, не известна.", saveAgain}
	}
	if len(text) > maxBookText {
		return nil, tooMuchText()
	}
	var size bookSize
	s, mend := measureXML2003(text), mendedXML2003
	if s == (extent{}) {
		s, mend = measureRepeats(text), mendedRepeats
	}
	if err := size.add(s); err != nil {
		return nil, err
	}
	if err := size.checkText(text); err != nil {
		return nil, err
	}
	text = bytes.Clone(text)
	doubleQuotes(text)
	return []BookPart{{"book.xml", append([]byte(xmlHead), mend(text)...)}}, nil
}

// measureXML2003 walks over the tags of a book of XML 2003 once. Rows and
// cells say their place in the attribute Index, or follow one another.
func measureXML2003(text []byte) (s extent) {
	row, column := 0, 0
	for {
		t, rest, found := nextTag(text)
		if !found || s.tooMany() {
			return s
		}
		text = rest
		if t.closes() {
			continue
		}
		switch string(t.name()) {
		case "Worksheet":
			row = 0
		case "Row":
			row, column = max(row+1, number(t.attribute("Index"))), 0
			s.rows = max(s.rows, row)
		case "Cell":
			s.count(t.empty() && t.attribute("Formula") == nil)
			column = max(column+1, number(t.attribute("Index"))) + number(t.attribute("MergeAcross"))
			s.columns = max(s.columns, column)
		case "Column": // the library keeps each
			s.columns = max(s.columns, number(t.attribute("Index")), number(t.attribute("Span")))
		}
	}
}

// mendedXML2003 makes an error of a cell that has a formula and no value.
func mendedXML2003(text []byte) []byte {
	const data = `<Data ss:Type="Error">` + noFormula + `</Data>`
	out := bytes.NewBuffer(make([]byte, 0, len(text)))
	bare := false // inside of a cell with a formula, without a value so far
	for {
		t, rest, found := nextTag(text)
		if !found {
			out.Write(text)
			return out.Bytes()
		}
		open := bytes.IndexByte(text, '<')
		switch {
		case t.closes():
			if bare && t.is("Cell") {
				out.WriteString(data)
				bare = false
			}
		case t.is("Cell") && t.attribute("Formula") != nil && t.empty():
			out.Write(text[:open])
			fmt.Fprintf(out, "<%s>%s</Cell>", bytes.TrimSuffix(t, []byte{'/'}), data)
			text = rest
			continue
		case t.is("Cell"):
			bare = t.attribute("Formula") != nil
		case t.is("Data"):
			bare = false
		}
		out.Write(text[:len(text)-len(rest)])
		text = rest
	}
}
