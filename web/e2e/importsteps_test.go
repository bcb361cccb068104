package e2e

import (
	"strings"
	"testing"

	"rroform/wasm/sheet"
)

const tableInput = "Загрузить таблицу (XLSX, CSV)"

var pastedRows = strings.ReplaceAll(
	`Рег. №;Дата регистрации;ФИО заявителя;Адрес;Код вопроса;Результат рассмотрения;Дата ответа;Меры приняты
151-ОГ;06.10.2026;Иванов Иван Иванович;"с. Примерное,
ул. Полевая, д. 1";0003.0009.0097.0694 Благоустройство;Рассмотрено. Разъяснено;20.10.2026;
153-ОГ;31.02.2026;Фёдоров Пётр;с. Примерное;0003.0009.0097.0694;Частично поддержано;21.10.26;да
154-ОГ;07.10.2026;Фёдоров Пётр;с. Примерное;0003.0009.0097.0694;Частично поддержано;21.10.26;частично
Итого;3
`, ";", "\t")

// TestImportSteps pastes a block from Excel and goes through every step, each
// judged by axe; what stayed out comes back as a workbook that can be loaded
// again, and so does the sample.
func TestImportSteps(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	c.fillProfile()
	c.must(c.Open("Обмен"))
	n, err := c.find(nil, "Или вставьте строки, скопированные в Excel", "textbox")
	c.must(err)
	c.focus(n)
	c.put(pastedRows)
	c.must(c.Press(nil, "Загрузить вставленное"))
	c.appears("Столбцы таблицы", "table")
	c.axe("columns")
	c.must(c.Select(nil, "Поступило напрямую от заявителя", "Да, напрямую от заявителей"))
	c.must(c.Select(nil, "Дата поступления в орган", "Та же, что дата регистрации"))
	c.must(c.Fill(nil, "Название настройки", "Наша СЭД"))
	c.must(c.Press(nil, "Сохранить настройку"))
	c.must(c.Press(nil, "Далее"))
	c.must(c.Select(nil, "Статус для «Частично поддержано»", "Рассмотрено. Поддержано"))
	c.axe("results")
	c.must(c.Press(nil, "Далее"))
	c.appears("Строки таблицы", "table")
	c.axe("preview")
	c.says("Такой даты нет: «")
	c.says("«частично» не понято как «да» или «нет»")
	c.must(c.Press(nil, "Только без ошибок (1)"))
	c.appears("К обращениям", "link")
	c.says("Новых: 1.")
	c.axe("done")
	c.must(c.Press(nil, "Скачать незагруженные строки"))
	refused, _, err := c.downloads.take()
	c.must(err)
	c.must(c.Press(nil, "Закрыть таблицу"))

	c.must(c.Attach(nil, tableInput, "Не загружено.xlsx", refused))
	c.appears("Столбцы таблицы", "table")
	c.says("2 строки под заголовком")
	c.says("Почему не загружена")
	c.must(c.Press(nil, "Закрыть таблицу"))
	c.must(c.Press(nil, "Скачать образец таблицы"))
	sample, _, err := c.downloads.take()
	c.must(err)
	c.must(c.Attach(nil, tableInput, "Образец.xlsx", sample))
	c.appears("Столбцы таблицы", "table")
	c.must(c.Select(nil, "Лист книги", "Пояснения"))
	c.must(c.Select(nil, "Лист книги", "Обращения"))
	c.must(c.Press(nil, "Далее"))
	c.appears("Строки таблицы", "table")
	c.says("Загрузить все (1)")
	c.says("Без ошибок: 1")
	c.must(c.Open("Справочники"))
	c.says("Частично поддержано")
	c.axe("own results")
	c.alone(pageURL(t))
}

// TestImportHostile: workbooks that would harm are refused with the limit, and
// the page goes on.
func TestImportHostile(t *testing.T) {
	slow(t)
	t.Parallel()
	c := startClerk(t, offline)
	const head, tail = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`,
		`</sheetData></worksheet>`
	for _, row := range []struct {
		name, want string
		content    []byte
	}{
		{"old.xls", "Вид файла не известен", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old")},
		{"cut.xlsx", "скопирован не полностью", workbook(t, 5)[:700]},
		{"far.xlsx", "Лист слишком велик: 2000000000 строк",
			bookOf(t, head+`<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>`+tail)},
		{"wide.xlsx", "Лист слишком велик",
			bookOf(t, head+`<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1000000"><c r="A1000000"><v>1</v></c>`+
				`</row>`+tail)},
		{"bomb.xlsx", "сжата больше чем в 200 раз", bookOf(t, head+strings.Repeat(" ", 30<<20)+tail)},
		{"empty.xlsx", "ни одной заполненной ячейки", bookOf(t, head+tail)},
		{"columns.csv", "больше 200 столбцов", []byte(strings.Repeat("a;", sheet.MaxColumns+1))},
		{"picture.csv", "Вид файла не известен", []byte("\x89PNG\x00\x00")},
	} {
		c.must(c.Open("Обмен"))
		c.must(c.Attach(nil, tableInput, row.name, row.content))
		c.wait(`!document.querySelector(".rro-build") && document.querySelector(".rro-finding")`)
		c.says(row.want)
		c.reload()
	}
}
