package e2e

import "rroform/wasm/scenario"

// The things that several tests do on their way to what they test.

const numberField = "Обращение регистрируется под номером"

var firstQuestion = scenario.Scope{"Вопрос 1"}

// fillProfile fills the settings, without which no archive is formed.
func (c *clerk) fillProfile() {
	c.t.Helper()
	c.must(c.Open("Настройки"))
	for _, field := range [][2]string{
		{"Наименование органа государственной власти или органа местного самоуправления",
			"Администрация села Примерное"},
		{"Идентификатор органа (GUID)", "89729055-843A-4EEB-88E1-71535B245D6F"},
		{"Уникальный идентификатор уполномоченного лица", "УИУЛ-000001"},
		{"Ф.И.О. уполномоченного лица", "Образцова Анна Петровна"},
		{"Должность", "Делопроизводитель"},
	} {
		c.must(c.Fill(nil, field[0], field[1]))
	}
}

// newCard opens the card of a new appeal from any screen.
func (c *clerk) newCard() {
	c.t.Helper()
	c.must(c.Open("Обращения"))
	c.must(c.Press(nil, "Новое обращение"))
}

// fillAppeal types a direct appeal of October without errors.
func (c *clerk) fillAppeal(number, status string) {
	c.t.Helper()
	c.must(c.Check(nil, directBox, true))
	c.must(c.Select(nil, "Формат обращения", "Другое"))
	for _, field := range [][2]string{
		{numberField, number}, {"Дата поступления в орган", "05.10.2026"}, {"Дата регистрации в органе", "06.10.2026"},
		{"ФИО", "Иванов Иван Иванович"}, {"Адрес", "г. Калуга, ул. Циолковского, д.8"},
	} {
		c.must(c.Fill(nil, field[0], field[1]))
	}
	c.must(c.Code(firstQuestion, "Код вопроса", "0003.0009.0097.0694"))
	c.must(c.Select(firstQuestion, "Статус", status))
}

// enterAppeal enters a whole appeal and goes back to the register.
func (c *clerk) enterAppeal(number string) {
	c.t.Helper()
	c.newCard()
	c.fillAppeal(number, "Находится на рассмотрении")
	c.must(c.Press(nil, "Закрыть"))
}
