package table

import (
	"cmp"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/sheet"
)

// Mapping says what the columns of a sheet feed.
type Mapping struct {
	Header   int               // row with the names, from 0; -1 = none
	Columns  []string          // field of each column, "" = not taken
	Defaults map[string]string // by field: for a missing column or an empty cell
	Signs    map[string]bool   // what the clerk has chosen of [Signs], see [Mapping.Signed]
}

// Feeds returns the columns that feed a field.
func (m *Mapping) Feeds(field string) []int {
	var out []int
	for i, f := range m.Columns {
		if f == field {
			out = append(out, i)
		}
	}
	return out
}

// Takes reports whether the field comes from the table or from a default.
func (m *Mapping) Takes(field string) bool {
	return m.Defaults[field] != "" || slices.Contains(m.Columns, field)
}

// Refusal is a row that cannot become part of the register, or why.
type Refusal struct {
	Row, Column int // from 0; Column is -1 for the row as a whole
	Text, Hint  string
}

// line is a row read: an appeal with its questions.
type line struct {
	row     int
	ap      appeal.Appeal
	bare    bool   // it has nothing of the appeal itself
	own     string // number of the body itself, see reader.number
	refused []Refusal
	told    []Refusal // what is left out or was parted, see [Made]
}

// reader reads rows by a mapping.
type reader struct {
	*sheet.Sheet
	Mapping
	feeds map[string][]int
	signs []string // those that count
	words Words
}

// cells are what feeds the field in a row, see [clean].
func (r *reader) cells(row int, field string) []string {
	var out []string
	none := func(cell string) bool {
		return slices.Contains(noText, field) && len(cell) <= longestNo && noMail.has(word(cell))
	}
	for _, c := range r.feeds[field] {
		if cell := clean(r.Cell(row, c)); cell != "" && !none(cell) {
			out = append(out, cell)
		}
	}
	return out
}

// text joins what feeds the field in a row: names by a space, parts of an
// address by a comma. A line break is a space, and what another part says too is
// left out.
func (r *reader) text(row int, field string) string {
	glue := " "
	if field == Address {
		glue = ", "
	}
	cells := r.cells(row, field)
	switch len(cells) {
	case 0:
		return ""
	case 1:
		return oneLine(cells[0])
	}
	var out []string
	for i, cell := range cells {
		said := func(other string) bool { return within(cell, other) && len(other) > len(cell) }
		if !slices.ContainsFunc(cells, said) &&
			!slices.ContainsFunc(cells[:i], func(other string) bool { return within(cell, other) }) {
			out = append(out, oneLine(cell))
		}
	}
	return strings.Join(out, glue)
}

// list is the one cell of a field as it stands, with its line breaks.
func (r *reader) list(row int, field string) string { return strings.Join(r.cells(row, field), "\n") }

func (r *reader) day(row int, field string) appeal.Date { return readDay(r.text(row, field)) }

func (r *reader) line(row int) line {
	l := line{row: row, bare: true}
	for _, field := range []string{Number, Outgoing, Document, Incoming, Registered, Name} {
		l.bare = l.bare && r.text(row, field) == ""
	}
	ap := &l.ap
	ap.IsDirect, ap.Format = r.direct(&l), r.format(row)
	ap.Number, l.own = r.number(&l)
	ap.IncomingDate = r.day(row, Incoming)
	ap.CreateDate = r.dayBeside(&l, Document, Outgoing)
	ap.RegistrationDate = r.dayBeside(&l, Registered, Number)
	if ap.IncomingDate == "" && r.Defaults[Incoming] == Registered {
		ap.IncomingDate = ap.RegistrationDate
	} else if ap.RegistrationDate == "" && r.Defaults[Registered] == Incoming {
		ap.RegistrationDate = ap.IncomingDate
	}
	ap.Name, ap.Address, ap.Email = r.text(row, Name), r.text(row, Address), r.text(row, Email)
	if who, _, _ := strings.Cut(ap.Name, "("); SenderOf(who) == Body {
		r.tell(&l, Name, "Похоже, что вместо заявителя указан орган: «"+ap.Name+"».",
			"Если обращение прислал этот орган, впишите заявителя, а орган — в столбец «Откуда».")
	}
	ap.Questions = r.questions(&l)
	if files := r.files(row); files != "" {
		r.tell(&l, Files, "Файлы из таблицы не загружаются: "+files+".",
			"Загрузите строку, откройте обращение и приложите их к вопросу сами.")
	}
	r.checkCells(&l)
	return l
}

// files names the files of a row, "" = none.
func (r *reader) files(row int) string {
	var names []string
	for _, name := range listed(r.list(row, Files)) {
		names = append(names, "«"+name+"»")
	}
	return strings.Join(names, ", ")
}

// dayBeside is the day of a field, or the day that stands beside a number.
func (r *reader) dayBeside(l *line, field, number string) appeal.Date {
	own, n := r.day(l.row, field), readNumber(r.list(l.row, number))
	label := TargetOf(field).Label
	switch {
	case n.many || n.day == "":
		return own
	case n.number == "":
		r.refuse(l, number, "Вместо номера в ячейке дата: "+n.day.Russian()+".",
			"Впишите номер. Excel превращает в даты номера вроде 5-10: задайте столбцу формат «Текстовый».")
	case own == "":
		r.tell(l, number, "Ячейка разделена: номер «"+n.number+"», «"+label+"» "+n.day.Russian()+".",
			"Если это не так, исправьте ячейку.")
		return n.day
	case own != n.day:
		r.tell(l, number, "Рядом с номером дата "+n.day.Russian()+", а в столбце «"+label+"» — "+own.Russian()+
			": взята она.", "Проверьте, какая из дат верна.")
	}
	return own
}

func (r *reader) yesNo(l *line, field, cell string) bool {
	yes, ok := readYesNo(cell)
	if !ok {
		r.refuse(l, field, "«"+cell+"» не понято как «да» или «нет».", "Исправьте ячейку: «да» или «нет».")
	}
	return yes
}

func (r *reader) refuse(l *line, field, text, hint string) {
	l.refused = append(l.refused, r.at(l, field, text, hint))
}

// tell names a part of the row that is left out although the row is read.
func (r *reader) tell(l *line, field, text, hint string) {
	if told := r.at(l, field, text, hint); !slices.Contains(l.told, told) {
		l.told = append(l.told, told)
	}
}

func (r *reader) at(l *line, field, text, hint string) Refusal {
	column := -1
	if c := r.feeds[field]; len(c) > 0 {
		column = c[0]
	}
	return Refusal{l.row, column, text, hint}
}

// newReader makes a reader of all fields.
func newReader(s *sheet.Sheet, m *Mapping, words Words) *reader {
	r := &reader{Sheet: s, Mapping: *m, feeds: map[string][]int{}, words: words.complete()}
	for _, t := range Targets {
		r.feeds[t.Field] = m.Feeds(t.Field)
	}
	r.inOrder(Name)
	r.inOrder(Address)
	for _, sign := range Signs {
		if m.Signed(s, sign) {
			r.signs = append(r.signs, sign)
		}
	}
	return r
}

// inOrder puts the columns of a field in the order of its parts: the surname
// first, wherever its column is.
func (r *reader) inOrder(field string) {
	if len(r.feeds[field]) < 2 || r.Header < 0 {
		return
	}
	tiers := columnTiers(r.Sheet, r.Header)
	slices.SortStableFunc(r.feeds[field], func(a, b int) int {
		return cmp.Compare(placeOf(tiers[a]).part, placeOf(tiers[b]).part)
	})
}

// Values hands every value of a field to take, rows without an appeal left out.
func Values(s *sheet.Sheet, m *Mapping, field string, take func(cell string)) {
	r := newReader(s, m, Words{})
	for row := m.Header + 1; row < len(s.Rows); row++ {
		if r.noAppeal(row) != "" {
			continue
		}
		if field == Origin {
			for _, cell := range r.origins(row) {
				take(cell)
			}
		} else if field == Status {
			codes, _ := readCodes(r.list(row, Code))
			for _, cell := range r.results(row, max(len(codes), 1)) {
				if cell != "" && sheet.ValueLacks(cell) == "" {
					take(cell)
				}
			}
		} else if cell := r.text(row, field); cell != "" && sheet.ValueLacks(cell) == "" {
			take(cell)
		}
	}
}
