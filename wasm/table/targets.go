package table

import (
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// Target is a field that a column can feed. Its name is the generic path of
// [appeal.Fields], [Outgoing] or [Origin].
type Target struct {
	Field   string   `json:"field"`
	Label   string   `json:"label"`
	Hint    string   `json:"hint"`
	Many    bool     `json:"many"`    // several columns can feed it together
	Needed  bool     `json:"needed"`  // without column and default nothing can be imported
	Options []Option `json:"options"` // what may stand where the table says nothing

	kind  kind
	names []string // usual headers, folded by init
}

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
)

// Values of the options of [Direct].
const (
	Yes = "yes"
	No  = "no"
)

// Targets is the one table of what a column can be, in the order of the form,
// with the headers that are usual in СЭД and in tables kept by hand.
var Targets = []Target{
	{Field: Number, names: []string{"Рег. №", "Рег. номер", "Регистрационный номер", "Регистрационный №", "Номер регистрации", "№ обращения", "Номер обращения",
		"Вх. №", "Входящий номер", "Входящий №", "Номер", "Номер РКК", "Рег. № обращения", "Регистрационный номер обращения", "Обращение регистрируется под номером", "Номер документа"}},
	{Field: Outgoing, Label: "Номер документа направившего органа", Hint: "Для обращений из других органов станет номером обращения вместо «Рег. №».",
		names: []string{"Исх. №", "Исходящий номер", "Исходящий №", "Исх. номер", "Исх. № корреспондента", "Исходящий номер корреспондента",
			"Номер документа направившего органа", "№ документа направившего органа", "Номер исходящего документа корреспондента"}},
	{Field: Direct, kind: yesNo, Needed: true, Options: []Option{{Yes, "Да, напрямую от заявителей"}, {No, "Нет, из других органов"}},
		names: []string{"Поступило напрямую", "Напрямую", "Прямое", "Непосредственно от заявителя", "Поступило от заявителя", "Напрямую от заявителя", "Поступило непосредственно",
			"Обращение поступило напрямую", "Прямое обращение", "isDirect"}},
	{Field: Origin, Label: "Откуда поступило (орган, направивший обращение)", Many: true,
		Hint: "Заполнено — обращение поступило из другого органа. Само название органа в РРО не передаётся.",
		names: []string{"Откуда", "Откуда поступило", "Откуда поступило обращение", "Направивший орган", "Орган, направивший обращение", "Орган-отправитель", "Кем направлено", "Кем перенаправлено",
			"От кого поступило", "Поступило из", "Поступило от", "Вышестоящий орган", "Организация-отправитель", "Организация-корреспондент"}},
	{Field: Format, kind: format, names: []string{"Формат", "Формат обращения", "Способ доставки", "Вид доставки", "Канал поступления", "Способ поступления", "Тип доставки", "Источник поступления"}},
	{Field: Document, kind: day, names: []string{"Дата документа", "Дата документа по обращению", "Исх. дата", "Дата исх.", "Дата исходящего", "Дата обращения", "Исходящая дата",
		"Дата исх. документа", "Дата документа направившего органа", "Дата исходящего документа", "Дата исх. корреспондента", "Дата письма"}},
	{Field: Incoming, kind: day, Options: []Option{{Registered, "Та же, что дата регистрации"}},
		names: []string{"Дата поступления", "Дата поступления в орган", "Поступило", "Дата получения", "Вх. дата", "Дата вх.", "Дата входящего", "Входящая дата", "Дата прихода"}},
	{Field: Registered, kind: day, Options: []Option{{Incoming, "Та же, что дата поступления"}},
		names: []string{"Дата регистрации", "Дата рег.", "Рег. дата", "Дата регистрации в органе", "Зарегистрировано", "Дата регистрации обращения", "Дата регистрации РКК"}},
	{Field: Name, Many: true, names: []string{"ФИО", "Ф.И.О.", "ФИО заявителя", "Ф.И.О. заявителя", "Заявитель", "Корреспондент", "Автор", "Автор обращения", "Гражданин", "ФИО автора",
		"Ф.И.О. гражданина", "ФИО гражданина", "Фамилия, имя, отчество", "Фамилия", "Имя", "Отчество", "Фамилия заявителя", "Имя заявителя", "Отчество заявителя", "Данные заявителя", "Отправитель"}},
	{Field: Address, Many: true, names: []string{"Адрес", "Адрес заявителя", "Почтовый адрес", "Место жительства", "Адрес проживания", "Адрес для ответа", "Адрес автора",
		"Почтовый индекс", "Индекс", "Регион", "Район", "Населенный пункт", "Населённый пункт заявителя", "Город", "Улица"}},
	{Field: Email, names: []string{"E-mail", "Email", "Эл. почта", "Электронная почта", "Адрес электронной почты", "Электронный адрес", "E-mail заявителя"}},
	{Field: Code, kind: code, names: []string{"Код вопроса", "Вопрос", "Код", "Тематика", "Код тематики", "Код по классификатору", "Код классификатора", "Тема обращения", "Тематика обращения",
		"Вопрос обращения", "Код темы", "Шифр вопроса", "Тематический классификатор", "Вопрос по классификатору", "Тематика вопроса", "Код вопроса по классификатору", "Тема"}},
	{Field: Status, kind: status, Options: statusOptions(), names: []string{"Статус", "Результат", "Результат рассмотрения", "Результаты рассмотрения", "Статус вопроса", "Итог", "Итог рассмотрения",
		"Результат рассмотрения обращения", "Результат рассмотрения вопроса", "Решение", "Принятое решение", "Состояние", "Статус обращения", "Статус ССТУ", "Резолюция по результатам"}},
	{Field: Response, kind: day, names: []string{"Дата ответа", "Ответ дан", "Дата ответа заявителю", "Дата исполнения", "Дата фактического исполнения", "Дата направления ответа", "Дата рассмотрения", "Дата решения"}},
	{Field: Measures, kind: yesNo, Options: []Option{{Yes, "Да"}, {No, "Нет"}}, names: []string{"Меры приняты", "Меры", "Приняты меры", "Принятые меры", "Приняты ли меры"}},
	{Field: Recipient, Many: true, names: []string{"Кому направлено", "Направлено", "Орган-получатель", "Куда направлено", "Получатель", "Адресат", "Переадресовано", "Направлено в", "Орган",
		"Направлено по компетенции", "Переслано в", "Кому перенаправлено", "Куда перенаправлено", "GUID органа", "Идентификатор органа", "Идентификатор органа-получателя"}},
	{Field: SentOn, kind: day, names: []string{"Дата сопроводительного документа", "Дата сопроводительного письма", "Дата направления", "Дата пересылки", "Дата перенаправления", "Дата сопроводительного", "Направлено, дата"}},
	{Field: SentAs, names: []string{"Номер сопроводительного документа", "№ сопроводительного документа", "№ сопроводительного письма", "Номер сопроводительного письма", "№ сопроводительного", "Номер сопроводительного", "Направлено, номер"}},
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
		for j, name := range t.names {
			t.names[j] = classifier.Fold(name)
		}
	}
}

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
