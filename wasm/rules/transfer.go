package rules

import (
	"strconv"

	"rroform/wasm/appeal"
)

var transferRules = []Rule{
	{Code: "B-24", Level: appeal.Error, Field: "questions.*.transfers", Text: "Не указано, куда направлен вопрос",
		Hint: "Для статуса «Направлено по компетенции» нужен хотя бы один орган-получатель. Нажмите «Добавить " +
			"получателя».",
		Source: "002:143", check: func(c *checker) {
			c.eachQuestion(func(q *appeal.Question, row *appeal.StatusInfo, path string) {
				if row.Transfer == appeal.Required && len(q.Transfers) == 0 {
					c.hit(path+".transfers", "", nil)
				}
			})
		}},
	{Code: "B-24.1", Level: appeal.Error, Field: "questions.*.transfers.*.departmentId",
		Text:   "Не указан орган-получатель",
		Hint:   "Введите наименование или идентификатор (GUID) органа, куда направлен вопрос.",
		Source: "002:152", check: func(c *checker) {
			c.eachTransfer(func(_ *appeal.Question, t *appeal.Transfer, path string) {
				if blank(t.DepartmentID) && blank(t.DepartmentName) {
					c.hit(path+".departmentId", "", nil)
				}
			})
		}},
	{Code: "B-25.1", Level: appeal.Error, Field: "questions.*.transfers.*.departmentId",
		Text: "Не указан идентификатор (GUID) органа-получателя",
		Hint: "Портал принимает получателя только по идентификатору (GUID). Узнайте его в поддержке ССТУ или у " +
			"самого органа и впишите в это поле рядом с наименованием: он запомнится в «Справочниках».",
		Source: "002:152", check: func(c *checker) {
			c.eachTransfer(func(_ *appeal.Question, t *appeal.Transfer, path string) {
				if blank(t.DepartmentID) && !blank(t.DepartmentName) {
					c.hit(path+".departmentId", "«"+t.DepartmentName+"»", nil)
				}
			})
		}},
	{Code: "B-25.2", Level: appeal.Error, Field: "questions.*.transfers.*.departmentId",
		Text: "Идентификатор органа-получателя записан неверно",
		Hint: "Нужны 32 цифры и буквы от A до F, разделённые дефисами: 8-4-4-4-12, например " +
			"89729055-843A-4EEB-88E1-71535B245D6F.",
		Source: "FORMAT.md «Question», transfer", check: func(c *checker) {
			c.eachTransfer(func(_ *appeal.Question, t *appeal.Transfer, path string) {
				if t.DepartmentID != "" && !appeal.IsGUID(t.DepartmentID) {
					c.hit(path+".departmentId", "«"+t.DepartmentID+"»", nil)
				}
			})
		}},
	{Code: "B-25.3", Level: appeal.Warning, Field: "questions.*.transfers.*.departmentId",
		Text:   "Получатель — ваш собственный орган",
		Hint:   "По компетенции вопрос направляют в другой орган. Проверьте получателя или выберите другой статус.",
		Source: "B-25", check: func(c *checker) {
			c.eachTransfer(func(_ *appeal.Question, t *appeal.Transfer, path string) {
				if t.DepartmentID != "" && appeal.SameGUID(t.DepartmentID, c.env.Profile.DepartmentID) {
					c.hit(path+".departmentId", "", nil)
				}
			})
		}},
	{Code: "B-25.4", Level: appeal.Warning, Field: "questions.*.transfers.*.departmentId",
		Text:   "Этот получатель уже указан у вопроса",
		Hint:   "Каждый получатель становится отдельной записью в архиве. Уберите лишнего.",
		Source: "FORMAT.md «Question», transfer", check: func(c *checker) {
			c.eachTransfer(func(q *appeal.Question, t *appeal.Transfer, path string) {
				for i := range q.Transfers {
					if &q.Transfers[i] == t {
						return // compare only with earlier ones
					}
					if t.DepartmentID != "" && appeal.SameGUID(q.Transfers[i].DepartmentID, t.DepartmentID) {
						c.hit(path+".departmentId", "", nil)
						return
					}
				}
			})
		}},
	{Code: "B-24.2", Level: appeal.Error, Field: "questions.*.transfers.*.transferDate",
		Text:   "Не указана дата сопроводительного документа",
		Hint:   "Это дата письма, с которым вопрос направлен в другой орган.",
		Source: "002:143", check: func(c *checker) {
			c.eachTransfer(func(_ *appeal.Question, t *appeal.Transfer, path string) {
				if t.TransferDate == "" {
					c.hit(path+".transferDate", "", nil)
				}
			})
		}},
	{Code: "B-24.3", Level: appeal.Error, Field: "questions.*.transfers.*.transferNumber",
		Text:   "Не указан номер сопроводительного документа",
		Hint:   "Это номер письма, с которым вопрос направлен в другой орган. По нему получатель найдёт обращение.",
		Source: "002:143", check: func(c *checker) {
			c.eachTransfer(func(_ *appeal.Question, t *appeal.Transfer, path string) {
				if blank(t.TransferNumber) {
					c.hit(path+".transferNumber", "", nil)
				}
			})
		}},
}

// eachTransfer calls f with every recipient that goes into the archive.
func (c *checker) eachTransfer(f func(q *appeal.Question, t *appeal.Transfer, path string)) {
	c.eachQuestion(func(q *appeal.Question, row *appeal.StatusInfo, path string) {
		if row.Transfer != appeal.Required {
			return
		}
		for i := range q.Transfers {
			f(q, &q.Transfers[i], path+".transfers."+strconv.Itoa(i))
		}
	})
}
