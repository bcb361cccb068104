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
	bare    bool // nothing of the appeal itself stands in it
	refused []Refusal
}

// reader reads rows by a mapping.
type reader struct {
	*Sheet
	Mapping
	feeds map[string][]int
	words Words
	today appeal.Date
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

func (r *reader) day(row int, field string) appeal.Date { return readDay(r.text(row, field), r.today) }

func (r *reader) line(row int) line {
	l := line{row: row, bare: true}
	for _, field := range []string{Number, Outgoing, Document, Incoming, Registered, Name} {
		l.bare = l.bare && r.text(row, field) == ""
	}
	ap := &l.ap
	ap.IsDirect = r.yesNo(&l, Direct, true)
	ap.Format = readFormat(r.value(row, Format))
	ap.Number = r.text(row, Number)
	if foreign := r.text(row, Outgoing); foreign != "" && !ap.IsDirect {
		ap.Number = foreign
	}
	ap.CreateDate, ap.IncomingDate, ap.RegistrationDate = r.day(row, Document), r.day(row, Incoming), r.day(row, Registered)
	if ap.IncomingDate == "" && r.Defaults[Incoming] == Registered {
		ap.IncomingDate = ap.RegistrationDate
	} else if ap.RegistrationDate == "" && r.Defaults[Registered] == Incoming {
		ap.RegistrationDate = ap.IncomingDate
	}
	ap.Name, ap.Address, ap.Email = r.text(row, Name), r.text(row, Address), r.text(row, Email)
	ap.Questions = []appeal.Question{r.question(&l)}
	return l
}

func (r *reader) question(l *line) appeal.Question {
	q := appeal.Question{Code: readCode(r.text(l.row, Code)), ResponseDate: r.day(l.row, Response)}
	if cell := r.value(l.row, Status); cell != "" {
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
		yes := r.yesNo(l, Measures, false)
		q.ActionsTaken = &yes
	}
	t := appeal.Transfer{DepartmentName: r.text(l.row, Recipient), TransferDate: r.day(l.row, SentOn), TransferNumber: r.text(l.row, SentAs)}
	if t.DepartmentName != "" || t.TransferDate != "" || t.TransferNumber != "" {
		q.Transfers = []appeal.Transfer{t}
	}
	return q
}

func (r *reader) yesNo(l *line, field string, needed bool) bool {
	cell := r.value(l.row, field)
	yes, ok := readYesNo(cell)
	if cell == "" && needed {
		r.refuse(l, field, "Не указано, поступило ли обращение напрямую от заявителя.", "Заполните ячейку или выберите значение для пустых ячеек на шаге «Столбцы».")
	} else if cell != "" && !ok {
		r.refuse(l, field, "«"+cell+"» не понято как «да» или «нет».", "Исправьте ячейку: «да» или «нет».")
	}
	return yes
}

func (r *reader) refuse(l *line, field, text, hint string) {
	column := -1
	if c := r.feeds[field]; len(c) > 0 {
		column = c[0]
	}
	l.refused = append(l.refused, Refusal{l.row, column, text, hint})
}

// Values hands every value of a field to take, rows without an appeal left out.
func Values(s *Sheet, m *Mapping, field string, take func(cell string)) {
	r := &reader{Sheet: s, Mapping: *m, feeds: map[string][]int{field: m.Feeds(field)}}
	for row := m.Header + 1; row < len(s.Rows); row++ {
		if cell := r.text(row, field); cell != "" && r.noAppeal(row) == "" {
			take(cell)
		}
	}
}
