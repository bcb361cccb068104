package app

import (
	"slices"
	"strings"
	"unicode"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/register"
	"rroform/wasm/report"
)

// cleanNumber returns a number without repeated and invisible spaces.
func cleanNumber(s string) string { return strings.Join(strings.Fields(cleanBlanks(s)), " ") }

// numberWays are the ways in which two numbers with the same folded form can differ. Each has a
// function that removes this difference.
var numberWays = []struct {
	words string
	even  func(string) string
}{
	{"регистром букв", strings.ToLower},
	{"латинской буквой вместо русской", func(s string) string { return strings.Map(cyrillic, s) }},
	{"буквами «ё» и «е»", strings.NewReplacer("ё", "е", "Ё", "Е").Replace},
	{"знаками или пробелами", func(s string) string {
		return strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				return -1
			}
			return r
		}, s)
	}},
}

// cyrillic returns the Russian letter that looks like a Latin one, in the same case.
func cyrillic(r rune) rune {
	if r >= 0x80 || !unicode.IsLetter(r) {
		return r
	}
	folded := []rune(classifier.Fold(string(r)))
	if unicode.IsUpper(r) {
		return unicode.ToUpper(folded[0])
	}
	return folded[0]
}

// nearMiss returns how two numbers with the same folded form differ; "" = not visibly.
func nearMiss(here, there string) string {
	here, there = cleanNumber(here), cleanNumber(there)
	if here == there {
		return ""
	}
	var ways []string
	for i := range numberWays {
		x, y := here, there
		for j, w := range numberWays {
			if i != j {
				x, y = w.even(x), w.even(y)
			}
		}
		if x != y {
			ways = append(ways, numberWays[i].words)
		}
	}
	return strings.Join(ways, ", ")
}

// words returns the status for people.
func (p *pasted) words() string {
	if row, ok := appeal.StatusOf(p.status); ok {
		return row.Label
	}
	return p.said
}

func rowHere(rec *register.Record) ReconcileRow {
	ap := &rec.Appeal
	var said []string
	for _, q := range ap.Questions {
		if info, ok := appeal.StatusOf(q.Status); ok && !slices.Contains(said, info.Label) {
			said = append(said, info.Label)
		}
	}
	return ReconcileRow{ID: ap.ID, Number: ap.Number, Name: ap.Name, StatusHere: strings.Join(said, "; ")}
}

// reconcileTable returns the results as a table for download.
func reconcileTable(rows []*ReconcileRow) report.Table {
	t := report.Table{Title: "Сверка с РРО", Columns: []report.Column{
		{Title: "Итог", Kind: report.Text, Width: 20}, {Title: "Номер", Kind: report.Text, Width: 22},
		{Title: "Номер на портале", Kind: report.Text, Width: 22},
		{Title: "ФИО", Kind: report.Text, Width: 30}, {Title: "Дата на портале", Kind: report.Day, Width: 14},
		{Title: "Статус здесь", Kind: report.Text, Width: 28},
		{Title: "Статус на портале", Kind: report.Text, Width: 28}, {Title: "Примечание", Kind: report.Text, Width: 50},
	}, Rows: [][]string{}}
	for _, r := range rows {
		t.Rows = append(t.Rows, []string{ReconcileKinds[kindOrder(r.Kind)].Label, r.Number, r.There, r.Name,
			string(r.Date), r.StatusHere, r.StatusThere, r.Note})
	}
	return t
}
