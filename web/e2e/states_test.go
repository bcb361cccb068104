package e2e

import (
	"testing"
)

// TestStatesToldTruly walks from the first start past the due date and through a
// month that is handed in, then one more and one changed appeal. Every screen says
// correctly how far the report is.
func TestStatesToldTruly(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	c.must(c.Today("2026-11-30"))
	c.must(c.Open("Сегодня"))
	c.says("За октябрь 2026 данных в программе нет. Если отчёт уже сдан другой программой, ничего не делайте.",
		"Текущий месяц: ноябрь 2026", "Работали здесь раньше?")
	c.saysNot("истёк", "Данных здесь нет")

	c.fillProfile()
	for _, number := range []string{"1-ОГ", "2-ОГ"} {
		c.enterAppeal(number)
	}
	c.must(c.Open("Сегодня"))
	c.says("Срок сдачи истёк 3 ноября (27 дней назад)", "готовы к выгрузке", "Заполните профиль — готово",
		"Внесите обращения — готово", "Сформируйте архив")

	c.must(c.Open("Архив"))
	c.says("Войдут: 2. Не войдут: 0.")
	c.must(c.Press(nil, "Сформировать архив"))
	c.says("Архив сформирован", "как можно скорее, срок передачи истёк 3 ноября (27 дней назад)",
		"Скачать под паролем…")
	c.click(c.query(nil, "button", "Отметить передачу")[0])
	c.says("✓ сделано")
	c.must(c.Press(nil, "Отметить завершение загрузки"))
	c.wait(`document.querySelectorAll(".rro-step-done").length === 2`)
	c.wait(`[...document.querySelectorAll(".rro-made-panel details")].filter((d) => ` +
		`d.querySelector(".rro-step-done")).length === 1`)

	c.must(c.Open("Сегодня"))
	c.says("Отчёт сдан, работа с ним завершена.", "выгружено")
	c.saysNot("готовы к выгрузке", "истёк", "С чего начать")

	c.enterAppeal("3-ОГ")
	c.edit("1-ОГ", "ФИО", "Петров Пётр Петрович")
	c.says("Изменено после выгрузки.", "состояние: завершён")
	c.must(c.Open("Сегодня"))
	c.says("1 обращение ещё не выгружалось.", "1 обращение изменено после выгрузки.", "готовы, ещё не выгружались")
	c.must(c.Open("Обращения"))
	c.thingSays("Обращения", "table", "изменено", "завершено", "нет")
	c.must(c.Press(nil, "Последние действия"))
	c.says("Массовых изменений и удалений пока не было.")
	c.must(c.Press(nil, "Закрыть"))
	c.must(c.Open("Архив"))
	c.says("Войдут: 3, из них 2 уже выгружались. Не войдут: 0.")
	c.must(c.Choose(nil, "Какие обращения", "Изменённые с прошлой выгрузки"))
	c.says("Войдут: 2 (изменены после выгрузки: 1, ещё не выгружались: 1).")
}

// TestZeroReportTold: the month of «Архив» is kept, what is wrong is said once,
// a month that is not over is asked about, and the first screen knows the report.
func TestZeroReportTold(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	c.must(c.Today("2026-11-30"))
	c.fillProfile()
	c.must(c.Open("Архив"))
	c.must(c.Select(nil, "Месяц", "ноябрь"))
	c.must(c.Check(nil, zeroBox, true))
	if got := c.selected(c.query(nil, "combobox", "Месяц")[0]); got != "ноябрь" {
		t.Errorf("the chosen month became %q", got)
	}
	c.says("Портал может не принять этот нулевой отчёт: его образец нам неизвестен", "Надёжнее:")
	c.saysNot("Вставьте запись целиком")
	c.must(c.Press(nil, "Сформировать нулевой отчёт"))
	c.says("Нулевой отчёт не сформирован.", "Не подтверждено: 4 пункта из 4.")
	c.wait(`document.querySelectorAll("main [role=alert]").length === 1`)
	for _, tick := range []string{"Обращения не поступали напрямую от заявителей", "Обращения не поступали из " +
		"Управления Президента Российской Федерации по работе с обращениями граждан и организаций",
		"Обращения не поступали от иных органов власти",
		"Раздел РРО просмотрен (или уточнено у вышестоящего органа): обращений в статусе «Не поступило» нет"} {
		c.must(c.Check(nil, tick, true))
	}
	c.must(c.Press(nil, "Сформировать нулевой отчёт"))
	c.says("Месяц ещё не закончился: обращения за ноябрь 2026 ещё могут поступить.")
	c.must(c.Press(nil, "Подождать"))
	c.must(c.Select(nil, "Месяц", "октябрь"))
	c.must(c.Press(nil, "Сформировать нулевой отчёт"))
	c.says("Архив сформирован", "Нулевой отчёт: октябрь 2026.")
	c.must(c.Press(nil, "Отметить передачу"))
	c.says("✓ сделано")
	c.must(c.Open("Сегодня"))
	c.says("Отчёт передан.", "Обращений за этот месяц нет, сформирован нулевой отчёт", "состояние: передан")
	c.saysNot("истёк", "подайте нулевой отчёт")
	c.newCard()
	c.fillAppeal("1-ОГ", "Находится на рассмотрении")
	c.says("За этот месяц уже сформирован нулевой отчёт: октябрь 2026, передан.")
	c.must(c.Open("Сегодня"))
	c.says("Обращения есть, а за этот месяц сформирован нулевой отчёт")
}

// TestBodies: a body is made once it has a name, its screens name what the
// other one has, and the header leads back; what was typed stays where it was.
func TestBodies(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.fillProfile()
	c.enterAppeal("1-ОГ")
	c.must(c.Open("Настройки"))
	c.must(c.Press(nil, "Добавить орган"))
	c.must(c.Press(nil, "Добавить"))
	c.says("Наименование не указано.")
	c.must(c.Press(nil, "Отмена"))
	if n := len(c.query(nil, "combobox", "Орган")); n != 0 {
		t.Fatal("a body was made without a name")
	}
	c.must(c.Press(nil, "Добавить орган"))
	c.must(c.Fill(nil, "Наименование нового органа", "Школа № 5"))
	c.must(c.Press(nil, "Добавить"))
	c.says("Орган «Школа № 5» добавлен, теперь вы работаете за него.", "Профиль: Школа № 5")
	c.thingSays("Органы", "table", "Администрация села Примерное", "Школа № 5", "активный")
	for _, screen := range []string{"Сегодня", "Обращения", "Архив"} {
		c.must(c.Open(screen))
		c.says("У другого органа 1 обращение.", "Перейти к органу «Администрация села Примерное»")
	}
	c.newCard()
	c.says("У другого органа 1 обращение.")
	c.must(c.Fill(nil, numberField, "2-Ш"))
	c.must(c.Select(nil, "Орган", "Администрация села Примерное")) // while the card is open
	c.says("Теперь вы работаете за орган «Администрация села Примерное».")
	c.thingSays("Обращения", "table", "1-ОГ")
	c.saysNot("2-Ш")
	c.must(c.Press(nil, "Перейти к органу «Школа № 5»"))
	c.thingSays("Обращения", "table", "2-Ш")
	c.must(c.Follow(nil, "2-Ш"))
}

// TestAgeOfRestoredCopy: after a restore the header shows how old that copy is.
func TestAgeOfRestoredCopy(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.fillProfile()
	c.enterAppeal("1-ОГ")
	c.thingSays("Нет резервной копии", "link", "Нет резервной копии")
	c.must(c.Open("Обмен"))
	c.must(c.Press(nil, "Создать резервную копию"))
	c.says("записана в папку «Загрузки»", "Резервная копия: сегодня")
	file, _, err := c.downloads.take()
	c.must(err)
	c.close()

	c = newClerk(t)
	c.must(c.Today("2026-11-12"))
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, "Восстановить из резервной копии", "копия.zip", file))
	c.must(c.Press(nil, "Восстановить"))
	c.says("Данные восстановлены", "Резервная копия: 10 дней назад",
		"Последняя копия: 02.11.2026 12:00, 10 дней назад.")
	c.must(c.Open("Сегодня"))
	c.says("Резервная копия: 10 дней назад. С тех пор ничего не изменилось.")
	c.saysNot("ещё не было")
}

// TestPersonalTold: people in open archives are counted, and a hand-over begins with
// a month that has appeals.
func TestPersonalTold(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	c.must(c.Today("2027-01-15"))
	c.must(c.Open("Настройки"))
	c.says("Данных о гражданах нет.")
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, "Открыть архив РРО", "Выгрузка.zip", vendorArchive(t)))
	c.thingSays("Содержимое архива", "table", "701-ОГ")
	c.must(c.Open("Настройки"))
	c.says("Обращений граждан: 2, из них в открытых архивах: 2.")
	c.thingSays("Персональные данные на этом компьютере", "table", "Файлы ответов\t0",
		"Прочие файлы: непрочитанные записи, файлы удалённых обращений\t2")
	c.enterAppeal("1-ОГ")
	c.must(c.Open("Обмен"))
	c.must(c.Follow(nil, "Передать коллеге"))
	c.until(func() string {
		list := c.query(nil, "combobox", "Месяц")
		if len(list) == 1 && c.selected(list[0]) == "октябрь" {
			return ""
		}
		return "the hand-over does not begin with October"
	})
}
