package sheet

import (
	"bytes"
	"fmt"
)

// measureRepeats walks over the tags of a table of ODS once: rows and cells say
// how often they repeat.
func measureRepeats(content []byte) (s extent) {
	row, column, repeat := 0, 0, 1
	for text := content; ; {
		t, rest, found := nextTag(text)
		if !found || s.tooMany() {
			return s
		}
		text = rest
		if t.closes() {
			continue
		}
		switch string(t.name()) {
		case "table":
			row, column = 0, 0
		case "table-row":
			row, column, repeat = row+repeat, 0, max(1, number(t.attribute("number-rows-repeated")))
		case "table-cell", "covered-table-cell":
			times := max(1, number(t.attribute("number-columns-repeated")))
			column += min(times, 1<<31)
			if t.empty() && t.attribute("formula") == nil && t.attribute("value-type") == nil {
				s.empty++ // however often, the library keeps none
				continue
			}
			s.cells += min(times, 1<<20) * min(repeat, 1<<20)
			s.rows, s.columns = max(s.rows, row+repeat), max(s.columns, column)
		case "s": // several blanks
			s.cells += min(number(t.attribute("c")), 1<<20) / MaxCell
		}
	}
}

// mendedRepeats makes an error of a cell of ODS that has a formula and no value.
func mendedRepeats(content []byte) []byte {
	out := bytes.NewBuffer(make([]byte, 0, len(content)))
	for text := content; ; {
		t, rest, found := nextTag(text)
		if !found {
			out.Write(text)
			return out.Bytes()
		}
		if t.is("table-cell") && !t.closes() && t.attribute("formula") != nil && t.attribute("value-type") == nil {
			out.Write(text[:bytes.IndexByte(text, '<')])
			fmt.Fprintf(out, `<table:table-cell office:value-type="string" office:string-value="%s"`, noFormula)
			if t.empty() {
				out.WriteByte('/')
			}
			out.WriteByte('>')
		} else {
			out.Write(text[:len(text)-len(rest)])
		}
		text = rest
	}
}

// doubleQuotes writes the values of attributes as the page's library wants
// them in ODS and XML 2003; XML allows both quotes.
func doubleQuotes(text []byte) {
	for {
		t, rest, found := nextTag(text)
		if !found {
			return
		}
		for text = rest; len(t) > 0; {
			open := bytes.IndexAny(t, `'"`)
			if open < 0 {
				break
			}
			length := bytes.IndexByte(t[open+1:], t[open])
			if length < 0 {
				break
			}
			if t[open] == '\'' && bytes.IndexByte(t[open+1:open+1+length], '"') < 0 {
				t[open], t[open+1+length] = '"', '"'
			}
			t = t[open+length+2:]
		}
	}
}
