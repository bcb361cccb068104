package rules

import "rroform/wasm/appeal"

// Period is the range of days, both inclusive, for which an archive is made.
type Period struct {
	From appeal.Date `json:"from"`
	To   appeal.Date `json:"to"`
}

var periodRules = []Rule{
	{Code: "B-39", Level: appeal.Error, Field: "period.from", Text: "Не указан период выгрузки",
		Hint:   "Впишите первый и последний день периода, например 01.09.2026 и 03.10.2026. Оба дня входят в период.",
		Source: "002:274", check: func(c *checker) {
			if c.Period == nil {
				return
			}
			switch from, to := c.Period.From.Valid(), c.Period.To.Valid(); {
			case !from && !to:
				c.hit("period.from", "нужны обе даты", nil) // report only one of the two
			case !from:
				c.hit("period.from", "нужна дата начала", nil)
			case !to:
				c.hit("period.to", "нужна дата окончания", nil)
			}
		}},
	{Code: "B-39.1", Level: appeal.Error, Field: "period.to", Text: "Начало периода позже его окончания",
		Hint:   "Поменяйте даты местами или исправьте одну из них.",
		Source: "B-39", check: func(c *checker) {
			if c.Period != nil && c.Period.To.Before(c.Period.From) {
				c.hit("period.to", c.Period.From.Russian()+" — "+c.Period.To.Russian(), nil)
			}
		}},
}
