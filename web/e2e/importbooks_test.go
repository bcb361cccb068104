package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// someBook is a table as a program writes it, with the texts that the preview must
// show. Without want the file is refused with words that contain refused.
type someBook struct {
	name    string // of the file, as the clerk gives it
	file    string // in testdata/books, or …
	data    []byte // … what it holds
	want    []string
	refused string
}

const inWork = "Находится на рассмотрении"

// exported are the two rows that most of the files hold: numbers from n.
func exported(n int, addresses ...string) []string {
	want := []string{fmt.Sprint(n, "-ОГ"), "05.10.2026", "Примеров Пётр Ильич", "0003.0009.0097.0694",
		fmt.Sprint(n+1, "-ОГ"), "06.10.2026", "Образцова Анна Юрьевна", "0002.0014.0143.0389"}
	return append(want, addresses...)
}

const first, second = "с. Примерное, ул. Полевая, д. 1", "с. Примерное, ул. Полевая, д. 2"

var someBooks = []someBook{
	{name: "выгрузка.xlsx", file: "sharedstrings.xlsx", want: exported(501, first, second)},
	{name: "выгрузка.xlsx", file: "noaddresses.xlsx", want: exported(503, second)},
	{name: "с_Мака.xlsx", file: "date1904.xlsx", want: exported(505, first, second)},
	{name: "диаграмма_первая.xlsx", file: "chartfirst.xlsx", want: exported(509, first, second)},
	{name: "диаграмма_последняя.xlsx", file: "chartlast.xlsx", want: exported(509, first, second)},
	{name: "отчёт.xlsx", file: "backslashes.xlsx", want: exported(511, first, second)},
	{name: "логические.xlsx", file: "booleans.xlsx", want: []string{"515-ОГ", "да", "516-ОГ", "нет", "20.10.2026"}},
	{name: "стили.xlsx", file: "nostyle.xlsx", want: exported(517)},
	{name: "реестр.ods", file: "table.ods", want: exported(521, first, second)},
	{name: "реестр.xlsx", file: "table.ods", want: exported(521, first, second)},
	{name: "Отчёт.xls", file: "page.xls", want: exported(523, "с. Примерное,\nул. Полевая, д. 1")},
	{name: "Выгрузка.xls", file: "xml2003.xls", want: exported(525, second)},
	{name: "OBR.TXT", file: "dos.txt",
		want: []string{"571-ОГ", "572-ОГ", "Ёлкина Анна Юрьевна", "0002.0014.0143.0389"}},
}

// TestBooks gives tables to the built page as programs really write them: each
// comes in as it is meant, whatever it is called, without errors.
func TestBooks(t *testing.T) {
	t.Parallel()
	playBooks(t, someBooks)
}

// playBooks brings each file as far as the preview.
func playBooks(t *testing.T, books []someBook) {
	c := startClerk(t, offline)
	c.fillProfile()
	for _, b := range books {
		c.must(c.Open("Обмен"))
		data := b.data
		if b.file != "" {
			var err error
			data, err = os.ReadFile(filepath.Join("../../testdata/books", b.file))
			c.must(err)
		}
		c.must(c.Attach(nil, tableInput, b.name, data))
		if b.refused != "" {
			c.says(b.refused)
			c.reload()
			continue
		}
		c.appears("Столбцы таблицы", "table")
		if strings.Contains(c.text(), "Выберите столбец или общее значение для «Поступило напрямую") {
			c.must(c.Select(nil, "Поступило напрямую от заявителя", "Да, напрямую от заявителей"))
		}
		c.must(c.Select(nil, "Дата поступления в орган", "Та же, что дата регистрации"))
		c.must(c.Press(nil, "Далее"))
		c.appears("Строки таблицы", "table")
		text := strings.Join(strings.Fields(c.text()), " ")
		for _, want := range append(b.want, "Без ошибок: 2") {
			if !strings.Contains(text, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("%s (%s): no «%s» in\n%s", b.name, b.file, want, text)
			}
		}
		c.must(c.Press(nil, "Закрыть таблицу"))
	}
}
