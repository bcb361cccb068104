package table

import (
	"fmt"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

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
		m.Rows, m.Told = append(m.Rows, l.row), append(m.Told, l.told...)
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
			wrong = append(wrong,
				Refusal{l.row, -1, fmt.Sprintf("Строка того же обращения, что и строка %d, которая не читается.",
					wrong[0].Row+1), "Исправьте ту строку."})
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
			r.refuse(l, field, fmt.Sprintf("Номер и дата те же, что в строке %d, а «%s» другое: «%s».", m.Rows[0]+1,
				TargetOf(field).Label, *x), "Исправьте номер, дату или это значение.")
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

// take adds the questions of a line. It returns the row that the line repeats
// as a whole, or -1.
func (m *Made) take(l *line) int {
	repeats, fresh := -1, false
	for i := range l.ap.Questions {
		at := m.takeQuestion(&l.ap.Questions[i], l.row)
		repeats, fresh = max(repeats, at), fresh || at < 0
	}
	if fresh {
		return -1
	}
	return repeats
}

// takeQuestion adds a question unless the appeal has it. It returns the row
// that has it, or -1. Another recipient of the same question becomes its next.
func (m *Made) takeQuestion(q *appeal.Question, row int) int {
	for i := range m.Appeal.Questions {
		have := &m.Appeal.Questions[i]
		if have.Code != q.Code || have.Status != q.Status || have.ResponseDate != q.ResponseDate ||
			!sameAnswer(have.ActionsTaken, q.ActionsTaken) {
			continue
		}
		if len(q.Transfers) == 0 && len(have.Transfers) == 0 {
			return m.places[i].row
		}
		if len(q.Transfers) == 0 || len(have.Transfers) == 0 {
			continue
		}
		repeats := -1
		for _, t := range q.Transfers {
			j := slices.IndexFunc(have.Transfers, func(h appeal.Transfer) bool {
				return h.DepartmentName == t.DepartmentName && h.TransferDate == t.TransferDate &&
					h.TransferNumber == t.TransferNumber
			})
			if j >= 0 {
				repeats = m.places[i].transfers[j]
				continue
			}
			have.Transfers = append(have.Transfers, t)
			m.places[i].transfers = append(m.places[i].transfers, row)
		}
		if m.places[i].transfers[len(m.places[i].transfers)-1] == row {
			return -1
		}
		return repeats
	}
	m.Appeal.Questions = append(m.Appeal.Questions, *q)
	p := places{row: row}
	for range q.Transfers {
		p.transfers = append(p.transfers, row)
	}
	m.places = append(m.places, p)
	return -1
}

func sameAnswer(a, b *bool) bool { return (a == nil) == (b == nil) && (a == nil || *a == *b) }
