package table_test

import (
	"slices"
	"testing"

	"rroform/wasm/sheet"
	"rroform/wasm/table"
)

// TestSenderOf: who turned to a body and who sent on a paper, as registers have
// them; what may be either is neither.
func TestSenderOf(t *testing.T) {
	for want, cells := range map[table.Sender][]string{
		table.Applicant: {
			"Сомов Пётр Ильич", "СОМОВ ПЁТР ИЛЬИЧ", "Сомов П.И.", "Сомов П. И.", "СОМОВ П.И.", "П.И. Сомов",
			"П. И. Сомов", "Сомов П.", "Сомов Пётр",
			"СОМОВА ВЕРА", "Пётр Сомов", "Пётр Ильич Сомов", "Сомова-Тихонова Вера Павловна",
			"СОМОВА-ТИХОНОВА ВЕРА ПАВЛОВНА", "Анна-Мария Сомова",
			"Сомов-Тихонов П.И.", "Мамедов Али Гасан оглы", "МАМЕДОВ АЛИ ГАСАН ОГЛЫ", "Мамедова Лейла Гасан кызы",
			"Мамедов Али Гасан-оглы", "Советов Пётр Ильич",
			"Судаков А. И.", "Отделенцева Анна Юрьевна", "Сомов\nПётр Ильич",
			"ООО „Ромашка“", "«Ромашка», ООО", "ООО «Управляющая компания»", "ТСЖ Полевая, 1", "ИП Сомов П.И.",
			"СНТ «Берёзка»", "Индивидуальный предприниматель Сомов",
			"Жители ул. Полевой", "Коллективное обращение", "Граждане", "гражданин", "Лично", "Почта",
		},
		table.Body: {
			"Управление по работе с обращениями (пример)", "Управление Президента РФ по работе с обращениями граждан",
			"Аппарат Губернатора", "АППАРАТ ГУБЕРНАТОРА",
			"Правительство Примерной области", "Администрация района", "Прокуратура района", "Министерство дорог",
			"Минздрав", "Роспотребнадзор", "Жилищный надзор",
			"Управление Роспотребнадзора", "ОМВД", "Примерский районный суд", "Городская дума",
			"Приёмная депутата Сомова П.И.", "Депутат Сомов Пётр Ильич", "Глава района",
			"Комитет по строительству", "Отдел полиции № 1", "Прокурор Сомов П.И.",
			"Государственная жилищная инспекция",
		},
		table.Unclear: {"Сомов", "Шмидт Ганс", "МБОУ СОШ № 1", "Примерский район", "Центр помощи",
			"по почте из Примерного"},
	} {
		for _, cell := range cells {
			if got := table.SenderOf(cell); got != want {
				t.Errorf("%q is %d, want %d", cell, got, want)
			}
		}
	}
}

// TestUnclearSenderIsAsked: a row whose sender may be either is read only when
// the clerk has said which; it is not asked where the row says more.
func TestUnclearSenderIsAsked(t *testing.T) {
	s := &sheet.Sheet{Columns: 6, Rows: [][]string{
		{"Рег. №", "Дата регистрации", "Поступило напрямую", "Откуда", "Исх. №", "ФИО"},
		{"1-ОГ", "05.10.2026", "", "Центр помощи", "", "Примеров П.И."},
		{"2-ОГ", "05.10.2026", "", "СОМОВ ПЁТР ИЛЬИЧ", "", "Примеров П.И."},
		{"3-ОГ", "05.10.2026", "", "Аппарат Губернатора", "", "Примеров П.И."},
		{"4-ОГ", "05.10.2026", "да", "Центр помощи", "", "Примеров П.И."},
		{"5-ОГ", "05.10.2026", "", "Центр помощи", "77-ЦП", "Примеров П.И."},
		{"6-ОГ", "05.10.2026", "", "ООО „Ромашка“", "", "Примеров П.И."},
	}}
	m := table.Mapping{Columns: table.Recognise(s, 0), Defaults: map[string]string{table.Direct: table.Yes}}
	var asked []string
	table.UnclearSenders(s, &m, func(cell string) { asked = append(asked, cell) })
	if !slices.Equal(asked, []string{"Центр помощи"}) {
		t.Errorf("asked about %q", asked)
	}
	direct := func(words table.Words) (map[string]bool, []table.Refusal) {
		res, err := table.Make(s, m, words, func(int) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]bool{}
		for _, made := range res.Made {
			out[s.Cell(made.Rows[0], 0)] = made.Appeal.IsDirect
		}
		return out, res.Refused
	}
	got, refused := direct(table.Words{})
	if _, read := got["1-ОГ"]; read || len(refused) != 1 || refused[0].Row != 1 {
		t.Errorf("%v, refused %v", got, refused)
	}
	for number, want := range map[string]bool{"2-ОГ": true, "3-ОГ": false, "4-ОГ": true, "5-ОГ": false, "6-ОГ": true} {
		if is, read := got[number]; !read || is != want {
			t.Errorf("%s: direct %v, read %v", number, is, read)
		}
	}
	for _, choice := range []bool{true, false} {
		got, refused = direct(table.Words{Origin: func(cell string) (bool, bool) {
			if cell == "Центр помощи" {
				return choice, true
			}
			return table.UsualWords.Origin(cell)
		}})
		if is, read := got["1-ОГ"]; !read || is != choice || len(refused) != 0 {
			t.Errorf("chosen %v: %v, %v", choice, got, refused)
		}
	}
}

// TestBodyAsName: a body in the place of the citizen is told.
func TestBodyAsName(t *testing.T) {
	s := &sheet.Sheet{Columns: 2, Rows: [][]string{{"Рег. №", "Корреспондент"}, {"1-ОГ", "Аппарат Губернатора"},
		{"2-ОГ", "СОМОВ ПЁТР ИЛЬИЧ"}, {"3-ОГ", "ООО „Ромашка“"}}}
	m := table.Mapping{Columns: table.Recognise(s, 0), Defaults: map[string]string{table.Direct: table.Yes}}
	res, err := table.Make(s, m, table.Words{}, func(int) error { return nil })
	if err != nil || len(res.Made) != 3 {
		t.Fatal(res, err)
	}
	for i, made := range res.Made {
		if told := len(made.Told) > 0; told != (i == 0) {
			t.Errorf("%s: told %v", made.Appeal.Name, made.Told)
		}
	}
}

// TestNumberSigns: old programs write N and No for the sign of a number.
func TestNumberSigns(t *testing.T) {
	for _, title := range []string{"Рег. №", "Рег. N", "Рег.N", "РЕГ. N", "Рег. No", "Рег.No", "Рег. Nо", "N обращения",
		"No обращения", "№ обращения", "Вх. N", "Регистрационный N", "N и дата"} {
		s := &sheet.Sheet{Columns: 2, Rows: [][]string{{title, "ФИО"}, {"1-ОГ", "Примеров"}}}
		if got := table.Recognise(s, 0); got[0] != table.Number {
			t.Errorf("%q is %q", title, got[0])
		}
	}
	for title, want := range map[string]string{"Исх. N": table.Outgoing, "N сопр. письма": table.SentAs, "N п/п": "",
		"N": "", "No": "", "№": ""} {
		s := &sheet.Sheet{Columns: 2, Rows: [][]string{{title, "ФИО"}, {"1-ОГ", "Примеров"}}}
		if got := table.Recognise(s, 0); got[0] != want {
			t.Errorf("%q is %q, want %q", title, got[0], want)
		}
	}
}
