package table

import (
	"fmt"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// Made is an appeal made of one or several rows.
type Made struct {
	Appeal appeal.Appeal
	Rows   []int    // from 0, in the order of the file
	places []places // of the questions
}

type places struct {
	row       int
	transfers []int
}

// Skipped is a row that holds no appeal, and why.
type Skipped struct {
	Row  int
	Text string
}

// Result is what became of the rows below the header: each stands in Rows of
// an appeal, in Refused (perhaps with several reasons) or in Skipped.
type Result struct {
	Made    []Made
	Refused []Refusal
	Skipped []Skipped
	Empty   int // rows without any text
}

// Make turns rows into appeals. Rows with the same number, date and origin are
// one appeal with several questions, and so is a row without number, dates and
// name with the row above it (cells that are merged in Excel). results says
// what a cell of the status column means. tick is called before each row and
// can stop the work with an error.
func Make(s *Sheet, m Mapping, results func(string) (appeal.Status, bool), today appeal.Date, tick func(row int) error) (*Result, error) {
	r := &reader{Sheet: s, Mapping: m, feeds: map[string][]int{}, results: results, today: today}
	for _, t := range Targets {
		r.feeds[t.Field] = m.Feeds(t.Field)
	}
	res, groups, byKey := &Result{}, [][]line{}, map[string]int{}
	for row := m.Header + 1; row < len(s.Rows); row++ {
		if err := tick(row); err != nil {
			return nil, err
		}
		if len(s.Rows[row]) == 0 {
			res.Empty++
			continue
		}
		if why := r.noAppeal(row); why != "" {
			res.Skipped = append(res.Skipped, Skipped{row, why})
			continue
		}
		l := r.line(row)
		key := keyOf(&l.ap)
		if at, known := byKey[key]; known && key != "" {
			groups[at] = append(groups[at], l)
		} else if l.bare && len(groups) > 0 {
			groups[len(groups)-1] = append(groups[len(groups)-1], l)
		} else {
			byKey[key] = len(groups)
			groups = append(groups, []line{l})
		}
	}
	for _, g := range groups {
		res.join(g, r)
	}
	return res, nil
}

// noAppeal tells rows apart that hold sums or the numbers of the columns.
func (r *reader) noAppeal(row int) string {
	first, ascending, n := "", true, 0
	for i, cell := range r.Rows[row] {
		if cell == "" {
			continue
		}
		if first == "" {
			first = classifier.Fold(cell)
		}
		n++
		ascending = ascending && cell == fmt.Sprint(i+1)
	}
	switch {
	case strings.HasPrefix(first, "итог") || strings.HasPrefix(first, "всего"):
		return "Строка с итогом, пропущена."
	case ascending && n > 2:
		return "Строка с номерами столбцов, пропущена."
	}
	return ""
}

// keyOf is what rows of one appeal share; "" without a number.
func keyOf(ap *appeal.Appeal) string {
	if ap.Number == "" {
		return ""
	}
	d := ap.CreateDate
	if ap.IsDirect {
		if d = ap.RegistrationDate; d == "" {
			d = ap.IncomingDate
		}
	}
	return fmt.Sprint(ap.IsDirect, " ", d, " ", classifier.Fold(ap.Number))
}

// join makes one appeal of the lines or refuses all of them: half an appeal
// would be wrong.
func (res *Result) join(lines []line, r *reader) {
	m := Made{Appeal: lines[0].ap}
	m.Appeal.Questions = nil
	var wrong []Refusal
	var repeats []Skipped
	for i := range lines {
		l := &lines[i]
		wrong = append(wrong, l.refused...)
		wrong = append(wrong, m.unite(l, r)...)
		if at := m.take(l); at >= 0 {
			repeats = append(repeats, Skipped{l.row, fmt.Sprintf("Повторяет строку %d, пропущена.", at+1)})
			continue
		}
		m.Rows = append(m.Rows, l.row)
	}
	if len(wrong) == 0 {
		res.Made, res.Skipped = append(res.Made, m), append(res.Skipped, repeats...)
		return
	}
	told := map[int]bool{}
	for _, w := range wrong {
		told[w.Row] = true
	}
	for _, l := range lines {
		if !told[l.row] {
			wrong = append(wrong, Refusal{l.row, -1, fmt.Sprintf("Строка того же обращения, что и строка %d, которая не читается.", wrong[0].Row+1), "Исправьте ту строку."})
		}
	}
	res.Refused = append(res.Refused, wrong...)
}

// unite fills what the appeal lacks from another of its rows; two rows that
// say different things are a mistake in the table.
func (m *Made) unite(l *line, r *reader) []Refusal {
	if l.bare {
		return nil
	}
	var wrong []Refusal
	a, b := &m.Appeal, &l.ap
	one := func(field string, x, y *string) {
		switch {
		case *y == "" || classifier.Fold(*x) == classifier.Fold(*y):
		case *x == "":
			*x = *y
		default:
			r.refuse(l, field, fmt.Sprintf("Номер и дата те же, что в строке %d, а «%s» другое: «%s».", m.Rows[0]+1, TargetOf(field).Label, *x), "Исправьте номер, дату или это значение.")
			wrong = append(wrong, l.refused[len(l.refused)-1])
		}
	}
	one(Name, &a.Name, &b.Name)
	one(Address, &a.Address, &b.Address)
	one(Email, &a.Email, &b.Email)
	one(Format, (*string)(&a.Format), (*string)(&b.Format))
	one(Document, (*string)(&a.CreateDate), (*string)(&b.CreateDate))
	one(Incoming, (*string)(&a.IncomingDate), (*string)(&b.IncomingDate))
	one(Registered, (*string)(&a.RegistrationDate), (*string)(&b.RegistrationDate))
	return wrong
}

// take adds the question of a line. It returns the row that the line repeats,
// or -1. Another recipient of the same question becomes its next recipient.
func (m *Made) take(l *line) int {
	q := l.ap.Questions[0]
	for i := range m.Appeal.Questions {
		have := &m.Appeal.Questions[i]
		if have.Code != q.Code || have.Status != q.Status || have.ResponseDate != q.ResponseDate || !sameAnswer(have.ActionsTaken, q.ActionsTaken) {
			continue
		}
		if len(q.Transfers) == 0 && len(have.Transfers) == 0 {
			return m.places[i].row
		}
		if len(q.Transfers) == 0 || len(have.Transfers) == 0 {
			continue
		}
		for j, t := range have.Transfers {
			if t.DepartmentName == q.Transfers[0].DepartmentName && t.TransferDate == q.Transfers[0].TransferDate && t.TransferNumber == q.Transfers[0].TransferNumber {
				return m.places[i].transfers[j]
			}
		}
		have.Transfers = append(have.Transfers, q.Transfers[0])
		m.places[i].transfers = append(m.places[i].transfers, l.row)
		return -1
	}
	m.Appeal.Questions = append(m.Appeal.Questions, q)
	p := places{row: l.row}
	if len(q.Transfers) > 0 {
		p.transfers = []int{l.row}
	}
	m.places = append(m.places, p)
	return -1
}

func sameAnswer(a, b *bool) bool { return (a == nil) == (b == nil) && (a == nil || *a == *b) }

// Place returns the row and the column that feed a field of the appeal, given
// as a path with indexes; the column is -1 when none does.
func (m *Made) Place(path string, mapping *Mapping) (row, column int) {
	row, column = m.Rows[0], -1
	parts := strings.Split(path, ".")
	if i := index(parts, 1, len(m.places)); parts[0] == "questions" && i >= 0 {
		row = m.places[i].row
		if j := index(parts, 3, len(m.places[i].transfers)); j >= 0 {
			row = m.places[i].transfers[j]
		}
	}
	field := appeal.GenericPath(path)
	if field == "questions.*.transfers" {
		field = Recipient
	}
	if field == Number && !m.Appeal.IsDirect && len(mapping.Feeds(Outgoing)) > 0 {
		field = Outgoing
	}
	if c := mapping.Feeds(field); len(c) > 0 {
		column = c[0]
	}
	return row, column
}

// index reads the number at a place of a path; -1 when there is none below n.
func index(parts []string, at, n int) int {
	if at >= len(parts) {
		return -1
	}
	for i := range n {
		if parts[at] == fmt.Sprint(i) {
			return i
		}
	}
	return -1
}
