package rules

import "rroform/wasm/appeal"

// These rules report an appeal in a month for which a zero report was made.
var emptyMonthRules = []Rule{
	{Code: "B-50.4", Level: appeal.Warning, Field: "incomingDate", Text: "За этот месяц уже сформирован нулевой отчёт",
		Hint: "Нулевой отчёт сообщает, что обращений не было. Если даты верны, сформируйте архив за этот месяц, " +
			"загрузите его и сообщите об этом тому, кто загружал нулевой отчёт. Если нулевой отчёт никуда не ушёл, " +
			"отметьте его в журнале архивов состоянием «Ошибка».",
		Source: "004:19", check: func(c *checker) {
			if c.Appeal == nil || c.env.ZeroReport == nil {
				return
			}
			if zero := c.env.ZeroReport(appeal.ReportingMonth(c.Appeal)); zero != "" {
				c.hit(decidesMonth(c.Appeal), zero, nil)
			}
		}},
}

// decidesMonth returns the field that decides to which month an appeal belongs.
func decidesMonth(ap *appeal.Appeal) string {
	if ap.IsDirect && ap.IncomingDate.Valid() {
		return "incomingDate"
	}
	return "createDate"
}
