package rules

import (
	"fmt"

	"rroform/wasm/appeal"
)

var hiddenRules = []Rule{
	{Code: "T-01", Level: appeal.Warning, Field: "number", Text: "В поле есть невидимые знаки",
		Hint: "Такие знаки попадают в текст при копировании. Для программ это другой номер или другое имя, хотя на " +
			"вид они одинаковы, а знаки направления письма меняют порядок букв на экране. Удалите их кнопкой или " +
			"наберите значение заново.",
		Source: "own check: nothing is misread", check: func(c *checker) {
			if c.Appeal == nil {
				return
			}
			a := c.Appeal
			c.hidden("number", a.Number)
			c.hidden("name", a.Name)
			c.hidden("address", a.Address)
			c.hidden("email", a.Email)
			for i, q := range a.Questions {
				for j, t := range q.Transfers {
					c.hidden(fmt.Sprintf("questions.%d.transfers.%d.transferNumber", i, j), t.TransferNumber)
				}
			}
		}},
}

func (c *checker) hidden(path, value string) {
	if shown := appeal.Visible(value); shown != value {
		c.hit(path, "«"+shown+"»", []Fix{{"Удалить невидимые знаки", path, appeal.WithoutHidden(value)}})
	}
}
