package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/scenario"
)

// madeAppeal is what an archive says of an appeal: its text without the fields
// that are the same for all. Dates are those of the question.
type madeAppeal struct {
	Number, Name, Address, Email string
	Direct                       bool   `json:"isDirect"`
	Document                     string `json:"createDate"`
	Questions                    []madeQuestion
}

type madeQuestion struct {
	Code, Status string
	Incoming     string `json:"incomingDate"`
	Registered   string `json:"registrationDate"`
	Response     string `json:"responseDate"`
	Measures     *bool  `json:"actionsTaken"`
}

const (
	snow, clinic, road   = "0003.0009.0097.0694", "0002.0014.0143.0389", "0003.0009.0099.0742"
	primerov, obraztsova = "Примеров Пётр Ильич", "Образцова Анна Юрьевна"
	testov, maketova     = "Тестов Семён Львович", "Макетова Ольга Ивановна"
)

// october is a direct appeal in work, which came on the day of October on which
// it was registered: the archive gives that day as the date of the document too.
func october(number string, day int, name, address, code string) madeAppeal {
	date := fmt.Sprintf("2026-10-%02d", day)
	return madeAppeal{Number: number, Name: name, Address: address, Direct: true, Document: date,
		Questions: []madeQuestion{{Code: code, Status: "InWork", Incoming: date, Registered: date}}}
}

func (a madeAppeal) came(day int) madeAppeal {
	a.Document = fmt.Sprintf("2026-10-%02d", day)
	a.Questions[0].Incoming = a.Document
	return a
}

func (a madeAppeal) closed(status string, day int, measures ...bool) madeAppeal {
	q := &a.Questions[0]
	q.Status, q.Response = status, fmt.Sprintf("2026-10-%02d", day)
	if len(measures) > 0 {
		q.Measures = &measures[0]
	}
	return a
}

// pair are the two appeals that most of the files hold: numbers from n.
func pair(n int, addresses ...string) []madeAppeal {
	addresses = append(addresses, "", "")
	return []madeAppeal{
		october(fmt.Sprint(n, "-ОГ"), 5, primerov, addresses[0], snow),
		october(fmt.Sprint(n+1, "-ОГ"), 6, obraztsova, addresses[1], clinic),
	}
}

// routed is a table that goes the whole way into the register.
type routed struct {
	name, file string
	text       string // instead of a file
	pasted     bool
	columns    []string    // what the step of columns says
	results    [][2]string // own results and what the clerk chooses for them
	preview    []string    // what the preview says
	skipped    []string    // what the list of rows that were passed over says
	made       []madeAppeal
	wrong      int  // appeals with errors beside those that are made
	again      bool // the same appeals have come with the file before
}

// severalCodes holds two codes in a cell, parted in every usual way.
var severalCodes = tabbed(
	"Рег. №|Дата поступления|Дата рег.|ФИО|Код вопроса|Результат|Дата ответа",
	"701-ОГ|05.10.2026|05.10.2026|"+primerov+"|0003.0009.0098.0728; 0002.0013.0139.0332.0037|"+inWork+"|",
	"702-ОГ|05.10.2026|05.10.2026|"+primerov+"|0003.0009.0098.0728, 0002.0013.0139.0332.0037|"+inWork+"|",
	"703-ОГ|05.10.2026|05.10.2026|"+primerov+"|\"0003.0009.0098.0728\n0002.0013.0139.0332.0037\"|"+inWork+"|",
	"704-ОГ|05.10.2026|05.10.2026|"+primerov+"|0003.0009.0098.0728 Ненадлежащее содержание домашних животных; "+
		"0002.0013.0139.0332.0037 дополнительное образование|"+inWork+"|",
)

// fromBodies is an export without «да» and «нет» for direct appeals: who sent
// an appeal on has a number and a day of his own.
var fromBodies = tabbed(
	"Рег. №|Дата регистрации|Дата поступления|Откуда|Исх. №|Исх. дата|Способ доставки|ФИО|Код вопроса|Результат",
	"И-7|09.10.2026|09.10.2026|Аппарат Губернатора|77-АГ|02.10.2026|Почта|"+primerov+"|"+snow+"|"+inWork,
	"И-8|09.10.2026|09.10.2026|Прокуратура района|88-П|03.10.2026|МЭДО|"+obraztsova+"|"+snow+"|"+inWork,
	"И-9|09.10.2026|09.10.2026|ТЕСТОВ СЕМЁН ЛЬВОВИЧ|||Почта|"+testov+"|"+snow+"|"+inWork,
)

func tabbed(rows ...string) string {
	return strings.ReplaceAll(strings.Join(rows, "\n")+"\n", "|", "\t")
}

func routedTables() []routed {
	forwarded := october("А26-02-000000321", 5, "Сомов Пётр Ильич", "", snow)
	forwarded.Direct, forwarded.Document = false, "2026-10-01"
	var dates []madeAppeal
	names := []string{primerov, obraztsova, testov, maketova}
	for i := range 14 {
		dates = append(dates, october(fmt.Sprint(581+i, "-ОГ"), 5, names[i%4], "", snow))
	}
	var coded []madeAppeal
	for i := range 4 {
		a := october(fmt.Sprint(701+i, "-ОГ"), 5, primerov, "", "0003.0009.0098.0728")
		b := a.Questions[0]
		b.Code = "0002.0013.0139.0332.0037"
		a.Questions = append(a.Questions, b)
		coded = append(coded, a)
	}
	sent := []madeAppeal{
		october("77-АГ", 9, primerov, "", snow),
		october("88-П", 9, obraztsova, "", snow),
		october("И-9", 9, testov, "", snow),
	}
	for i := range sent[:2] {
		sent[i].Direct, sent[i].Document = false, fmt.Sprintf("2026-10-%02d", 2+i)
	}
	return []routed{
		{name: "журнал.xlsx", file: "tiers.xlsx",
			columns: []string{"Заявитель: ФИО", "Код вопроса"},
			made: []madeAppeal{
				october("301-ОГ", 5, primerov, first, snow),
				october("302-ОГ", 6, obraztsova, second, clinic).closed("Explained", 20)}},
		{name: "реестр.csv", file: "numberdate.csv",
			preview: []string{"Ячейка разделена: номер «312-ОГ»"},
			made: []madeAppeal{
				october("311-ОГ", 5, primerov, "", snow),
				october("312-ОГ", 6, obraztsova, "", clinic),
				october("313-ОГ", 7, testov, "", road)}},
		{name: "выгрузка.csv", file: "correspondent.csv",
			made: []madeAppeal{forwarded, october("322-ОГ", 6, "Тихонова Вера Павловна", "", clinic)}},
		{name: "результаты.csv", file: "measures.csv", wrong: 1,
			results: [][2]string{{"Оставлено без ответа", "Оставлено без ответа автору"}},
			preview: []string{"Не указано, приняты ли меры"},
			made: []madeAppeal{
				october("342-ОГ", 6, obraztsova, "", road).closed("Supported", 20, true),
				october("343-ОГ", 7, testov, "", clinic).closed("Explained", 21),
				october("344-ОГ", 8, maketova, "", snow).closed("Supported", 22, true),
				october("345-ОГ", 9, "Шаблонов Илья Петрович", "", road).closed("LeftWithoutAnswer", 23)}},
		{name: "Результаты_выгрузки.xlsx", file: "robot.xlsx", wrong: 3,
			columns: []string{"«без заголовка» (0, 1, 2)", "«Организация отправления»", "«Кол-во подписей»"}},
		{name: "ВыгрузкаИз1С.csv", file: "emptydates.csv",
			made: []madeAppeal{
				october("371-ОГ", 6, primerov, "", snow).came(5),
				october("372-ОГ", 7, obraztsova, "", clinic).came(6),
				october("373-ОГ", 8, testov, "", road).came(7),
				october("374-ОГ", 9, maketova, "", snow).came(8).closed("Explained", 20)}},
		{name: "отчёт.csv", file: "groups.csv",
			preview: []string{"Пропущено строк, в которых нет нового обращения: 5"},
			skipped: []string{"2\tПропущены", "5\tПропущены", "8\tПропущены", "9\tПропущены", "10\tПропущены",
				"похоже на заголовок группы, подпись или примечание, пропущена"},
			made: []madeAppeal{
				october("381-ОГ", 5, primerov, "", snow),
				october("382-ОГ", 6, obraztsova, "", clinic),
				october("383-ОГ", 7, testov, "", road)}},
		{name: "форма_1С.xlsx", file: "numbering.xlsx", made: pair(401)},
		{name: "выгрузка.xlsx", file: "sharedstrings.xlsx", made: pair(501, first, second)},
		{name: "выгрузка.xlsx", file: "noaddresses.xlsx", made: pair(503, "", second)},
		{name: "с_Мака.xlsx", file: "date1904.xlsx", made: pair(505, first, second)},
		{name: "диаграмма_первая.xlsx", file: "chartfirst.xlsx", made: pair(509, first, second)},
		{name: "диаграмма_последняя.xlsx", file: "chartlast.xlsx", made: pair(509, first, second), again: true},
		{name: "отчёт.xlsx", file: "backslashes.xlsx", made: pair(511, first, second)},
		{name: "логические.xlsx", file: "booleans.xlsx",
			made: []madeAppeal{
				october("515-ОГ", 5, primerov, "", snow).closed("Supported", 20, true),
				october("516-ОГ", 6, obraztsova, "", clinic).closed("Supported", 20, false)}},
		{name: "стили.xlsx", file: "nostyle.xlsx",
			columns: []string{"Листов"}, made: pair(517, first, second)},
		{name: "реестр.ods", file: "table.ods", made: pair(521, first, second)},
		{name: "реестр_переименован.xlsx", file: "table.ods", made: pair(521, first, second), again: true},
		{name: "Отчёт.xls", file: "page.xls", made: pair(523, first, second)},
		{name: "Выгрузка.xls", file: "xml2003.xls", made: pair(525, "", second)},
		{name: "clipboard.txt", file: "clipboard.txt", pasted: true,
			made: []madeAppeal{
				october("531-ОГ", 5, `"Ромашка" ООО`, "", snow),
				october("532-ОГ", 6, `ООО "Василёк"`, "", clinic),
				october("533-ОГ", 7, obraztsova, "", road),
				october("534-ОГ", 8, `"Лютик" и "Пион", НКО`, "", snow)}},
		{name: "clipboard.txt", file: "clipboard.txt", again: true, made: make([]madeAppeal, 4)},
		{name: "выгрузка.csv", file: "guards.csv", wrong: 1,
			preview: []string{"Указан короткий код вопроса: «0694», полный код — " + snow},
			made: []madeAppeal{
				october("000552", 6, obraztsova, "012346, с. Примерное", clinic)}},
		{name: "OBR.CSV", file: "dosnoend.csv",
			columns: []string{"CP866"},
			made: []madeAppeal{
				october("571-ОГ", 5, primerov, first, snow),
				october("572-ОГ", 6, "Ёлкина Анна Юрьевна", second, clinic)}},
		{name: "OBR_EOF.TXT", file: "dos.txt", again: true,
			columns: []string{"CP866"}, made: make([]madeAppeal, 2)},
		{name: "коды.csv", text: severalCodes, pasted: true, made: coded},
		{name: "СЭД.csv", text: fromBodies, pasted: true,
			columns: []string{"Из других органов: 2 строки. Остальные: 1 строка"}, made: sent},
		{name: "даты.csv", file: "manydates.csv", made: dates},
	}
}

// TestTablesReachRegister gives tables to the built page and changes nothing
// but what the tables lack: the archive of the month says each appeal as it was
// meant, the cards those that no archive takes.
func TestTablesReachRegister(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	c.fillProfile()
	var want []madeAppeal
	stored := 0
	for _, table := range routedTables() {
		c.route(table)
		if !table.again {
			want = append(want, table.made...)
			stored += len(table.made) + table.wrong
		}
	}
	if n := c.stored(); n != stored {
		t.Errorf("%d appeals are stored, want %d", n, stored)
	}

	for number, check := range map[string]func(){
		"341-ОГ": func() {
			c.shows(firstQuestion, "Статус", "Рассмотрено. Поддержано")
			c.found(firstQuestion, "Меры приняты", "Не указано, приняты ли меры")
		},
		"361-ОГ": c.robotCard(primerov, "primerov@example.com", "05.10.2026", "06.10.2026", snow),
		"362-ОГ": c.robotCard(obraztsova, "obraztsova@example.com", "06.10.2026", "07.10.2026", clinic),
		"363-ОГ": c.robotCard(testov, "", "07.10.2026", "07.10.2026", road),
		"000551": func() {
			c.holds(nil, "Адрес", "012345, с. Примерное")
			c.holds(nil, "Дата регистрации в органе", "05.10.2026")
			c.must(c.Press(firstQuestion, "Поставить "+snow))
			c.holds(firstQuestion, "Код вопроса", snow)
		},
	} {
		c.must(c.Open("Обращения"))
		c.must(c.Fill(nil, "Поиск", number))
		c.rowsAre(number)
		c.must(c.Follow(nil, number))
		c.holds(nil, numberField, number)
		check()
	}

	want = append(want, october("000551", 5, primerov, "012345, с. Примерное", snow)) // its short code is mended
	got := archived(t, c.archiveOfOctober())
	for _, a := range want {
		if !slices.ContainsFunc(got, func(b madeAppeal) bool { return reflect.DeepEqual(a, b) }) {
			t.Errorf("the archive lacks %s", inWords(t, a))
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d appeals in the archive, want %d", len(got), len(want))
	}
	if t.Failed() {
		t.Logf("the archive holds %s", inWords(t, got))
	}
}

// archiveOfOctober forms the archive of the month.
func (c *clerk) archiveOfOctober() []byte {
	c.t.Helper()
	c.must(c.Open("Архив"))
	c.must(c.Select(nil, "Год", "2026"))
	c.must(c.Select(nil, "Месяц", "октябрь"))
	c.must(c.Press(nil, "Сформировать архив"))
	data, _, err := c.downloads.take()
	c.must(err)
	return data
}

// route brings a table from its file into the register.
func (c *clerk) route(table routed) {
	c.t.Helper()
	data := []byte(table.text)
	if table.file != "" {
		var err error
		data, err = os.ReadFile(filepath.Join("../../testdata/books", table.file))
		c.must(err)
	}
	c.must(c.Open("Обмен"))
	if table.pasted {
		n, err := c.find(nil, "Или вставьте строки, скопированные в Excel", "textbox")
		c.must(err)
		c.focus(n)
		c.put(string(data))
		c.must(c.Press(nil, "Загрузить вставленное"))
	} else {
		c.must(c.Attach(nil, tableInput, table.name, data))
	}
	c.appears("Столбцы таблицы", "table")
	c.says(table.columns...)
	isBook := strings.HasSuffix(table.file, ".xlsx")
	if isBook {
		c.saysNot("2026-10-") // days of a book are shown as a person writes them
	}
	for field, value := range map[string]string{
		"Поступило напрямую от заявителя": "Да, напрямую от заявителей",
		"Дата поступления в орган":        "Та же, что дата регистрации",
	} {
		var has bool
		const feeds = `[...document.querySelectorAll("table select")].some((s) => s.selectedOptions[0].label === %q)`
		c.eval(fmt.Sprintf(feeds, field), &has)
		if !has {
			c.must(c.Select(nil, field, value))
		}
	}
	c.must(c.Press(nil, "Далее"))
	if len(table.results) > 0 {
		for _, result := range table.results {
			c.must(c.Select(nil, "Статус для «"+result[0]+"»", result[1]))
		}
		c.must(c.Press(nil, "Далее"))
	}
	c.appears("Строки таблицы", "table")
	if isBook {
		c.saysNot("2026-10-")
	}
	n := len(table.made) + table.wrong
	if table.again {
		c.says(fmt.Sprint("Уже в реестре: ", n), "Загружать нечего")
	} else {
		c.says(fmt.Sprintf("Загрузить все (%d)", n), fmt.Sprintf("Только без ошибок (%d)", len(table.made)))
		c.says(table.preview...)
		shown := c.text()
		for _, no := range []string{"Ошибка", "Год похож на опечатку", "не пойдёт в архив"} {
			if table.wrong == 0 && strings.Contains(shown, no) {
				c.t.Errorf("%s: «%s» in\n%s", table.file, no, shown)
			}
		}
		if len(table.skipped) > 0 {
			c.must(c.Press(nil, fmt.Sprint("Пропущены: ", len(table.skipped)-1)))
			c.thingSays("Строки таблицы", "table", table.skipped...)
		}
		c.must(c.Press(nil, fmt.Sprintf("Загрузить все (%d)", n)))
		c.appears("К обращениям", "link")
		c.says(fmt.Sprintf("Новых: %d.", n))
	}
	c.must(c.Press(nil, "Закрыть таблицу"))
}

// robotCard checks a card of the table of a robot, which lacks the results.
func (c *clerk) robotCard(name, email, came, registered, code string) func() {
	return func() {
		for field, want := range map[string]string{
			"ФИО": name, "E-mail": email, "Дата поступления в орган": came, "Дата регистрации в органе": registered,
		} {
			c.holds(nil, field, want)
		}
		c.holds(firstQuestion, "Код вопроса", code)
	}
}

// shows waits until the list shows the option.
func (c *clerk) shows(scope scenario.Scope, list, option string) {
	c.t.Helper()
	n, err := c.find(scope, list, "combobox")
	c.must(err)
	c.must(c.cameTrue(func() string {
		if got := c.selected(n); got != option {
			return fmt.Sprintf("«%s» shows «%s»", list, got)
		}
		return ""
	}))
}

// archived reads the appeals of an archive.
func archived(t *testing.T, data []byte) (list []madeAppeal) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		var a madeAppeal
		if err == nil {
			err = json.Unmarshal(bytes.TrimPrefix(text, []byte("\uFEFF")), &a)
		}
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		list = append(list, a)
	}
	return list
}

func inWords(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestSeveralRecipients: two recipients in a cell are two, each with the day and
// the number of the letter.
func TestSeveralRecipients(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	c.fillProfile()
	const one, two = "AAAAAAAA-0000-4000-8000-000000000001", "AAAAAAAA-0000-4000-8000-000000000002"
	text := "Рег. №;Дата поступления;Дата регистрации;ФИО;Адрес;Код вопроса;Результат;" +
		"Кому направлено;Дата сопр. письма;№ сопр. письма\n"
	for i, cell := range []string{
		"Орган А " + one + "; Орган Б " + two,
		"Орган А (" + one + ")\nОрган Б (" + two + ")",
		"Орган А, " + one + ", Орган Б, " + two,
	} {
		text += fmt.Sprint(801+i, "-ОГ;05.10.2026;05.10.2026;", primerov, ";с. Примерное, д. ", i+1, ";", snow,
			";Направлено по компетенции;\"", cell, "\";08.10.2026;15\n")
	}
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, tableInput, "получатели.csv", []byte(text)))
	c.appears("Столбцы таблицы", "table")
	c.must(c.Select(nil, "Поступило напрямую от заявителя", "Да, напрямую от заявителей"))
	c.must(c.Press(nil, "Далее"))
	c.appears("Строки таблицы", "table")
	c.must(c.Press(nil, "Загрузить все (3)"))
	c.appears("К обращениям", "link")
	for _, number := range []string{"801-ОГ", "802-ОГ", "803-ОГ"} {
		c.must(c.Open("Обращения"))
		c.must(c.Follow(nil, number))
		for i, body := range [][2]string{{"Орган А", one}, {"Орган Б", two}} {
			recipient := fmt.Sprint("Получатель ", i+1)
			c.holds(append(slices.Clone(firstQuestion), recipient), "Орган-получатель", body[0])
			c.thingSays(recipient, "group", body[1])
		}
		c.saysNot("Получатель 3")
	}
}

// TestReconcilePortalPage pastes the portal's own heading and totals: they are
// no appeals, and a number is read out of the words around it.
func TestReconcilePortalPage(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.enterAppeal("4506-ОГ") // of 05.10.2026
	c.must(c.Open("Обмен"))
	c.must(c.Follow(nil, "Сверка с РРО"))
	c.must(c.Fill(nil, "Номера или строки таблицы с портала",
		"Обращение, поступившее в орган напрямую\tДата документа по обращению\t"+
			"Дата поступления в орган\n№ 4506-ОГ от 05.10.2026\n№ 99-ОГ от 11.10.2026\nИтого: 4"))
	c.must(c.Press(nil, "Сверить"))
	c.says("Нет здесь: 1", "99-ОГ")
	c.saysNot("Нет на портале: 1")
}
