package table_test

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/sheet"
	"rroform/wasm/table"
)

// pieces of cells by the column that they are put together for, good and odd ones.
var pieces = map[string][]string{
	table.Number: {"311-ОГ", "№ 312-ОГ", "А26-02-000000313", "от 05.10.2026", "от 6 октября 2026 г.", "(07.10.2026)",
		"повторное", "314/2026", "12-10-2026"},
	table.Code: {"0003.0009.0097.0694", "0002.0014.0143.0389", "0742", "455", "0003.0009.97.742", "0003 0009 0097 0694",
		"Уборка снега", "0001.0003.0029.0201.0074",
		"0003.0009.0097.06945", "2026"},
	table.Status: {"Рассмотрено. Разъяснено", "Рассмотрено. Поддержано", "Находится на рассмотрении",
		"Направлено по компетенции", "Списано в дело"},
	table.Response: {"05.10.2026", "06.10.26", "7 октября 2026 г.", "08.10.2026 14:30", "вчера", "31.02.2026"},
	table.Measures: {"да", "нет", "частично"},
	table.Recipient: {"Орган Аа", "Министерство труда, занятости и защиты", "a1b2c3d4-0001-4000-8000-000000000001",
		"a1b2c3d4-0002-4000-8000-000000000002", "Орган Бб (Вв)"},
	table.SentAs:     {"777-АБ", "№ 778-АБ", "779/03", "от 09.10.2026"},
	table.SentOn:     {"09.10.2026", "10.10.2026", "после обеда"},
	table.Email:      {"primerov@example.com", "second@example.com", "почты нет"},
	table.Name:       {"Примеров Пётр", "Образцова А. Ю.", "ООО «Пример»"},
	table.Address:    {"с. Примерное", "ул. Полевая, д. 1", "кв. 7"},
	table.Registered: {"05.10.2026", "2026-10-06", "07.10.2026 9:15", "07.10.2026; 08.10.2026"},
}

var between = []string{"; ", ", ", "\n", " ", " / ", ";\n"}

var tokenShape = regexp.MustCompile(`[\p{L}\d]+`)

// TestNothingDropped: every word and number of a cell that feeds a field is in
// the appeal, or what is said about the row names its column or the row.
func TestNothingDropped(t *testing.T) {
	r := rand.New(rand.NewSource(14))
	fields := make([]string, 0, len(pieces))
	for field := range pieces {
		fields = append(fields, field)
	}
	slices.Sort(fields)
	made, refused := 0, 0
	for range 4_000 {
		row := make([]string, len(fields))
		for i, field := range fields {
			list := pieces[field]
			row[i] = list[r.Intn(len(list))]
			for r.Intn(3) == 0 {
				row[i] += between[r.Intn(len(between))] + list[r.Intn(len(list))]
			}
			if r.Intn(6) == 0 && field != table.Number {
				row[i] = ""
			}
		}
		s := &sheet.Sheet{Rows: [][]string{fields, row}, Columns: len(fields)}
		m := table.Mapping{Columns: fields,
			Defaults: map[string]string{table.Direct: table.Yes, table.Format: string(appeal.Other)}}
		res, err := table.Make(s, m, table.Words{}, func(int) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		said := map[int]bool{}
		for _, w := range res.Refused {
			said[w.Column] = true
		}
		if len(res.Refused)+len(res.Skipped) > 0 {
			refused++
			continue // the row stays out as a whole, with words
		}
		made++
		if len(res.Made) != 1 {
			t.Fatalf("%d appeals of %q", len(res.Made), row)
		}
		for _, w := range res.Made[0].Told {
			said[w.Column] = true
		}
		text := written(res.Made[0].Appeal)
		text += known.Replace(text)
		for c, cell := range row {
			for _, token := range tokenShape.FindAllString(known.Replace(cell), -1) {
				if !said[c] && !strings.Contains(text, token) {
					t.Fatalf("%s: %q of %q is nowhere\n%q\n%s", fields[c], token, cell, row, text)
				}
			}
		}
	}
	if made < 500 || refused < 500 {
		t.Errorf("%d made, %d refused: this test sees too little", made, refused)
	}
}

// known are words that a value may do without, and other ways to write one.
var known = strings.NewReplacer("№", " ", " г.", " ", "от ", " ", "Уборка снега", " ", "6 октября 2026", "06.10.2026",
	"7 октября 2026", "07.10.2026", "06.10.26", "06.10.2026",
	"2026-10-06", "06.10.2026", " 14:30", " ", " 9:15", " ", "да", " ", "нет", " ")

// written is an appeal with its days and statuses as tables have them.
func written(ap appeal.Appeal) string {
	data, _ := json.Marshal(ap)
	text := string(data)
	for _, d := range append([]appeal.Date{ap.CreateDate, ap.IncomingDate, ap.RegistrationDate}, daysOf(ap)...) {
		text += " " + d.Russian()
	}
	for _, q := range ap.Questions {
		info, _ := appeal.StatusOf(q.Status)
		text += fmt.Sprint(" ", info.Label, " ", strings.TrimLeft(q.Code, "0"))
	}
	return text
}

func daysOf(ap appeal.Appeal) (days []appeal.Date) {
	for _, q := range ap.Questions {
		days = append(days, q.ResponseDate)
		for _, tr := range q.Transfers {
			days = append(days, tr.TransferDate)
		}
	}
	return days
}

// TestTitlesBesideCodes: no official title hinders the codes beside it or
// passes for one.
func TestTitlesBesideCodes(t *testing.T) {
	before := "0001.0001.0001.0001 Конституция Российской Федерации (основы конституционного строя)"
	for line := range strings.Lines(string(static.Classifier())) {
		row := strings.Split(line, "\t")
		if strings.Count(row[0], ".") < 3 || strings.HasPrefix(before, row[0]) {
			continue
		}
		// one ends with it: a further question, which the rules find to be no code
		row[1] = strings.TrimRight(row[1], ";")
		for _, cell := range []string{before + "; " + row[0] + " " + row[1], before + "\n" + row[0] + "\n" + row[1],
			row[1] + " (" + row[0] + "), " + before} {
			codes, left := table.ReadCodes(cell)
			slices.Sort(codes)
			if want := []string{"0001.0001.0001.0001", row[0]}; left != "" || !slices.Equal(codes, want) {
				t.Errorf("%q: codes %q, left %q", cell, codes, left)
			}
		}
		before = "0001.0001.0001.0001 Конституция"
	}
}

// TestUntaken: what a column holds and no field takes can be listed, with what
// has no title; an empty column is not.
func TestUntaken(t *testing.T) {
	s := &sheet.Sheet{Columns: 6, Rows: [][]string{{"Рег. №", "", "Примечание", "Пусто", "Заявитель", "Корреспондент"},
		{"1-ОГ", "7", "срочно", "", "Примеров", "Примеров"}}}
	m := table.Mapping{Columns: table.Recognise(s, 0)}
	if got := table.Untaken(s, &m); !slices.Equal(got, []int{1, 2}) || m.Columns[4] != table.Name ||
		m.Columns[5] != table.Origin {
		t.Errorf("%v of %q", got, m.Columns)
	}
}

// TestOddHeaders: titles above the header and columns of other persons do not
// become a part of it.
func TestOddHeaders(t *testing.T) {
	for _, c := range []struct {
		name   string
		rows   [][]string
		header int
		want   []string
	}{
		{"a heading of two cells", [][]string{{"Отчёт", "за октябрь"}, {"Рег. №", "ФИО"}, {"1-ОГ", "Примеров"}}, 1,
			[]string{table.Number, table.Name}},
		{"the body above the header", [][]string{{"Орган", "", "Администрация села"}, {"Рег. №", "ФИО", "Адрес", "Код"},
			{"1-ОГ", "Примеров", "с. Примерное", "0694"}}, 1,
			[]string{table.Number, table.Name, table.Address, table.Code}},
		{"two persons", [][]string{{"Обращение", "", "Исполнитель", "Заявитель"},
			{"Рег. №", "Дата регистрации", "ФИО", "ФИО"}, {"1-ОГ", "05.10.2026", "Шаблонова", "Примеров"}}, 1,
			[]string{table.Number, table.Registered, "", table.Name}},
		{"another person's name", [][]string{{"Рег. №", "ФИО исполнителя", "Заявитель"},
			{"1-ОГ", "Шаблонова", "Примеров"}}, 0, []string{table.Number, "", table.Name}},
		{"dates of something else", [][]string{{"Рег. №", "Дата регистрации", "Ответ", "", "Срок", ""},
			{"", "", "Дата", "Результат", "Дата", "Продление"}, {"1-ОГ", "05.10.2026", "", "", "04.11.2026", ""}}, 1,
			[]string{table.Number, table.Registered, table.Response, table.Status, "", ""}},
		{"the year of a column", [][]string{{"Рег. №", "Статус на 01.11.2026", "Код вопроса"},
			{"1-ОГ", "Не поступило", "0694"}}, 0, []string{table.Number, "", table.Code}},
		{"names in another order",
			[][]string{{"Имя", "Отчество", "Фамилия", "Рег. №"}, {"Пётр", "Ильич", "Примеров", "1-ОГ"}}, 0,
			[]string{table.Name, table.Name, table.Name, table.Number}},
		{"values only", [][]string{{"1-ОГ", "05.10.2026"}, {"2-ОГ", "06.10.2026"}}, -1, []string{"", table.Registered}},
	} {
		s := &sheet.Sheet{Rows: c.rows, Columns: len(c.want)}
		header := table.HeaderRow(s)
		if got := table.Recognise(s, header); header != c.header || !slices.Equal(got, c.want) {
			t.Errorf("%s: row %d, %q; want %d, %q", c.name, header, got, c.header, c.want)
		}
	}
}
