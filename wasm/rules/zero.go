package rules

import (
	"strings"

	"rroform/wasm/appeal"
)

// Zero is a request for a zero report: the checkboxes of the clerk, and the appeals of
// the month in the register.
type Zero struct {
	Declared bool         `json:"declared"` // «За указанный месяц обращения не поступали»
	Month    appeal.Month `json:"month"`
	// The confirmations of 004:19, and that the clerk looked at the section (B-52).
	NoDirect         bool `json:"noDirect"`
	NoAdministration bool `json:"noAdministration"`
	NoOtherBodies    bool `json:"noOtherBodies"`
	Looked           bool `json:"looked"`

	Appeals     []string `json:"appeals"`     // numbers of the month's appeals in the register
	NotReceived []string `json:"notReceived"` // numbers of those that have a question «Не поступило»
}

const confirmHint = "Проверьте и поставьте отметку."

var zeroRules = []Rule{
	{Code: "B-54", Level: appeal.Error, Field: "zero.declared", Text: "Не отмечено, что обращения не поступали",
		Hint:   "Поставьте отметку «За указанный месяц обращения не поступали».",
		Source: "004:122", check: zeroTick("zero.declared", func(z *Zero) bool { return z.Declared })},
	{Code: "B-53", Level: appeal.Error, Field: "zero.month", Text: "Не выбраны год и месяц",
		Hint:   "Выберите отчётный месяц, за который подаётся нулевой отчёт.",
		Source: "004:123", check: func(c *checker) {
			if c.Zero != nil && !c.Zero.Month.Valid() {
				c.hit("zero.month", "", nil)
			}
		}},
	{Code: "B-53.1", Level: appeal.Warning, Field: "zero.month", Text: "Месяц ещё не закончился",
		Hint:   "Нулевой отчёт подают за истекший месяц: до его конца обращение ещё может поступить.",
		Source: "001:140; B-53", check: func(c *checker) {
			if c.Zero != nil && c.Zero.Month.Valid() && !c.Zero.Month.Last().Before(c.env.Today) {
				c.hit("zero.month", c.Zero.Month.Russian(), nil)
			}
		}},
	{Code: "B-50", Level: appeal.Error, Field: "zero.month", Text: "За этот месяц в реестре есть обращения",
		Hint: "Сформируйте обычный архив: одного обращения достаточно, чтобы орган считался отчитавшимся. Если " +
			"обращение внесено по ошибке, исправьте его даты или удалите.",
		Source: "004:19, 001:140", check: func(c *checker) {
			if c.Zero != nil && len(c.Zero.Appeals) > 0 {
				c.hit("zero.month", some(c.Zero.Appeals), nil)
			}
		}},
	{Code: "B-51", Level: appeal.Error, Field: "zero.month", Text: "Есть обращения в статусе «Не поступило»",
		Hint: "Пока переведённые из других органов обращения не поступили, нулевой отчёт не выгружают. Дождитесь " +
			"их или уточните у органа, который направил.",
		Source: "001:141", check: func(c *checker) {
			if c.Zero != nil && len(c.Zero.NotReceived) > 0 {
				c.hit("zero.month", some(c.Zero.NotReceived), nil)
			}
		}},
	{Code: "B-50.1", Level: appeal.Error, Field: "zero.noDirect",
		Text: "Не подтверждено, что обращений напрямую от заявителей не было",
		Hint: confirmHint, Source: "004:19", check: zeroTick("zero.noDirect", func(z *Zero) bool {
			return z.NoDirect
		})},
	{Code: "B-50.2", Level: appeal.Error, Field: "zero.noAdministration",
		Text: "Не подтверждено, что обращений из Управления Президента не было",
		Hint: confirmHint, Source: "004:19", check: zeroTick("zero.noAdministration", func(z *Zero) bool {
			return z.NoAdministration
		})},
	{Code: "B-50.3", Level: appeal.Error, Field: "zero.noOtherBodies",
		Text: "Не подтверждено, что обращений от иных органов не было",
		Hint: confirmHint, Source: "004:19", check: zeroTick("zero.noOtherBodies", func(z *Zero) bool {
			return z.NoOtherBodies
		})},
	{Code: "B-52", Level: appeal.Error, Field: "zero.looked", Text: "Не подтверждено, что раздел РРО просмотрен",
		Hint: "Зайдите в раздел РРО вашего органа или спросите вышестоящий орган, нет ли обращений в статусе «Не " +
			"поступило», и поставьте отметку.",
		Source: "001:140, 001:142", check: zeroTick("zero.looked", func(z *Zero) bool { return z.Looked })},
	{Code: "Z-05", Level: appeal.Warning, Field: "zero.template",
		Text: "Портал может не принять этот нулевой отчёт: его образец нам неизвестен",
		Hint: "Надёжнее: возьмите нулевой отчёт, который портал уже принял, у вышестоящего органа или из ЛАРМ ЕС ОГ " +
			"и откройте его ниже: программа сделает такой же. Если взять негде, сформируйте этот и попросите того, " +
			"кто загружает отчёт, подтвердить, что портал его принял.",
		Source: "004:61; FORMAT.md «Zero report»", check: func(c *checker) {
			if c.Zero != nil && !c.env.Format.ZeroReport.Confirmed {
				c.hit("zero.template", "", nil)
			}
		}},
}

func zeroTick(path string, ticked func(*Zero) bool) func(*checker) {
	return func(c *checker) {
		if c.Zero != nil && !ticked(c.Zero) {
			c.hit(path, "", nil)
		}
	}
}

// some returns up to three numbers and how many more there are.
func some(numbers []string) string {
	const most = 3
	if len(numbers) > most {
		return strings.Join(numbers[:most], ", ") + " и другие"
	}
	return strings.Join(numbers, ", ")
}
