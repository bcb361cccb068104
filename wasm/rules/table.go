package rules

import (
	"slices"
	"strconv"
	"strings"

	"rroform/wasm/appeal"
)

// Table holds every rule, in the order of the screens. Help and settings show it.
var Table = slices.Concat(profileRules, cardRules, dateRules, questionRules,
	transferRules, hiddenRules, fileRules, duplicateRules, emptyMonthRules, periodRules, zeroRules, archiveRules)

// ByCode returns the row with the code, and false if there is none.
func ByCode(code string) (Rule, bool) {
	for _, r := range Table {
		if r.Code == code {
			return r, true
		}
	}
	return Rule{}, false
}

// place returns a number by which paths sort as on the screen: by question, then
// recipient, then field.
func place(path string) int {
	question, recipient := -1, -1
	parts := strings.Split(path, ".")
	for i := 1; i < len(parts); i++ {
		n, err := strconv.Atoi(parts[i])
		switch {
		case err != nil:
		case parts[i-1] == "questions":
			question = n
		case parts[i-1] == "transfers":
			recipient = n
		}
	}
	return ((question+1)*1000+(recipient+1))*100 + appeal.FieldOrder(path)
}

// eachQuestion calls f with every question of the appeal under check, its
// status row (the zero row if the status is unknown) and its path.
func (c *checker) eachQuestion(f func(q *appeal.Question, row *appeal.StatusInfo, path string)) {
	if c.Appeal == nil {
		return
	}
	for i := range c.Appeal.Questions {
		f(&c.Appeal.Questions[i], c.rows[i], questionPath(i))
	}
}

// questionPaths are the paths of the first questions. Building them in each rule took
// half the time of a check.
var questionPaths = [...]string{"questions.0", "questions.1", "questions.2", "questions.3", "questions.4"}

func questionPath(i int) string {
	if i < len(questionPaths) {
		return questionPaths[i]
	}
	return "questions." + strconv.Itoa(i)
}

// common reports whether any question uses the date of the appeal: its status has such
// a date, and the question has none of its own. A question without a status counts too.
func (c *checker) common(pick func(*appeal.StatusInfo) appeal.Need, own func(*appeal.Question) appeal.Date) bool {
	if c.Appeal == nil {
		return false
	}
	for i := range c.Appeal.Questions {
		row := c.rows[i]
		if (row.Status == "" || pick(row) == appeal.Required) && own(&c.Appeal.Questions[i]) == "" {
			return true
		}
	}
	return len(c.Appeal.Questions) == 0
}

func incoming(r *appeal.StatusInfo) appeal.Need     { return r.Incoming }
func registration(r *appeal.StatusInfo) appeal.Need { return r.Registration }
