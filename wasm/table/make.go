package table

import (
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/sheet"
)

// Made is an appeal made of one or several rows.
type Made struct {
	Appeal appeal.Appeal
	Rows   []int     // from 0, in the order of the file
	Told   []Refusal // what of these rows is left out or was parted, to be told
	places []places  // of the questions
}

// places is where a question and its recipients stand.
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
// name with the row above it (cells that are merged in Excel). words say what
// a body's own wordings mean. tick is called before each row and
// can stop the work with an error.
func Make(s *sheet.Sheet, m Mapping, words Words, tick func(row int) error) (*Result, error) {
	r := newReader(s, &m, words)
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
		key := l.key()
		if at, known := byKey[key]; known && key != "" {
			groups[at] = append(groups[at], l)
		} else if l.bare && len(groups) > 0 {
			last := groups[len(groups)-1]
			l.goOn(&last[len(last)-1])
			groups[len(groups)-1] = append(last, l)
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

// goOn makes a row that names a recipient and nothing else speak of the question
// above it: their cells are merged.
func (l *line) goOn(above *line) {
	q, from := &l.ap.Questions[0], &above.ap.Questions[len(above.ap.Questions)-1]
	if q.Code == "" && q.Status == "" && q.ResponseDate == "" && q.ActionsTaken == nil && len(q.Transfers) > 0 {
		q.Code, q.Status, q.ResponseDate, q.ActionsTaken = from.Code, from.Status, from.ResponseDate, from.ActionsTaken
	}
}

// key is what rows of one appeal share; "" without a number.
func (l *line) key() string {
	number, d := l.ap.Number, l.ap.CreateDate
	if number == "" {
		number = l.own
	}
	if number == "" {
		return ""
	}
	if l.ap.IsDirect {
		if d = l.ap.RegistrationDate; d == "" {
			d = l.ap.IncomingDate
		}
	}
	return fmt.Sprint(l.ap.IsDirect, " ", d, " ", classifier.Fold(number))
}
