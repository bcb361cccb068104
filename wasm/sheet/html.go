package sheet

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rroform/wasm/charset"
	"rroform/wasm/pattern"
)

// mostNested is how deep tables may be nested.
const mostNested = 50

var saidCharset = pattern.Of(`(?i)<meta[^>]{0,300}charset\s*=\s*["']?([\w-]+)`)

// ReadHTML reads the tables of a web page, which web systems like to call
// «.xls», as Excel does: one below another. A table in a cell has rows of its
// own. See [ReadText] for in.
func ReadHTML(data []byte, in charset.Encoding) (*Sheet, error) {
	if len(data) > MaxBytes {
		return nil, tooMuch("Файл больше %d МБ.", MaxBytes>>20, "Разделите таблицу на несколько файлов.")
	}
	text, in := decodedHTML(data, in)
	p := &htmlPage{sheet: &Sheet{Note: "веб-страница, " + string(in), Encoding: in}}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(maxBookRun)
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			switch err := z.Err(); {
			case errors.Is(err, io.EOF):
				return p.done()
			default:
				return nil, tooMuch("На веб-странице есть метка длиннее %d КБ.", maxBookRun>>10,
					"Откройте её в Excel и сохраните как «Книга Excel (*.xlsx)».")
			}
		case html.TextToken:
			p.write(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, more := z.TagName()
			if err := p.tag(atom.Lookup(name), kind == html.EndTagToken, func() map[string]int {
				return spans(z, more)
			}); err != nil {
				return nil, err
			}
		}
	}
}

func decodedHTML(data []byte, chosen charset.Encoding) (string, charset.Encoding) {
	text, in := decoded(data, chosen)
	if said := saidCharset().FindSubmatch(data[:min(len(data), 4<<10)]); said != nil && chosen == "" &&
		in != charset.UTF8 && in != charset.UTF16 {
		if named, known := charset.Named(string(said[1])); known {
			return decoded(data, named)
		}
	}
	return text, in
}

// spans reads over how many columns and rows a cell goes.
func spans(z *html.Tokenizer, more bool) map[string]int {
	found := map[string]int{}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if n, err := strconv.Atoi(strings.TrimSpace(string(value))); err == nil && n > 1 {
			found[string(key)] = min(n, MaxRows)
		}
	}
	return found
}

// htmlPage makes a sheet of tags.
type htmlPage struct {
	sheet  *Sheet
	tables []*htmlTable // those that are open, the innermost last
	hidden atom.Atom    // script or the like: its text is not shown
}

// htmlTable is an open table.
type htmlTable struct {
	row   []string
	open  bool            // a cell is
	cell  strings.Builder // its text
	wide  int             // columns of the cell
	high  int             // rows of it
	below map[int]int     // by column: how many rows below are covered by a cell above
}

func (p *htmlPage) top() *htmlTable {
	if len(p.tables) == 0 {
		return nil
	}
	return p.tables[len(p.tables)-1]
}

// write adds a text to the open cell.
func (p *htmlPage) write(text string) {
	if t := p.top(); t != nil && t.open && p.hidden == 0 {
		t.cell.WriteString(blanks().ReplaceAllString(text, " "))
	}
}

var blanks = pattern.Of(`[ \t\r\n]+`)

func (p *htmlPage) tag(name atom.Atom, end bool, spans func() map[string]int) error {
	t := p.top()
	switch name {
	case atom.Script, atom.Style, atom.Title, atom.Textarea:
		p.hidden = name
		if end {
			p.hidden = 0
		}
	case atom.Table:
		if end {
			return p.endTable()
		}
		if len(p.tables) == mostNested {
			return tooMuch("На веб-странице таблицы вложены друг в друга глубже, чем на %d уровней.", mostNested,
				"Откройте её в Excel и сохраните как «Книга Excel (*.xlsx)».")
		}
		p.tables = append(p.tables, &htmlTable{below: map[int]int{}})
	case atom.Tr:
		if t != nil {
			return p.endRow(t)
		}
	case atom.Td, atom.Th:
		if t == nil {
			return nil
		}
		if err := t.endCell(); err != nil || end {
			return err
		}
		at := spans()
		t.open, t.wide, t.high = true, max(1, at["colspan"]), max(1, at["rowspan"])
	case atom.Br, atom.P, atom.Div, atom.Li:
		if t != nil && t.open {
			t.cell.WriteByte('\n')
		}
	}
	return nil
}

func (t *htmlTable) endCell() error {
	if !t.open {
		return nil
	}
	for t.below[len(t.row)] > 0 {
		t.below[len(t.row)]--
		t.row = append(t.row, "")
	}
	if len(t.row)+t.wide > MaxColumns {
		return tooManyColumns()
	}
	for i := range t.wide {
		if t.high > 1 {
			t.below[len(t.row)] = t.high - 1
		}
		text := ""
		if i == 0 {
			text = cellText(t.cell.String())
		}
		t.row = append(t.row, text)
	}
	t.cell.Reset()
	t.open = false
	return nil
}

// cellText takes off the blanks at the edges of lines, and empty lines.
func cellText(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return unguarded(strings.Join(lines, "\n"))
}

func (p *htmlPage) endRow(t *htmlTable) error {
	if err := t.endCell(); err != nil {
		return err
	}
	if len(t.row) == 0 {
		return nil
	}
	for column := range t.below {
		if column >= len(t.row) && t.below[column] > 0 {
			t.below[column]--
		}
	}
	row := trimmed(t.row)
	t.row = nil
	if len(row) == 0 && len(p.tables) > 1 { // what a table in it has left
		return nil
	}
	return p.sheet.add(row)
}

func (p *htmlPage) endTable() error {
	t := p.top()
	if t == nil {
		return nil
	}
	if err := p.endRow(t); err != nil {
		return err
	}
	p.tables = p.tables[:len(p.tables)-1]
	return nil
}

func (p *htmlPage) done() (*Sheet, error) {
	for len(p.tables) > 0 {
		if err := p.endTable(); err != nil {
			return nil, err
		}
	}
	if p.sheet.Columns == 0 {
		return nil, &RefusedError{"Это веб-страница, и таблицы в ней нет.", "Проверьте, тот ли файл выбран. Если " +
			"таблица видна в браузере, скопируйте её в Excel и сохраните как «Книга Excel (*.xlsx)»."}
	}
	return p.sheet, nil
}
