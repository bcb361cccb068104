package table

import (
	"slices"
	"strings"

	"rroform/wasm/appeal"
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

// line is a row read: an appeal with one question.
type line struct {
	row     int
	ap      appeal.Appeal
	bare    bool   // nothing of the appeal itself stands in it
	own     string // number of the body itself, see reader.number
	refused []Refusal
	told    []Refusal // what is left out, see [Made]
}

// reader reads rows by a mapping.
type reader struct {
	*Sheet
	Mapping
	feeds map[string][]int
	signs []string // those that count
	words Words
}

// text joins what feeds the field in a row: names by a space, parts of an
// address by a comma. A line break in a cell is a space, a dash alone is nothing.
func (r *reader) text(row int, field string) string {
	glue := " "
	if field == Address {
		glue = ", "
	}
	var parts []string
	for _, c := range r.feeds[field] {
		if cell := strings.Join(strings.Fields(r.Cell(row, c)), " "); strings.Trim(cell, "-–—") != "" {
			parts = append(parts, cell)
		}
	}
	return strings.Join(parts, glue)
}

// value is text, or the default where there is none.
func (r *reader) value(row int, field string) string {
	if text := r.text(row, field); text != "" {
		return text
	}
	return r.Defaults[field]
}

func (r *reader) day(row int, field string) appeal.Date { return readDay(r.text(row, field)) }

func (r *reader) line(row int) line {
	l := line{row: row, bare: true}
	for _, field := range []string{Number, Outgoing, Document, Incoming, Registered, Name} {
		l.bare = l.bare && r.text(row, field) == ""
	}
	ap := &l.ap
	ap.IsDirect, ap.Format = r.direct(&l), r.format(row)
	ap.Number, l.own = r.number(&l)
	ap.CreateDate, ap.IncomingDate, ap.RegistrationDate = r.day(row, Document), r.day(row, Incoming), r.day(row, Registered)
	if ap.IncomingDate == "" && r.Defaults[Incoming] == Registered {
		ap.IncomingDate = ap.RegistrationDate
	} else if ap.RegistrationDate == "" && r.Defaults[Registered] == Incoming {
		ap.RegistrationDate = ap.IncomingDate
	}
	ap.Name, ap.Address, ap.Email = r.text(row, Name), r.text(row, Address), r.text(row, Email)
	ap.Questions = []appeal.Question{r.question(&l)}
	r.checkCells(&l)
	return l
}

func (r *reader) question(l *line) appeal.Question {
	q := appeal.Question{Code: readCode(r.text(l.row, Code)), ResponseDate: r.day(l.row, Response)}
	if cell := r.value(l.row, Status); cell != "" && valueLacks(cell) == "" {
		o, ok := r.words.Result(cell)
		if !ok {
			r.refuse(l, Status, "Для результата «"+cell+"» не выбран статус.", "Выберите ему статус на шаге «Результаты».")
		}
		q.Status, q.ActionsTaken = o.Status, o.ActionsTaken
	}
	// A cell of its own goes before what the result says, a default comes last.
	info, _ := appeal.StatusOf(q.Status)
	asked := info.Measures == appeal.Required && q.ActionsTaken == nil && r.Defaults[Measures] != ""
	if asked || r.text(l.row, Measures) != "" {
		yes := r.yesNo(l, Measures)
		q.ActionsTaken = &yes
	}
	t := appeal.Transfer{DepartmentName: r.text(l.row, Recipient), TransferDate: r.day(l.row, SentOn), TransferNumber: r.text(l.row, SentAs)}
	if t.DepartmentName != "" || t.TransferDate != "" || t.TransferNumber != "" {
		q.Transfers = []appeal.Transfer{t}
	}
	return q
}

func (r *reader) yesNo(l *line, field string) bool {
	cell := r.value(l.row, field)
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
	l.told = append(l.told, r.at(l, field, text, hint))
}

func (r *reader) at(l *line, field, text, hint string) Refusal {
	column := -1
	if c := r.feeds[field]; len(c) > 0 {
		column = c[0]
	}
	return Refusal{l.row, column, text, hint}
}

// newReader makes a reader of all fields.
func newReader(s *Sheet, m *Mapping, words Words) *reader {
	r := &reader{Sheet: s, Mapping: *m, feeds: map[string][]int{}, words: words.complete()}
	for _, t := range Targets {
		r.feeds[t.Field] = m.Feeds(t.Field)
	}
	for _, sign := range Signs {
		if m.Signed(s, sign) {
			r.signs = append(r.signs, sign)
		}
	}
	return r
}

// Values hands every value of a field to take, rows without an appeal left out.
func Values(s *Sheet, m *Mapping, field string, take func(cell string)) {
	r := newReader(s, m, Words{})
	for row := m.Header + 1; row < len(s.Rows); row++ {
		if r.noAppeal(row) != "" {
			continue
		}
		if field == Origin {
			for _, cell := range r.origins(row) {
				take(cell)
			}
		} else if cell := r.text(row, field); cell != "" && valueLacks(cell) == "" {
			take(cell)
		}
	}
}
