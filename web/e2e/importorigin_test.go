package e2e

import (
	"os"
	"strings"
	"testing"
)

// An export in which no column says «напрямую», with own results and words.
const sedExport = `Рег. №;Дата регистрации;Откуда;Исх. №;Исх. дата;Способ доставки;ФИО;Адрес;Код вопроса;Результат;` +
	`Дата ответа;Кому направлено;Дата сопроводительного письма;№ сопроводительного письма;Краткое содержание
И-1;05.10.2026;;;;Почта;Иванов Иван Иванович;с. Примерное, д. 1;0003.0009.0097.0694;Меры приняты;20.10.2026;;;;` +
	`Просит убрать снег у дома
И-2;06.10.2026;Аппарат Губернатора;77-АГ;02.10.2026;Фельдсвязь;Петров Пётр Петрович;с. Примерное, д. 2;` +
	`0003.0009.0097.0694;Находится на рассмотрении;;;;;О дорогах
И-3;07.10.2026;Прокуратура района;88-П;03.10.2026;МЭДО;Сидорова Анна Ивановна;с. Примерное, д. 3;` +
	`0003.0009.0097.0694;Направлено по компетенции;;Министерство дорог;08.10.2026;15;О дорогах
И-4;08.10.2026;Аппарат Губернатора;;04.10.2026;Почта;Фёдоров Фёдор Фёдорович;с. Примерное, д. 4;` +
	`0003.0009.0097.0694;Находится на рассмотрении;;;;;О дорогах
И-5;09.10.2026;Лично;;;Лично;Макетов Илья Петрович;с. Примерное, д. 5;0003.0009.0097.0694;` +
	`Находится на рассмотрении;;;;;О школе
`

// TestImportOrigin goes from an export to the register: the rule for what other
// bodies sent, own words, what an update changes, a change by question, and a
// directory that settles recipients.
func TestImportOrigin(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	c.fillProfile()
	open := func(text string) {
		c.must(c.Open("Обмен"))
		c.must(c.Attach(nil, tableInput, "Выгрузка.csv", []byte(text)))
		c.appears("Столбцы таблицы", "table")
		c.must(c.Select(nil, "Дата поступления в орган", "Та же, что дата регистрации"))
	}
	open(sedExport)
	c.says("Из других органов: 3 строки. Остальные: 2 строки")
	c.says("Не загружаются: «Краткое содержание» (Просит убрать снег у дома, О дорогах, О школе)")
	c.must(c.Check(nil, "«Откуда»", false))
	c.must(c.Check(nil, "«Откуда»", true))
	c.axe("columns with a rule")
	c.must(c.Press(nil, "Далее"))
	c.appears("Свои слова", "table")
	c.says("Фельдсвязь")
	c.must(c.Select(nil, "Статус для «Меры приняты»", "Рассмотрено. Поддержано, меры приняты"))
	c.axe("results with words")
	c.must(c.Press(nil, "Далее"))
	c.appears("Строки таблицы", "table")
	c.says("Ошибка, «Исх. №»: Не указан номер")
	c.axe("preview with findings")
	c.must(c.Press(nil, "Загрузить все (5)"))
	c.appears("К обращениям", "link")
	c.must(c.Press(nil, "Закрыть таблицу"))

	open(strings.Replace(sedExport, "с. Примерное, д. 2", "с. Новое, д. 2", 1))
	c.must(c.Press(nil, "Далее"))
	c.must(c.Press(nil, "Далее"))
	c.appears("Строки таблицы", "table")
	c.must(c.Press(nil, "Обновятся: 1"))
	c.says("Адрес: с. Примерное, д. 2 → с. Новое, д. 2")
	c.axe("preview of an update")
	c.must(c.Press(nil, "Загрузить все (1)"))
	c.appears("К обращениям", "link")
	c.says("Обновлено: 1.")
	c.must(c.Press(nil, "Закрыть таблицу"))

	c.must(c.Open("Справочники"))
	c.says("Фельдсвязь")
	c.unfold()
	c.must(c.Attach(nil, "Загрузить справочник органов", "Органы.txt",
		[]byte("89729055-843a-4eeb-88e1-71535b245d6f\tМинистерство дорог\n")))
	c.must(c.Press(nil, "Взять"))
	c.says("У 1 получателя найден идентификатор.")

	c.must(c.Open("Обращения"))
	c.must(c.Select(nil, "Тип обращений", "Поступившие из других органов"))
	c.says("77-АГ")
	c.must(c.Select(nil, "Тип обращений", "Все"))
	c.must(c.Select(nil, "Статус", "Находится на рассмотрении"))
	c.must(c.Check(nil, "Выбрать 77-АГ", true))
	c.must(c.Press(nil, "Изменить…"))
	c.must(c.Select(nil, "Статус", "Рассмотрено. Разъяснено"))
	c.unfold()
	c.axe("mass change by question")
	c.must(c.Press(nil, "Показать, что изменится"))
	c.says("Изменится 1 обращение (вопросов: 1).")
	c.alone(pageURL(t))
}

// TestSenderAsDirect: a clerk gives the column of senders to «Поступило напрямую».
// What the program does not know as yes or no has a table of meanings, as
// results have, and is asked once.
func TestSenderAsDirect(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	c.fillProfile()
	open := func(text string) {
		c.must(c.Open("Обмен"))
		c.must(c.Attach(nil, tableInput, "Выгрузка.csv", []byte(text)))
		c.appears("Столбцы таблицы", "table")
		c.must(c.Select(nil, "Дата поступления в орган", "Та же, что дата регистрации"))
		c.must(c.Select(nil, "Столбец C: Откуда", "Поступило напрямую от заявителя"))
		c.must(c.Select(nil, "Поступило напрямую от заявителя", "Да, напрямую от заявителей")) // for empty cells
		c.must(c.Press(nil, "Далее"))
	}
	open(sedExport)
	c.thingSays("Свои слова", "table", "Аппарат Губернатора", "Прокуратура района")
	for _, word := range []string{"Аппарат Губернатора", "Прокуратура района"} {
		c.must(c.Select(nil, "Откуда поступило: «"+word+"»", "Из другого органа"))
	}
	c.must(c.Select(nil, "Статус для «Меры приняты»", "Рассмотрено. Поддержано, меры приняты"))
	c.must(c.Press(nil, "Далее"))
	c.appears("Строки таблицы", "table")
	c.saysNot("не понято как «да» или «нет»")
	c.must(c.Press(nil, "Загрузить все (5)"))
	c.appears("К обращениям", "link")
	c.must(c.Press(nil, "Закрыть таблицу"))
	c.must(c.Open("Обращения"))
	c.must(c.Select(nil, "Тип обращений", "Поступившие из других органов"))
	c.thingSays("Обращения", "table", "77-АГ", "88-П", "Фёдоров Фёдор Фёдорович") // whose sender gave no number
	c.gone(nil, "link", "И-1")
	c.gone(nil, "link", "И-5")
	c.must(c.Select(nil, "Тип обращений", "Поступившие напрямую"))
	c.thingSays("Обращения", "table", "И-1", "И-5")
	c.gone(nil, "link", "77-АГ")

	open(strings.ReplaceAll(sedExport, "И-", "К-"))
	c.thingSays("Наши результаты", "table", "меры приняты (сохранено)")
	c.gone(nil, "table", "Свои слова") // they are not asked again
	c.must(c.Press(nil, "Далее"))
	c.appears("Строки таблицы", "table")
	c.saysNot("не понято как «да» или «нет»")
}

// TestFilesNamedInTable: a table only names files. The clerk sees which, in which
// row, and what to do, before loading and after.
func TestFilesNamedInTable(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	c.fillProfile()
	text, err := os.ReadFile("../../testdata/import/files.utf8.csv")
	c.must(err)
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, tableInput, "ответы.csv", text))
	c.appears("Столбцы таблицы", "table")
	c.shows(nil, "Столбец H: Файл ответа", "Файлы ответа (только имена)")
	c.shows(nil, "Столбец I: Приложено", "Файлы ответа (только имена)")
	c.must(c.Select(nil, "Поступило напрямую от заявителя", "Да, напрямую от заявителей"))
	c.must(c.Press(nil, "Далее"))
	c.thingSays("Строки таблицы", "table", "Файлы из таблицы не загружаются: «ответ_711.pdf».",
		"Файлы из таблицы не загружаются: «ответ 712.docx», «приложение.pdf», «акт.jpg».",
		"приложите их к вопросу сами",
		"В строке только файлы, пропущена: «скан_712.pdf».")
	c.shot("files of a table")
	c.must(c.Press(nil, "Загрузить все (3)"))
	c.appears("К обращениям", "link")
	c.says("Файлы из таблицы не загружены")
	c.must(c.Follow(nil, "журнале слияний и загрузок"))
	c.thingSays("Записи", "table", "711-ОГ", "строка 2", "ответ_711.pdf", "712-ОГ", "строка 3",
		"ответ 712.docx; приложение.pdf", "акт.jpg",
		"загружено без файлов", "скан_712.pdf")
	c.alone(pageURL(t))
}

// TestRemarksAskHow: what can be mended in two ways is asked, for all and for one.
func TestRemarksAskHow(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline)
	c.fillProfile()
	rows := "Рег. №;Дата регистрации;Дата поступления;Напрямую;Исх. дата;Формат;ФИО;Адрес;Код вопроса;Результат\n"
	for _, n := range []string{"1", "2", "3"} {
		rows += n + "-ОГ;05.10.2026;05.10.2026;да;01.10.2026;МЭДО;Иванов Иван " + n + ";с. Примерное, д. " + n +
			";0003.0009.0097.0694;Находится на рассмотрении\n"
	}
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, tableInput, "Выгрузка.csv", []byte(rows)))
	c.appears("Столбцы таблицы", "table")
	c.must(c.Press(nil, "Далее"))
	c.appears("Строки таблицы", "table")
	c.must(c.Press(nil, "Загрузить все (3)"))
	c.appears("К обращениям", "link")
	c.must(c.Open("Обращения"))
	c.must(c.Follow(nil, "Замечания"))
	c.appears("Исправить все (3)…", "button")
	c.must(c.Press(nil, "Исправить все (3)…"))
	c.axe("how to mend")
	c.must(c.Press(nil, "Не исправлять"))
	c.says("Прямое обращение не бывает электронным")
	c.must(c.Follow(nil, "1-ОГ"))
	c.must(c.Press(nil, "Отметить «из другого органа»"))
	c.says("обращение готово к выгрузке")
	c.must(c.Open("Обращения"))
	c.must(c.Follow(nil, "Замечания"))
	c.appears("Исправить все (2)…", "button")
	c.must(c.Press(nil, "Исправить все (2)…"))
	c.must(c.Press(nil, "Отметить «из другого органа»"))
	c.says("Исправлено: 2 обращения.")
	c.must(c.Open("Обращения"))
	c.must(c.Select(nil, "Тип обращений", "Поступившие из других органов"))
	c.says("3-ОГ")
	c.alone(pageURL(t))
}
