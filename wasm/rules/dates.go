package rules

import (
	"strings"

	"rroform/wasm/appeal"
)

var dateRules = []Rule{
	{Code: "B-20.2", Level: appeal.Advice, Field: "incomingDate",
		Text: "При таком статусе эта дата не нужна, в архив она не пойдёт",
		Hint: "Дата сохранена на случай, если статус изменится. Если обращение уже поступило и зарегистрировано, " +
			"выберите другой статус.",
		Source: "own check: nothing is hidden; FORMAT.md «Question»", check: func(c *checker) {
			if c.Appeal == nil {
				return
			}
			// Without a document date the arrival date is written instead.
			instead := c.Appeal.IsDirect && c.Appeal.CreateDate == "" &&
				c.env.Format.CreateDateOfDirect == appeal.CreateDateArrival
			if c.Appeal.IncomingDate != "" && !c.common(incoming, ownArrival) && !instead {
				c.hit("incomingDate", "", nil)
			}
			if c.Appeal.RegistrationDate != "" && !c.common(registration, ownRegistration) {
				c.hit("registrationDate", "", nil)
			}
		}},
	{Code: "B-12", Level: appeal.Error, Field: "incomingDate",
		Text: "Дата поступления должна быть не ранее даты обращения",
		Hint: "Дата документа по обращению позже даты поступления. Проверьте обе даты: документ не мог прийти " +
			"раньше, чем составлен.",
		Source: "003:195, 003:197", check: func(c *checker) {
			if c.Appeal != nil && !c.Appeal.IsDirect {
				c.arrivalAfterDocument()
			}
		}},
	{Code: "B-13", Level: appeal.Warning, Field: "incomingDate",
		Text: "Дата поступления должна быть не ранее даты обращения",
		Hint: "У прямого обращения дату документа можно не указывать: тогда в архив пойдёт дата поступления. " +
			"Портал проверяет эту дату, даже когда в старой программе поле неактивно.",
		Source: "003:197; FORMAT.md «Date order»", check: func(c *checker) {
			if c.Appeal != nil && c.Appeal.IsDirect {
				c.arrivalAfterDocument()
			}
		}},
	{Code: "B-15.1", Level: appeal.Error, Field: "registrationDate", Text: "Дата регистрации раньше даты поступления",
		Hint:   "Обращение регистрируют в день поступления или позже. Проверьте обе даты.",
		Source: "001:105; FORMAT.md «Date order»", check: func(c *checker) {
			c.eachRegistration(func(arrived, registered appeal.Date, path string) {
				if registered.Before(arrived) {
					c.hit(path, registered.Russian()+" раньше "+arrived.Russian(), nil)
				}
			})
		}},
	{Code: "B-15.2", Level: appeal.Error, Field: "questions.*.responseDate",
		Text:   "Дата ответа раньше даты регистрации",
		Hint:   "Ответ даётся после регистрации обращения. Проверьте обе даты.",
		Source: "001:106; FORMAT.md «Date order»", check: func(c *checker) {
			c.eachQuestion(func(q *appeal.Question, row *appeal.StatusInfo, path string) {
				if registered := c.Appeal.Registered(q); row.Response == appeal.Required &&
					q.ResponseDate.Before(registered) {
					c.hit(path+".responseDate", q.ResponseDate.Russian()+" раньше "+registered.Russian(), nil)
				}
			})
		}},
	{Code: "B-15.3", Level: appeal.Warning, Field: "questions.*.transfers.*.transferDate",
		Text:   "Сопроводительный документ составлен раньше регистрации обращения",
		Hint:   "Обычно обращение сначала регистрируют, потом направляют. Проверьте обе даты.",
		Source: "FORMAT.md «Date order»: plausible", check: func(c *checker) {
			c.eachTransfer(func(q *appeal.Question, t *appeal.Transfer, path string) {
				if registered := c.Appeal.Registered(q); t.TransferDate.Before(registered) {
					c.hit(path+".transferDate", t.TransferDate.Russian()+" раньше "+registered.Russian(), nil)
				}
			})
		}},
	{Code: "B-15.4", Level: appeal.Warning, Field: "createDate", Text: "Дата в будущем",
		Hint:   "Проверьте день, месяц и год. Если дата верна, проверьте часы компьютера.",
		Source: "B-15", check: func(c *checker) {
			c.eachDate(func(d appeal.Date, path string) {
				if c.env.Today.Before(d) {
					c.hit(path, "«"+appeal.Label(path)+"» "+d.Russian(), nil)
				}
			})
		}},
	{Code: "B-15.5", Level: appeal.Error, Field: "createDate", Text: "Такой даты нет",
		Hint:   "Введите, например, 05.10.2026.",
		Source: "FORMAT.md «Appeal»: dates are yyyy-MM-dd", check: func(c *checker) {
			c.eachDate(func(d appeal.Date, path string) {
				switch {
				case d == "" || d.Valid():
				case d.LooksLikeDay():
					c.hit(path, "«"+appeal.Label(path)+"» "+strings.TrimRight(string(d), "."), nil)
				default:
					c.say(path, "«"+appeal.Label(path)+"»: „"+string(d)+"“ — не дата")
				}
			})
		}},
	{Code: "B-15.6", Level: appeal.Warning, Field: "createDate", Text: "Год похож на опечатку",
		Hint:   "Обращения по действующему закону рассматриваются с ноября 2006 года. Проверьте год.",
		Source: "59-ФЗ, вступление в силу", check: func(c *checker) {
			c.eachDate(func(d appeal.Date, path string) {
				if d.Before("2006-11-01") {
					c.hit(path, "«"+appeal.Label(path)+"» "+d.Russian(), nil)
				}
			})
		}},
}

func (c *checker) arrivalAfterDocument() {
	c.eachArrival(func(arrived appeal.Date, path string) {
		if arrived.Before(c.Appeal.CreateDate) {
			c.hit(path, "поступило "+arrived.Russian()+", документ от "+c.Appeal.CreateDate.Russian(), nil)
		}
	})
}

// eachArrival calls f with the appeal's date of arrival, if a question uses it, and with
// the date of each question that has its own.
func (c *checker) eachArrival(f func(arrived appeal.Date, path string)) {
	if c.common(incoming, ownArrival) {
		f(c.Appeal.IncomingDate, "incomingDate")
	}
	c.eachQuestion(func(q *appeal.Question, row *appeal.StatusInfo, path string) {
		if q.IncomingDate != "" && row.Incoming != appeal.Absent {
			f(q.IncomingDate, path+".incomingDate")
		}
	})
}

// eachRegistration is eachArrival for dates of registration, each with the date of
// arrival that belongs to it.
func (c *checker) eachRegistration(f func(arrived, registered appeal.Date, path string)) {
	if c.common(registration, ownRegistration) {
		f(c.Appeal.IncomingDate, c.Appeal.RegistrationDate, "registrationDate")
	}
	c.eachQuestion(func(q *appeal.Question, row *appeal.StatusInfo, path string) {
		switch {
		case row.Registration == appeal.Absent && row.Status != "":
		case q.RegistrationDate != "":
			f(c.Appeal.Arrived(q), q.RegistrationDate, path+".registrationDate")
		case q.IncomingDate != "":
			f(q.IncomingDate, c.Appeal.RegistrationDate, path+".incomingDate")
		}
	})
}

func ownArrival(q *appeal.Question) appeal.Date      { return q.IncomingDate }
func ownRegistration(q *appeal.Question) appeal.Date { return q.RegistrationDate }

// eachDate calls f with every date that goes into the archive.
func (c *checker) eachDate(f func(d appeal.Date, path string)) {
	if c.Appeal == nil {
		return
	}
	f(c.Appeal.CreateDate, "createDate")
	c.eachArrival(f)
	c.eachRegistration(func(_, registered appeal.Date, path string) {
		if !strings.HasSuffix(path, ".incomingDate") { // eachArrival reported that one
			f(registered, path)
		}
	})
	c.eachQuestion(func(q *appeal.Question, row *appeal.StatusInfo, path string) {
		if row.Response == appeal.Required {
			f(q.ResponseDate, path+".responseDate")
		}
	})
	c.eachTransfer(func(_ *appeal.Question, t *appeal.Transfer, path string) {
		f(t.TransferDate, path+".transferDate")
	})
}
