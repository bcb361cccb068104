package rules

import "rroform/wasm/appeal"

// Duplicate is another appeal of the register that may be the same one.
type Duplicate struct {
	Kind       DuplicateKind `json:"kind"`
	ID         string        `json:"id"`
	Number     string        `json:"number"`
	SameNumber bool          `json:"sameNumber"` // also if Kind is another
}

// DuplicateKind says what two appeals have in common.
type DuplicateKind string

// Kinds of duplicates, the surest first.
const (
	SameNumber    DuplicateKind = "number"    // number and date
	SameApplicant DuplicateKind = "applicant" // applicant, code and reporting month
	SameOwnNumber DuplicateKind = "ownNumber" // own number of a direct appeal, and the year
	SimilarPerson DuplicateKind = "similar"   // surname with initials and address
)

// MostDuplicates is how many duplicates the findings name at most.
const MostDuplicates = 3

var duplicateRules = []Rule{
	{Code: "D-01", Level: appeal.Warning, Field: "number", Text: "Обращение с таким номером и датой уже внесено",
		Hint:   "Если это одно и то же обращение, удалите лишнее: в статистике оно посчитается дважды.",
		Source: "G25", check: duplicateRule(SameNumber, "number")},
	{Code: "D-04", Level: appeal.Warning, Field: "number",
		Text: "В том же году есть другое прямое обращение с таким номером",
		Hint: "Свои регистрационные номера не повторяются в течение года. Проверьте номер и дату регистрации в " +
			"обоих обращениях.",
		Source: "G25", check: duplicateRule(SameOwnNumber, "number")},
	{Code: "D-02", Level: appeal.Warning, Field: "name",
		Text:   "От этого заявителя за тот же месяц есть другое обращение с этим вопросом",
		Hint:   "Проверьте, не внесено ли одно обращение дважды.",
		Source: "G25", check: duplicateRule(SameApplicant, "name")},
	{Code: "D-03", Level: appeal.Advice, Field: "name", Text: "Похожий заявитель с тем же адресом уже обращался",
		Hint: "Возможно, это повторное обращение или тот же человек, записанный иначе. Если это разные люди, " +
			"ничего делать не нужно.",
		Source: "G25", check: duplicateRule(SimilarPerson, "name")},
}

// sameNumberHints are the hints of rules about the person if the numbers are equal too.
var sameNumberHints = map[DuplicateKind]string{
	SameApplicant: "Номер у них один и тот же: похоже, одно обращение внесено дважды. Если так, удалите лишнее, " +
		"иначе исправьте номер или дату.",
	SimilarPerson: "Номер у них один и тот же: похоже, одно обращение внесено дважды. Если это разные обращения, " +
		"исправьте номер.",
}

func duplicateRule(kind DuplicateKind, path string) func(*checker) {
	return func(c *checker) {
		if c.Appeal == nil || c.env.Duplicates == nil {
			return
		}
		n := 0
		for _, d := range c.env.Duplicates(c.Appeal) {
			if d.Kind != kind {
				continue
			}
			if n++; n > MostDuplicates {
				return
			}
			c.hit(path, d.Number, nil)
			found := &c.out[len(c.out)-1]
			found.Link = &Link{d.ID, d.Number}
			if hint := sameNumberHints[kind]; hint != "" && d.SameNumber {
				found.Hint = hint
			}
		}
	}
}
