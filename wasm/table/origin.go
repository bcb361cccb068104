package table

import (
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/pattern"
	"rroform/wasm/sheet"
)

// Signs are the fields that can say of a row that another body sent the
// appeal, where the column «Поступило напрямую» is missing or empty: they are
// filled, or the format is МЭДО.
var Signs = []string{Origin, Outgoing, Document, Format}

// Signed reports whether a sign counts: as the clerk chose, else by the usual
// meaning of its columns. A date of a document counts only under a header that
// speaks of the sender's document: a citizen's letter has a date too.
func (m *Mapping) Signed(s *sheet.Sheet, sign string) bool {
	feeds := m.Feeds(sign)
	if on, chosen := m.Signs[sign]; chosen || len(feeds) == 0 {
		return on && len(feeds) > 0
	}
	titles := Titles(s, m.Header)
	return sign != Document || slices.ContainsFunc(feeds, func(c int) bool {
		title := classifier.Fold(titles[c])
		return slices.ContainsFunc(senderWords, func(word string) bool { return strings.Contains(title, word) })
	})
}

// TellsOrigin reports whether columns without the words «да» and «нет» say what
// came from other bodies: who sent it, or under which number.
func (m *Mapping) TellsOrigin(s *sheet.Sheet) bool {
	return len(m.Feeds(Direct)) == 0 &&
		slices.ContainsFunc(Signs, func(sign string) bool { return sign != Format && m.Signed(s, sign) })
}

var senderWords = []string{"исх", "корреспондент", "направивш", "сопровод"}

// direct says whether the appeal of a row came straight from the citizen.
func (r *reader) direct(l *line) bool {
	if cell := r.text(l.row, Direct); cell != "" {
		direct, ok := r.words.Direct(cell)
		if !ok {
			r.refuse(l, Direct, "«"+cell+"» не понято: напрямую поступило обращение или из другого органа.",
				"Выберите значение этому слову на шаге «Результаты» или исправьте ячейку: «да» или «нет».")
		}
		return direct
	}
	for _, sender := range r.unclear(l.row) {
		r.refuse(l, Origin, "«"+sender+"» не понято: это орган, приславший обращение, или сам заявитель.",
			"Выберите значение этому слову на шаге «Результаты».")
	}
	if r.forwarded(l.row) {
		return false
	}
	switch r.Defaults[Direct] {
	case "":
		r.refuse(l, Direct, "Не указано, поступило ли обращение напрямую от заявителя.",
			"Заполните ячейку или выберите значение для пустых ячеек на шаге «Столбцы».")
	case No:
		return false
	}
	return true
}

// forwarded reports whether a sign of the row says that another body sent it.
func (r *reader) forwarded(row int) bool {
	return r.signed(row, func(direct, _ bool) bool { return !direct })
}

// signed is forwarded with a rule for what a sender means.
func (r *reader) signed(row int, body func(direct, clear bool) bool) bool {
	return slices.ContainsFunc(r.signs, func(sign string) bool {
		switch sign {
		case Origin:
			return slices.ContainsFunc(r.origins(row), func(cell string) bool { return body(r.words.Origin(cell)) })
		case Format:
			return r.format(row) == appeal.Electronic
		}
		return r.text(row, sign) != ""
	})
}

// unclear are the senders of a row of whom no word and nothing else in the row
// says whether they are bodies.
func (r *reader) unclear(row int) (out []string) {
	if !slices.Contains(r.signs, Origin) || r.text(row, Direct) != "" ||
		r.signed(row, func(direct, clear bool) bool { return clear && !direct }) {
		return nil
	}
	for _, cell := range r.origins(row) {
		if _, clear := r.words.Origin(cell); !clear {
			out = append(out, cell)
		}
	}
	return out
}

// origins are the cells of a row that name who sent the appeal, without those
// that name the citizen.
func (r *reader) origins(row int) []string {
	var out []string
	for _, c := range r.feeds[Origin] {
		cell := oneLine(clean(r.Cell(row, c)))
		f := classifier.Fold(cell)
		if f == "" || nothingWords.has(f) || f == classifier.Fold(r.text(row, Name)) || isPerson(cell) {
			continue
		}
		out = append(out, cell)
	}
	return out
}

func (r *reader) format(row int) appeal.Format {
	cell := r.text(row, Format)
	if cell == "" {
		return appeal.Format(r.Defaults[Format])
	}
	if f, ok := r.words.Format(cell); ok {
		return f
	}
	return appeal.Format(cell) // the rules say that it is no format
}

// number is that of the sender's document for an appeal that another body sent,
// where the table has a column of it; its absence there is a mistake that the
// rules find. own is the number that the body itself has given.
func (r *reader) number(l *line) (number, own string) {
	own, foreign := r.oneNumber(l, Number), r.oneNumber(l, Outgoing)
	switch {
	case len(r.feeds[Outgoing]) == 0:
		return own, own
	case !l.ap.IsDirect:
		return foreign, own
	case foreign != "":
		r.tell(l, Outgoing, "Обращение поступило напрямую, номер документа другого органа не загружается.",
			"Если обращение прислал другой орган, поставьте «нет» в столбце «"+TargetOf(Direct).Label+"».")
	}
	return own, own
}

// oneNumber is the number of a cell that holds one, without its sign and day.
func (r *reader) oneNumber(l *line, field string) string {
	n := readNumber(r.list(l.row, field))
	r.checkNumber(l, field, n, r.text(l.row, field))
	return n.number
}

// checkNumber refuses what stands in a cell beside one number and one day.
func (r *reader) checkNumber(l *line, field string, n numberCell, cell string) {
	switch {
	case shortened().MatchString(n.number):
		r.refuse(l, field, "Вместо номера в ячейке его сокращённая запись: «"+n.number+"».",
			"Так Excel показывает длинные числа. Задайте столбцу формат «Текстовый» и впишите номер.")
	case withDayWord().MatchString(n.number):
		r.refuse(l, field, "В ячейке с номером осталось непонятое: «"+n.number+"».",
			"Оставьте номер, а дату рядом с ним запишите целиком, например 05.10.2026.")
	case n.many:
		r.refuse(l, field, "В ячейке несколько номеров или дат: «"+cell+"».",
			"Оставьте один номер, а остальным отведите свои строки.")
	}
}

var (
	shortened   = pattern.Of(`^\d([.,]\d+)?[EeЕе]\+\d+$`)
	withDayWord = pattern.Of(`(?i)(?:^|\s)от(?:\s|$)`)
)

var nothingWords = folded("нет", "не указано", "отсутствует", "не заполнено", "без корреспондента")

// Forwarded counts the rows that its signs would make come from another body.
func Forwarded(s *sheet.Sheet, m *Mapping, words Words) (forwarded, direct int) {
	r := newReader(s, m, words)
	for row := m.Header + 1; row < len(s.Rows); row++ {
		if len(s.Rows[row]) == 0 || r.noAppeal(row) != "" || r.text(row, Direct) != "" {
			continue
		}
		if r.forwarded(row) {
			forwarded++
		} else {
			direct++
		}
	}
	return forwarded, direct
}

// UnclearSenders hands every sender to take who may be an applicant or a body,
// where nothing else in the row decides.
func UnclearSenders(s *sheet.Sheet, m *Mapping, take func(cell string)) {
	r := newReader(s, m, Words{})
	for row := m.Header + 1; row < len(s.Rows); row++ {
		if len(s.Rows[row]) > 0 && r.noAppeal(row) == "" {
			for _, cell := range r.unclear(row) {
				take(cell)
			}
		}
	}
}
