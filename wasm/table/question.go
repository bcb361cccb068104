package table

import (
	"fmt"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/sheet"
)

// questions are those of a row: one for each code of its cell. Results, dates
// and measures belong to them in their order; one alone holds for all.
func (r *reader) questions(l *line) []appeal.Question {
	codes, left := readCodes(r.list(l.row, Code))
	if left != "" {
		r.refuse(l, Code, "В ячейке с кодами есть непонятое: «"+left+"».",
			"Запишите коды целиком через точку с запятой, например 0003.0009.0097.0694; 0002.0014.0143.0389.")
	}
	if len(codes) == 0 {
		codes = []string{""}
	}
	n := len(codes)
	results, days, measures := r.results(l.row, n), readDays(r.list(l.row, Response), n),
		listOf(r.list(l.row, Measures), n)
	if len(results) == 1 && n < len(listed(r.list(l.row, Status))) && r.eachKnown(l.row) {
		r.mismatch(l, Status, "Результатов", len(listed(r.list(l.row, Status))), n)
		results = nil
	}
	if len(days) > 1 && len(days) != n {
		r.mismatch(l, Response, "Дат ответа", len(days), n)
		days = nil
	}
	questions := make([]appeal.Question, n)
	for i := range questions {
		q := &questions[i]
		q.Code, q.ResponseDate = codes[i], nth(days, i)
		r.result(l, q, nth(results, i))
		// A cell of its own goes before what the result says, a default comes last.
		info, _ := appeal.StatusOf(q.Status)
		cell := nth(measures, i)
		if cell == "" && info.Measures == appeal.Required && q.ActionsTaken == nil {
			cell = r.Defaults[Measures]
		}
		if cell != "" {
			yes := r.yesNo(l, Measures, cell)
			q.ActionsTaken = &yes
		}
	}
	r.send(l, questions)
	return questions
}

// nth is a value of a list in which one alone holds for all.
func nth[T any](list []T, i int) (value T) {
	if len(list) == 1 {
		i = 0
	}
	if i < len(list) {
		value = list[i]
	}
	return value
}

func (r *reader) result(l *line, q *appeal.Question, cell string) {
	if cell == "" {
		cell = r.Defaults[Status]
	}
	if cell == "" || sheet.ValueLacks(cell) != "" {
		return
	}
	o, ok := r.words.Result(cell)
	if !ok {
		r.refuse(l, Status, "Для результата «"+cell+"» не выбран статус.", "Выберите ему статус на шаге «Результаты».")
	}
	q.Status, q.ActionsTaken = o.Status, o.ActionsTaken
}

// listOf parts a cell into as many values as there are questions, of which some
// may be empty; else it is one.
func listOf(cell string, n int) []string {
	if n > 1 {
		for _, list := range [][]string{inPlaces(cell, ";"), inPlaces(cell, "\n"), listed(cell), looseParts(cell)} {
			if len(list) == n {
				return list
			}
		}
	}
	return []string{oneLine(cell)}
}

// inPlaces parts a cell at one sign and keeps the empty values: «; да» is about the
// second question.
func inPlaces(cell, at string) []string {
	list := strings.Split(cell, at)
	for i := range list {
		list[i] = strings.Join(strings.Fields(list[i]), " ")
	}
	return list
}

// results are the results of a row with n codes. A comma may be a part of a
// result: it parts only what is known.
func (r *reader) results(row, n int) []string {
	cell := r.list(row, Status)
	list := listOf(cell, n)
	if len(list) > 1 && len(listed(cell)) != n && slices.ContainsFunc(list, r.unknown) {
		return []string{oneLine(cell)}
	}
	return list
}

func (r *reader) unknown(result string) bool {
	_, ok := OutcomeByLabel(result)
	return !ok
}

// eachKnown reports whether the parts of the cell of results are results each,
// and not the lines of one.
func (r *reader) eachKnown(row int) bool {
	_, whole := r.words.Result(oneLine(r.list(row, Status)))
	return !whole && !slices.ContainsFunc(listed(r.list(row, Status)), r.unknown)
}

func (r *reader) mismatch(l *line, field, what string, have, n int) {
	r.refuse(l, field, fmt.Sprintf("%s в ячейке: %d, а кодов вопросов: %d.", what, have, n),
		"Укажите одно значение для всех вопросов, столько же значений, сколько кодов, или разнесите вопросы по "+
			"строкам.")
}

// send gives the recipients of a row to the questions that are sent on.
func (r *reader) send(l *line, questions []appeal.Question) {
	list := r.transfers(l)
	if len(list) == 0 {
		return
	}
	var sent []*appeal.Question
	for i := range questions {
		if info, ok := appeal.StatusOf(questions[i].Status); ok && info.Transfer == appeal.Required {
			sent = append(sent, &questions[i])
		}
	}
	switch {
	case len(sent) > 1 && len(list) > 1:
		r.refuse(l, Recipient, fmt.Sprintf("Получателей в ячейке: %d, направленных вопросов: %d. Не ясно, кому какой "+
			"направлен.", len(list), len(sent)), "Разнесите вопросы по строкам.")
	case len(sent) == 0:
		questions[0].Transfers = list
	}
	for _, q := range sent {
		q.Transfers = slices.Clone(list)
	}
}

// transfers are the recipients of a row, each with its letter; one letter may go
// to all of them.
func (r *reader) transfers(l *line) []appeal.Transfer {
	bodies := r.recipients(l)
	n := max(len(bodies), 1)
	numbers := listOf(r.list(l.row, SentAs), n)
	days := readDays(r.list(l.row, SentOn), n)
	for _, wrong := range []struct {
		field, what string
		have        int
	}{{SentOn, "Дат сопроводительных писем", len(days)},
		{SentAs, "Номеров сопроводительных писем", max(len(numbers), len(listed(r.list(l.row, SentAs))))}} {
		if wrong.have > 1 && wrong.have != n {
			r.refuse(l, wrong.field, fmt.Sprintf("%s в ячейке: %d, а получателей: %d.", wrong.what, wrong.have, n),
				"Укажите одно значение для всех получателей, столько же значений, сколько получателей, или разнесите "+
					"получателей по строкам.")
			numbers, days = nil, nil
		}
	}
	out := make([]appeal.Transfer, n)
	for i := range out {
		t := &out[i]
		number := readNumber(nth(numbers, i))
		r.checkNumber(l, SentAs, number, nth(numbers, i))
		t.DepartmentName, t.TransferDate, t.TransferNumber = nth(bodies, i), nth(days, i), number.number
		if len(bodies) > 1 {
			t.DepartmentName = bodies[i]
		}
		switch {
		case number.day == "":
		case t.TransferDate == "":
			t.TransferDate = number.day
			r.tell(l, SentAs, "Ячейка разделена: номер «"+number.number+"», «"+TargetOf(SentOn).Label+"» "+
				number.day.Russian()+".", "Если это не так, исправьте ячейку.")
		case t.TransferDate != number.day:
			r.tell(l, SentAs, "Рядом с номером дата "+number.day.Russian()+", а в столбце «"+TargetOf(SentOn).Label+
				"» — "+t.TransferDate.Russian()+": взята она.", "Проверьте, какая из дат верна.")
		}
	}
	return slices.DeleteFunc(out, func(t appeal.Transfer) bool { return t.Blank() })
}

// recipients are the bodies of a row. A column of GUIDs belongs to the column
// of names, in its order; other columns name further bodies.
func (r *reader) recipients(l *line) (bodies []string) {
	var ids []string
	for _, cell := range r.cells(l.row, Recipient) {
		if isIDs(cell) && len(r.feeds[Recipient]) > 1 {
			ids = append(ids, guid().FindAllString(cell, -1)...)
			continue
		}
		for _, body := range readRecipients(cell) {
			if !slices.Contains(bodies, body) {
				bodies = append(bodies, body)
			}
		}
	}
	switch {
	case len(ids) == 0:
	case len(bodies) == 0:
		return ids
	case len(ids) == len(bodies):
		for i := range bodies {
			if !strings.Contains(bodies[i], strings.Trim(ids[i], "{}")) {
				bodies[i] += " " + ids[i]
			}
		}
	default:
		r.refuse(l, Recipient, fmt.Sprintf("Получателей: %d, а идентификаторов: %d.", len(bodies), len(ids)),
			"Укажите идентификатор каждого получателя или разнесите получателей по строкам.")
	}
	return bodies
}
