// Package table makes appeals of the rows of a table, as bodies export them from a document
// system or keep them in Excel: it finds the header, recognises columns by their usual names,
// and reads cells. It knows neither register nor rules.
package table

import (
	"slices"
	"sync"

	"rroform/wasm/appeal"
)

// Target is a field that a column can feed. Its name is the generic path of
// [appeal.Fields], [Outgoing], [Origin] or [Files].
type Target struct {
	Field   string   `json:"field"`
	Label   string   `json:"label"`
	Hint    string   `json:"hint"`
	Many    bool     `json:"many"`    // several columns can feed it together
	Needed  bool     `json:"needed"`  // without column and default nothing can be imported
	Options []Option `json:"options"` // what may stand where the table says nothing

	kind kind
	ways []way // the first of which the table has columns
}

// way is how columns can hold a field: a column for each part, told by its usual
// headers, the better ones first. One column tells a part: two of them would say
// the same twice. Columns of a way that is not taken feed spare, where they have one.
type way struct {
	parts [][]string // folded by init
	spare string
}

// named is the way of a field that one column holds.
func named(headers ...string) []way { return []way{{parts: [][]string{headers}}} }

// Option is a default that a clerk can choose.
type Option struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

type kind int

const (
	plain kind = iota
	day
	yesNo
	format
	code
	status
)

// Names of fields that are treated apart.
const (
	Direct     = "isDirect"
	Format     = "format"
	Number     = "number"
	Outgoing   = "outgoing" // number of the sending body's document
	Origin     = "origin"   // who sent the appeal: says whether it is direct, and is not kept
	Document   = "createDate"
	Incoming   = "incomingDate"
	Registered = "registrationDate"
	Name       = "name"
	Address    = "address"
	Email      = "email"
	Code       = "questions.*.code"
	Status     = "questions.*.status"
	Response   = "questions.*.responseDate"
	Measures   = "questions.*.actionsTaken"
	Recipient  = "questions.*.transfers.*.departmentId"
	SentOn     = "questions.*.transfers.*.transferDate"
	SentAs     = "questions.*.transfers.*.transferNumber"
	Files      = "files" // names of files, which a table cannot bring: each is named to the clerk, and not kept
)

// Values of the options of [Direct].
const (
	Yes = "yes"
	No  = "no"
)

// Targets is the one table of what a column can be, in the order of the form,
// with the headers that are usual in СЭД and in tables kept by hand.
var Targets = []Target{
	{Field: Number, ways: named("Рег. №", "Рег. номер", "Регистрационный номер", "Регистрационный №",
		"Номер регистрации", "№ обращения", "Номер обращения",
		"Вх. №", "Входящий номер", "Входящий №", "Номер", "Номер РКК", "Рег. № обращения",
		"Регистрационный номер обращения", "Обращение регистрируется под номером", "Номер документа", "Рег. № карточки",
		"Регистрационный номер карточки", "№ карточки", "Рег. № РК", "Номер РК", "Регистрация номер", "Регистрация №",
		"Дата и номер регистрации", "Номер и дата регистрации", "№ и дата регистрации", "Рег. № и дата",
		"Рег. номер и дата обращения", "Номер, дата", "Дата и номер", "Вх. № и дата", "№ и дата", "№ и дата обращения",
		"Номер в журнале")},
	{Field: Outgoing, Label: "Номер документа направившего органа",
		Hint: "Для обращений из других органов станет номером обращения вместо «Рег. №».",
		ways: named("Исх. №", "Исходящий номер", "Исходящий №", "Исх. номер", "Исх. № корреспондента",
			"Исходящий номер корреспондента",
			"Номер документа направившего органа", "№ документа направившего органа", "Номер исходящего документа "+
				"корреспондента", "Исх. № и дата", "Исходящий номер и дата", "№ и дата документа направившего органа",
			"Номер и дата исходящего документа", "Номер сопроводительного письма корреспондента")},
	{Field: Direct, kind: yesNo, Needed: true,
		Options: []Option{{Yes, "Да, напрямую от заявителей"}, {No, "Нет, из других органов"}},
		ways: named("Поступило напрямую", "Напрямую", "Прямое", "Непосредственно от заявителя",
			"Поступило от заявителя", "Напрямую от заявителя", "Поступило непосредственно",
			"Обращение поступило напрямую", "Прямое обращение", "isDirect")},
	{Field: Origin, Label: "Откуда поступило (орган, направивший обращение)", Many: true,
		Hint: "Заполнено — обращение поступило из другого органа. Само название органа в РРО не передаётся.",
		ways: named("Откуда", "Откуда поступило", "Откуда поступило обращение", "Направивший орган",
			"Орган, направивший обращение", "Орган-отправитель", "Кем направлено", "Кем перенаправлено",
			"От кого поступило", "Поступило из", "Поступило от", "Вышестоящий орган", "Организация-отправитель",
			"Организация-корреспондент")},
	{Field: Format, kind: format, ways: named("Формат", "Формат обращения", "Способ доставки", "Вид доставки",
		"Канал поступления", "Способ поступления", "Тип доставки", "Источник поступления")},
	{Field: Document, kind: day, ways: named("Дата документа", "Дата документа по обращению", "Исх. дата", "Дата исх.",
		"Дата исходящего", "Дата обращения", "Исходящая дата",
		"Дата исх. документа", "Дата документа направившего органа", "Дата исходящего документа",
		"Дата исх. корреспондента", "Дата письма", "Исходящий дата", "Дата обращения гражданина", "Дата исх. письма",
		"Документ дата")},
	{Field: Incoming, kind: day, Options: []Option{{Registered, "Та же, что дата регистрации"}},
		ways: named("Дата поступления", "Дата поступления в орган", "Поступило", "Дата получения", "Вх. дата",
			"Дата вх.", "Дата входящего", "Входящая дата", "Дата прихода", "Поступило (дата)",
			"Дата поступления обращения", "Поступление дата", "Поступил", "Получено", "Когда поступило")},
	{Field: Registered, kind: day, Options: []Option{{Incoming, "Та же, что дата поступления"}},
		ways: named("Дата регистрации", "Дата рег.", "Рег. дата", "Дата регистрации в органе", "Зарегистрировано",
			"Дата регистрации обращения", "Дата регистрации РКК", "Регистрация дата", "Дата регистрации карточки",
			"Дата РК", "Зарегистрировано (дата)")},
	{Field: Name, Many: true, ways: []way{
		{parts: [][]string{{"ФИО заявителя", "Ф.И.О. заявителя", "ФИО гражданина", "Ф.И.О. гражданина",
			"Фамилия, имя, отчество заявителя", "ФИО", "Ф.И.О.",
			"Фамилия, имя, отчество", "ФИО автора", "Ф.И.О. автора", "ФИО обратившегося", "ФИО, адрес заявителя"}}},
		{parts: [][]string{{"Фамилия", "Фамилия заявителя", "Заявитель фамилия"},
			{"Имя", "Имя заявителя", "Заявитель имя"}, {"Отчество", "Отчество заявителя", "Заявитель отчество"}}},
		{parts: [][]string{{"Заявитель", "Данные заявителя", "Наименование заявителя", "Гражданин", "Автор обращения",
			"Автор", "Обратившийся"}}},
		{parts: [][]string{{"Корреспондент", "Отправитель", "Корреспондент (отправитель)", "Корреспондент документа",
			"ФИО корреспондента", "ФИО отправителя"}}, spare: Origin},
	}},
	{Field: Address, Many: true, ways: []way{
		{parts: [][]string{{"Почтовый индекс", "Индекс"}, {"Регион", "Субъект РФ", "Область"},
			{"Район", "Муниципальный район"}, {"Населенный пункт", "Населённый пункт заявителя", "Город"},
			{"Улица"}, {"Дом", "№ дома", "Номер дома"}, {"Корпус", "Строение"},
			{"Квартира", "№ квартиры", "Номер квартиры"},
			{"Адрес заявителя", "Адрес", "Почтовый адрес", "Место жительства", "Адрес проживания",
				"Адрес места жительства", "Адрес автора", "Адрес гражданина", "Адрес корреспондента",
				"Почтовый адрес заявителя", "Адрес регистрации", "Адрес для ответа", "Адрес отправителя"}}},
	}},
	{Field: Email, ways: named("E-mail", "Email", "Эл. почта", "Электронная почта", "Адрес электронной почты",
		"Электронный адрес", "E-mail заявителя", "Почта заявителя", "Почта автора", "Эл. адрес", "Эл. почта заявителя",
		"Электронная почта заявителя", "Электронный адрес заявителя", "E-mail автора")},
	{Field: Code, kind: code, ways: named("Код вопроса", "Вопрос", "Код", "Тематика", "Код тематики",
		"Код по классификатору", "Код классификатора", "Тема обращения", "Тематика обращения",
		"Вопрос обращения", "Код темы", "Шифр вопроса", "Тематический классификатор", "Вопрос по классификатору",
		"Тематика вопроса", "Код вопроса по классификатору", "Тема", "Рубрика", "Рубрики", "Рубрика обращения",
		"Рубрикатор", "Вопросы", "Коды вопросов", "Код(ы) вопроса", "Коды тематик", "Рубрика классификатора",
		"Вопросы обращения", "Тема вопроса", "Код тематического классификатора")},
	{Field: Status, kind: status, Options: statusOptions(),
		ways: named("Статус", "Результат", "Результат рассмотрения", "Результаты рассмотрения", "Статус вопроса",
			"Итог", "Итог рассмотрения",
			"Результат рассмотрения обращения", "Результат рассмотрения вопроса", "Решение", "Принятое решение",
			"Состояние", "Статус обращения", "Статус ССТУ", "Резолюция по результатам", "Результат рассмотрения "+
				"обращения (вопроса)", "Рассмотрение результат", "Ответ результат", "Результат по вопросу")},
	{Field: Response, kind: day, ways: named("Дата ответа", "Ответ дан", "Дата ответа заявителю", "Дата исполнения",
		"Дата фактического исполнения", "Дата направления ответа", "Дата рассмотрения", "Дата решения", "Ответ от",
		"Ответ (дата)", "Дата отправки ответа", "Дата исх. ответа", "Дата окончательного ответа", "Рассмотрение дата",
		"Дата закрытия")},
	{Field: Measures, kind: yesNo, Options: []Option{{Yes, "Да"}, {No, "Нет"}},
		ways: named("Меры приняты", "Меры", "Приняты меры", "Принятые меры", "Приняты ли меры")},
	{Field: Recipient, Many: true, ways: []way{
		{parts: [][]string{{"Кому направлено", "Орган-получатель", "Куда направлено", "Направлено в",
			"Переадресовано в", "Переслано в", "Кому перенаправлено", "Куда перенаправлено",
			"Направлено по компетенции", "Перенаправлено в", "Перенаправлено", "Переадресовано", "Направлено",
			"Орган, куда направлено", "Наименование органа-получателя", "Получатель", "Адресат", "Орган"},
			{"Идентификатор органа-получателя", "GUID органа-получателя", "GUID органа", "Идентификатор органа",
				"GUID получателя", "Идентификатор получателя"}}},
	}},
	{Field: SentOn, kind: day, ways: named("Дата сопроводительного документа", "Дата сопроводительного письма",
		"Дата направления", "Дата пересылки", "Дата перенаправления", "Дата сопроводительного", "Дата сопр. письма",
		"Дата сопр.", "Дата сопровод. письма", "Дата сопроводит. письма", "Дата сопр. документа", "Направлено (дата)")},
	{Field: SentAs, ways: named("Номер сопроводительного документа", "№ сопроводительного документа",
		"№ сопроводительного письма", "Номер сопроводительного письма", "№ сопроводительного",
		"Номер сопроводительного", "№ сопр. письма", "Номер сопр. письма", "№ сопр.", "№ сопровод. письма",
		"№ сопроводит. письма", "№ сопр. документа", "Направлено (номер)", "№ и дата сопроводительного письма")},
	{Field: Files, Label: "Файлы ответа (только имена)", Many: true,
		Hint: "Самих файлов в таблице нет: у каждой строки будет сказано, какие файлы приложить вручную.",
		ways: named("Файл", "Файлы", "Файл ответа", "Файлы ответа", "Файл с ответом", "Имя файла", "Имена файлов",
			"Имя файла ответа", "Вложение", "Вложения",
			"Приложенные файлы", "Прикрепленные файлы", "Прикрепленный файл", "Скан", "Скан ответа",
			"Скан-копия ответа", "Электронный образ ответа")},
}

func init() {
	for i := range Targets {
		t := &Targets[i]
		if t.Label == "" {
			t.Label = appeal.Label(t.Field)
		}
		if t.Field == Direct {
			t.Label = "Поступило напрямую от заявителя"
		}
		if t.kind == format {
			for _, f := range appeal.Formats {
				t.Options = append(t.Options, Option{string(f.Value), f.Label})
			}
		}
	}
}

// foldTitles folds the names of columns when the first table is read, as
// [wordSet] folds words.
var foldTitles = sync.OnceFunc(func() {
	for i := range Targets {
		for _, w := range Targets[i].ways {
			for _, part := range w.parts {
				for k, name := range part {
					part[k] = foldTitle(name)
				}
			}
		}
	}
})

func statusOptions() []Option {
	var out []Option
	for _, s := range appeal.Statuses {
		out = append(out, Option{string(s.Status), s.Label})
	}
	return out
}

// TargetOf returns the row of a field, nil when there is none.
func TargetOf(field string) *Target {
	if i := slices.IndexFunc(Targets, func(t Target) bool { return t.Field == field }); i >= 0 {
		return &Targets[i]
	}
	return nil
}
