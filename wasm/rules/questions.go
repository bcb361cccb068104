package rules

import (
	"slices"
	"strings"

	"rroform/wasm/appeal"
)

const answerHint = "Для этого статуса нужна дата, когда ответ отправлен заявителю. В отчётный месяц она не входит: " +
	"месяц считается по дате документа или поступления."

var questionRules = []Rule{
	{Code: "B-16", Level: appeal.Error, Field: "questions", Text: "В обращении нет ни одного вопроса",
		Hint:   "Добавьте хотя бы один вопрос: нажмите «Добавить вопрос» и выберите код.",
		Source: "001:104", check: func(c *checker) {
			if c.Appeal != nil && len(c.Appeal.Questions) == 0 {
				c.hit("questions", "", nil)
			}
		}},
	{Code: "B-16.1", Level: appeal.Error, Field: "questions.*.code", Text: "Не указан код вопроса",
		Hint:   "Начните вводить код или слова из обращения и выберите строку из списка.",
		Source: "001:104", check: func(c *checker) {
			c.eachQuestion(func(q *appeal.Question, _ *appeal.StatusInfo, path string) {
				if blank(q.Code) {
					c.hit(path+".code", "", nil)
				}
			})
		}},
	{Code: "B-16.2", Level: appeal.Error, Field: "questions.*.code", Text: "Такого кода нет в классификаторе",
		Hint: "Выберите код из списка или найдите его в «Справочниках». Если код новый, загрузите свежую редакцию " +
			"классификатора.",
		Source: "CLASSIFIER.md «Code grammar»", check: codeRule(CodeUnknown)},
	{Code: "B-16.3", Level: appeal.Warning, Field: "questions.*.code", Text: "Код исключён из классификатора",
		Hint:   "В новых обращениях такие коды не применяют. Подберите действующий код.",
		Source: "CLASSIFIER.md «Editions», 4", check: codeRule(CodeRetired)},
	{Code: "B-16.4", Level: appeal.Error, Field: "questions.*.code", Text: "Указан короткий код вопроса",
		Hint:   "Четыре цифры — запись 2017 года. Нужен полный код из четырёх или пяти групп.",
		Source: "FORMAT.md «Question», code", check: func(c *checker) {
			c.eachCode(CodeShort, func(q *appeal.Question, v CodeVerdict, path string) {
				if len(v.Candidates) == 1 {
					c.hit(path, "«"+q.Code+"», полный код — "+v.Candidates[0],
						[]Fix{{"Поставить " + v.Candidates[0], path, v.Candidates[0]}})
					return
				}
				c.hit(path, "«"+q.Code+"» есть в нескольких темах, выберите нужную: "+strings.Join(v.Candidates, ", "),
					nil)
			})
		}},
	{Code: "B-16.5", Level: appeal.Error, Field: "questions.*.code", Text: "Это раздел, тематика или тема, а не вопрос",
		Hint:   "Вопросу присваивают код из четырёх или пяти групп. Выберите вопрос внутри этой темы.",
		Source: "CLASSIFIER.md «Code grammar»", check: codeRule(CodeNotAssignable)},
	{Code: "B-16.6", Level: appeal.Warning, Field: "questions.*.code",
		Text: "К этому коду нужен второй вопрос — о чём обращение",
		Hint: "В классификаторе есть сноска: вместе с этим кодом выбирают вопрос по существу. Нажмите «Добавить " +
			"вопрос».",
		Source: "CLASSIFIER.md «Code grammar», 0457", check: func(c *checker) {
			c.eachCode(CodeOK, func(_ *appeal.Question, v CodeVerdict, path string) {
				if v.NeedsOther && len(c.Appeal.Questions) == 1 {
					c.hit(path, "", nil)
				}
			})
		}},
	{Code: "B-17", Level: appeal.Error, Field: "questions.*.status", Text: "Не выбран статус вопроса",
		Hint:   "У каждого вопроса свой статус. Выберите, чем закончилось его рассмотрение или на каком оно этапе.",
		Source: "001:19", check: func(c *checker) {
			c.eachQuestion(func(q *appeal.Question, _ *appeal.StatusInfo, path string) {
				if q.Status == "" {
					c.hit(path+".status", "", nil)
				}
			})
		}},
	{Code: "B-20", Level: appeal.Error, Field: "questions.*.status", Text: "Неизвестный статус",
		Hint:   "Выберите один из десяти статусов портала.",
		Source: "002:122, 002:295", check: func(c *checker) {
			c.eachQuestion(func(q *appeal.Question, row *appeal.StatusInfo, path string) {
				if q.Status != "" && row.Status == "" {
					c.hit(path+".status", "«"+string(q.Status)+"»", nil)
				}
			})
		}},
	{Code: "B-20.1", Level: appeal.Advice, Field: "questions.*.status", Text: "Заполненное раньше не пойдёт в архив",
		Hint:   "Этому статусу такие сведения не нужны. Они сохранены на случай, если статус изменится.",
		Source: "own check: nothing is hidden", check: func(c *checker) {
			c.eachQuestion(func(q *appeal.Question, row *appeal.StatusInfo, path string) {
				if left := leftovers(q, row); left != "" {
					c.hit(path+".status", left, nil)
				}
			})
		}},
	{Code: "B-20.3", Level: appeal.Warning, Field: "questions.*.status",
		Text: "Прямое обращение не бывает в статусе «Не поступило»",
		Hint: "Этот статус — для обращений, которые другой орган направил вам, а они ещё не пришли. Выберите " +
			"другой статус или снимите отметку «напрямую от заявителя».",
		Source: "002:124; 001:141", check: func(c *checker) {
			c.eachQuestion(func(q *appeal.Question, _ *appeal.StatusInfo, path string) {
				if q.Status == appeal.NotReceived && c.Appeal.IsDirect {
					c.hit(path+".status", "", nil)
				}
			})
		}},
	{Code: "B-20.4", Level: appeal.Warning, Field: "questions.*.status",
		Text: "Один вопрос не поступил, а другой уже рассматривается",
		Hint: "Обращение приходит целиком: если оно поступило, статус «Не поступило» не подходит ни одному из его " +
			"вопросов. Проверьте статусы.",
		Source: "002:124", check: func(c *checker) {
			c.eachQuestion(func(q *appeal.Question, _ *appeal.StatusInfo, path string) {
				if q.Status == appeal.NotReceived && c.Appeal.Requires(incoming) {
					c.hit(path+".status", "", nil)
				}
			})
		}},
	{Code: "B-22", Level: appeal.Error, Field: "questions.*.responseDate", Text: "Не указана дата ответа",
		Hint:   "Для статуса «Оставлено без ответа автору» укажите дату этого решения.",
		Source: "002:126", check: func(c *checker) {
			c.missingAnswer(func(s appeal.Status) bool { return s == appeal.LeftWithoutAnswer })
		}},
	{Code: "B-23", Level: appeal.Error, Field: "questions.*.responseDate", Text: "Не указана дата ответа",
		Hint: answerHint, Source: "002:128", check: func(c *checker) {
			c.missingAnswer(func(s appeal.Status) bool { return s != appeal.LeftWithoutAnswer })
		}},
	{Code: "B-21", Level: appeal.Error, Field: "questions.*.actionsTaken", Text: "Не указано, приняты ли меры",
		Hint:   "Для статуса «Рассмотрено. Поддержано» выберите «Да» или «Нет».",
		Source: "002:124", check: func(c *checker) {
			c.eachQuestion(func(q *appeal.Question, row *appeal.StatusInfo, path string) {
				if row.Measures == appeal.Required && q.ActionsTaken == nil {
					c.hit(path+".actionsTaken", "", nil)
				}
			})
		}},
}

func (c *checker) missingAnswer(concerns func(appeal.Status) bool) {
	c.eachQuestion(func(q *appeal.Question, row *appeal.StatusInfo, path string) {
		if row.Response == appeal.Required && q.ResponseDate == "" && concerns(q.Status) {
			c.hit(path+".responseDate", "", nil)
		}
	})
}

func codeRule(kind CodeKind) func(*checker) {
	return func(c *checker) {
		c.eachCode(kind, func(q *appeal.Question, _ CodeVerdict, path string) { c.hit(path, "«"+q.Code+"»", nil) })
	}
}

// eachCode calls f with every question for whose code the classifier returns this kind.
func (c *checker) eachCode(kind CodeKind, f func(q *appeal.Question, v CodeVerdict, path string)) {
	c.eachQuestion(func(q *appeal.Question, _ *appeal.StatusInfo, path string) {
		if blank(q.Code) {
			return
		}
		if v := c.env.Code(q.Code); v.Kind == kind {
			f(q, v, path+".code")
		}
	})
}

// leftovers lists the filled fields of a question that its status does not have.
func leftovers(q *appeal.Question, row *appeal.StatusInfo) string {
	if row.Status == "" {
		return ""
	}
	list := ""
	add := func(need appeal.Need, filled bool, path string) {
		if need != appeal.Absent || !filled {
			return
		}
		if list != "" {
			list += ", "
		}
		list += "«" + appeal.Label(path) + "»"
	}
	add(row.Response, q.ResponseDate != "", "questions.*.responseDate")
	add(row.Measures, q.ActionsTaken != nil, "questions.*.actionsTaken")
	add(row.File, q.Attachment != nil, "questions.*.attachment")
	// The form begins with an empty recipient, which does not count.
	add(row.Transfer, slices.ContainsFunc(q.Transfers, func(t appeal.Transfer) bool { return !t.Blank() }),
		"questions.*.transfers")
	return list
}
