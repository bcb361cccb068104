package rules

import (
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/pattern"
)

var cardRules = []Rule{
	{Code: "B-10.1", Level: appeal.Error, Field: "format", Text: "Не выбран формат обращения",
		Hint:   "Выберите «Электронный (МЭДО)», если обращение прислал другой орган по МЭДО, иначе «Другое».",
		Source: "004:108", check: func(c *checker) {
			if c.Appeal != nil && c.Appeal.Format != appeal.Electronic && c.Appeal.Format != appeal.Other {
				c.hit("format", "", nil)
			}
		}},
	{Code: "B-03.1", Level: appeal.Warning, Field: "format", Text: "Прямое обращение не бывает электронным (МЭДО)",
		Hint: "По МЭДО обращения приходят только от других органов. Если обращение прислал другой орган, снимите " +
			"отметку «напрямую от заявителя» и укажите номер и дату его документа, иначе выберите «Другое».",
		Source: "FORMAT.md «Date order»: inferred", check: func(c *checker) {
			if c.Appeal != nil && c.Appeal.IsDirect && c.Appeal.Format == appeal.Electronic {
				c.hit("format", "", []Fix{
					{"Поставить «Другое»", "format", string(appeal.Other)},
					{"Отметить «из другого органа»", "isDirect", "false"},
				})
			}
		}},
	{Code: "B-06", Level: appeal.Error, Field: "number", Text: "Не указан номер, под которым регистрируется обращение",
		Hint: "Напрямую от заявителя — ваш регистрационный номер. Из другого органа — номер его сопроводительного " +
			"документа.",
		Source: "001:101", check: emptyField("number", func(a *appeal.Appeal) string { return a.Number })},
	{Code: "B-06.1", Level: appeal.Warning, Field: "number",
		Text: "Номер начинается с «А26», а обращение отмечено как прямое",
		Hint: "С «А26» начинаются номера Администрации Президента. Если обращение прислала она, снимите отметку " +
			"«напрямую от заявителя».",
		Source: "001:101; B-06", check: func(c *checker) {
			if c.Appeal != nil && c.Appeal.IsDirect && appeal.FromAdministration(c.Appeal.Number) {
				c.hit("number", "", nil)
			}
		}},
	{Code: "B-06.2", Level: appeal.Warning, Field: "number",
		Text: "Номер похож на «А26-…», но набран латинскими буквами",
		Hint: "Похоже, номер набирали в английской раскладке. Программа пишет номер так, как он набран: исправьте " +
			"его, если в документе стоит русская «А».",
		Source: "001:101; B-06", check: func(c *checker) {
			if c.Appeal == nil {
				return
			}
			if meant := appeal.RussianNumber(c.Appeal.Number); meant != strings.TrimSpace(c.Appeal.Number) &&
				strings.HasPrefix(meant, "А26") {
				c.hit("number", "«"+c.Appeal.Number+"»", []Fix{{"Поставить «" + meant + "»", "number", meant}})
			}
		}},
	{Code: "B-06.3", Level: appeal.Advice, Field: "number", Text: "В номере латинские буквы, похожие на русские",
		Hint: "С ними номер не совпадёт с тем же номером на портале, набранным по-русски. Если в документе русские " +
			"буквы, исправьте номер.",
		Source: "G25", check: func(c *checker) {
			if c.Appeal == nil {
				return
			}
			meant := appeal.RussianNumber(c.Appeal.Number)
			if meant != strings.TrimSpace(c.Appeal.Number) && !strings.HasPrefix(meant, "А26") {
				c.hit("number", "«"+c.Appeal.Number+"»", []Fix{{"Поставить «" + meant + "»", "number", meant}})
			}
		}},
	{Code: "B-14", Level: appeal.Error, Field: "createDate", Text: "Не указана дата документа по обращению",
		Hint: "Обращение пришло из другого органа: укажите дату его сопроводительного документа. По ней обращение " +
			"попадает в отчётный месяц.",
		Source: "001:134", check: func(c *checker) {
			if c.Appeal != nil && !c.Appeal.IsDirect && c.Appeal.CreateDate == "" {
				c.hit("createDate", "", nil)
			}
		}},
	{Code: "B-10.2", Level: appeal.Error, Field: "incomingDate", Text: "Не указана дата поступления в орган",
		Hint:   "Она нужна для всех статусов, кроме «Не поступило».",
		Source: "004:111", check: func(c *checker) {
			if c.Appeal != nil && c.Appeal.IncomingDate == "" && c.common(incoming, ownArrival) {
				c.hit("incomingDate", "", nil)
			}
		}},
	{Code: "B-10.3", Level: appeal.Error, Field: "registrationDate", Text: "Не указана дата регистрации в органе",
		Hint:   "Она не нужна только для статусов «Не поступило» и «Не зарегистрировано».",
		Source: "004:112", check: func(c *checker) {
			if c.Appeal != nil && c.Appeal.RegistrationDate == "" && c.common(registration, ownRegistration) {
				c.hit("registrationDate", "", nil)
			}
		}},
	{Code: "B-10.4", Level: appeal.Error, Field: "name", Text: "Не указаны ФИО заявителя",
		Hint:   "Укажите ФИО, а для организации её наименование. Если обращение анонимное, так и напишите.",
		Source: "004:114", check: emptyField("name", func(a *appeal.Appeal) string { return a.Name })},
	{Code: "B-11", Level: appeal.Advice, Field: "address", Text: "Нет ни адреса, ни e-mail заявителя",
		Hint: "Портал этого не требует, но ответ отправить некуда. Если адреса нет и в обращении, подойдёт статус " +
			"«Оставлено без ответа автору».",
		Source: "004:117; B-11", check: func(c *checker) {
			if c.Appeal != nil && blank(c.Appeal.Address) && blank(c.Appeal.Email) {
				c.hit("address", "", nil)
			}
		}},
	{Code: "B-11.1", Level: appeal.Warning, Field: "email", Text: "Адрес электронной почты записан неверно",
		Hint:   "Нужен один адрес вида имя@сервер.рф. Если адреса нет, оставьте поле пустым.",
		Source: "L13", check: func(c *checker) {
			if c.Appeal != nil && !blank(c.Appeal.Email) && !isEmail(c.Appeal.Email) {
				c.hit("email", "«"+c.Appeal.Email+"»", nil)
			}
		}},
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

func emptyField(path string, get func(*appeal.Appeal) string) func(*checker) {
	return func(c *checker) {
		if c.Appeal != nil && blank(get(c.Appeal)) {
			c.hit(path, "", nil)
		}
	}
}

// isEmail checks only the form: one address, with a dot in the server's name. What the
// portal requires is unknown (FORMAT.md, "Appeal").
func isEmail(s string) bool { return emailShape().MatchString(s) }

var emailShape = pattern.Of(`^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$`)
