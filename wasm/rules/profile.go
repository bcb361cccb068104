package rules

import (
	"strings"

	"rroform/wasm/appeal"
)

const whoHint = "Заполните это поле профиля органа: без него архив не формируется."

var profileRules = []Rule{
	{Code: "B-01.1", Level: appeal.Error, Field: "profile.name", Text: "Не указано наименование органа",
		Hint: whoHint, Source: "004:95", check: emptyProfile("profile.name", func(p *appeal.Profile) string {
			return p.Name
		})},
	{Code: "B-02", Level: appeal.Error, Field: "profile.departmentId", Text: "Не указан идентификатор органа (GUID)",
		Hint: "Идентификатор органа на портале выдаёт поддержка ССТУ или вышестоящий орган. Он выглядит так: " +
			"89729055-843A-4EEB-88E1-71535B245D6F.",
		Source: "001:11", check: emptyProfile("profile.departmentId", func(p *appeal.Profile) string {
			return p.DepartmentID
		})},
	{Code: "B-02.1", Level: appeal.Error, Field: "profile.departmentId", Text: "Идентификатор органа записан неверно",
		Hint: "Нужны 32 цифры и буквы от A до F, разделённые дефисами: 8-4-4-4-12. Скопируйте его целиком, без " +
			"кавычек.",
		Source: "001:11; FORMAT.md «Appeal»", check: func(c *checker) {
			if c.Profile != nil && c.Profile.DepartmentID != "" && !appeal.IsGUID(c.Profile.DepartmentID) {
				c.hit("profile.departmentId", "«"+c.Profile.DepartmentID+"»", nil)
			}
		}},
	{Code: "B-01.2", Level: appeal.Error, Field: "profile.personId",
		Text: "Не указан уникальный идентификатор уполномоченного лица (УИУЛ)",
		Hint: whoHint, Source: "004:99", check: emptyProfile("profile.personId", func(p *appeal.Profile) string {
			return p.PersonID
		})},
	{Code: "B-01.3", Level: appeal.Error, Field: "profile.personName", Text: "Не указаны Ф.И.О. уполномоченного лица",
		Hint: whoHint, Source: "004:100", check: emptyProfile("profile.personName", func(p *appeal.Profile) string {
			return p.PersonName
		})},
	{Code: "B-01.4", Level: appeal.Error, Field: "profile.position", Text: "Не указана должность уполномоченного лица",
		Hint: whoHint, Source: "004:101", check: emptyProfile("profile.position", func(p *appeal.Profile) string {
			return p.Position
		})},
}

func emptyProfile(path string, get func(*appeal.Profile) string) func(*checker) {
	return func(c *checker) {
		if c.Profile != nil && strings.TrimSpace(get(c.Profile)) == "" {
			c.hit(path, "", nil)
		}
	}
}
