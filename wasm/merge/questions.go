package merge

import (
	"fmt"
	"strings"

	"rroform/wasm/appeal"
)

// aspect is a part of a question.
type aspect struct {
	path, label string
	text        func(*appeal.Question) string
	key         func(*appeal.Question) string // nil = the text
	take        func(to, from *appeal.Question)
}

var aspects = []aspect{
	{"code", "", func(q *appeal.Question) string { return q.Code }, nil,
		func(to, from *appeal.Question) { to.Code = from.Code }},
	{"status", "", statusText, func(q *appeal.Question) string { return string(q.Status) },
		func(to, from *appeal.Question) { to.Status = from.Status }},
	{"incomingDate", "Дата поступления в орган (этого вопроса)",
		func(q *appeal.Question) string { return q.IncomingDate.Russian() },
		func(q *appeal.Question) string { return string(q.IncomingDate) },
		func(to, from *appeal.Question) { to.IncomingDate = from.IncomingDate }},
	{"registrationDate", "Дата регистрации в органе (этого вопроса)",
		func(q *appeal.Question) string { return q.RegistrationDate.Russian() },
		func(q *appeal.Question) string { return string(q.RegistrationDate) },
		func(to, from *appeal.Question) { to.RegistrationDate = from.RegistrationDate }},
	{"responseDate", "", func(q *appeal.Question) string { return q.ResponseDate.Russian() },
		func(q *appeal.Question) string { return string(q.ResponseDate) },
		func(to, from *appeal.Question) { to.ResponseDate = from.ResponseDate }},
	{"actionsTaken", "", measuresText, nil,
		func(to, from *appeal.Question) { to.ActionsTaken = from.ActionsTaken }},
	{"attachment", "", fileText, fileKey,
		func(to, from *appeal.Question) { to.Attachment = from.Attachment }},
	{"transfers", "", transfersText, transfersKey,
		func(to, from *appeal.Question) { to.Transfers = append([]appeal.Transfer(nil), from.Transfers...) }},
	{"extra", extraLabel, func(q *appeal.Question) string { return extraText(q.Extra) }, nil,
		func(to, from *appeal.Question) { to.Extra = from.Extra }},
}

// questionParts returns the parts of a question that both sides have.
func questionParts(i int) []part {
	var out []part
	for _, x := range aspects {
		p := part{path: fmt.Sprintf("questions.%d.%s", i, x.path),
			text: func(ap *appeal.Appeal) string { return x.text(&ap.Questions[i]) },
			take: func(to, from *appeal.Appeal) { x.take(&to.Questions[i], &from.Questions[i]) }}
		p.label = fmt.Sprintf("Вопрос %d: %s", i+1, x.name())
		if x.key != nil {
			p.key = func(ap *appeal.Appeal) string { return x.key(&ap.Questions[i]) }
		}
		out = append(out, p)
	}
	return out
}

func (x *aspect) name() string {
	if x.label != "" {
		return x.label
	}
	return appeal.Label("questions.*." + x.path)
}

// wholeQuestion returns the part for a question that one side may not have. It has no
// take: [combineQuestions] combines it.
func wholeQuestion(i int) part {
	return part{path: fmt.Sprintf("questions.%d", i), label: fmt.Sprintf("Вопрос %d", i+1),
		text: func(ap *appeal.Appeal) string { return questionText(at(ap, i)) },
		key:  func(ap *appeal.Appeal) string { return questionKey(at(ap, i)) }}
}

// at returns a question, nil if there is none.
func at(ap *appeal.Appeal, i int) *appeal.Question {
	if i >= len(ap.Questions) {
		return nil
	}
	return &ap.Questions[i]
}

func questionText(q *appeal.Question) string {
	if q == nil {
		return ""
	}
	var said []string
	for i := range aspects {
		if text := aspects[i].text(q); text != "" {
			said = append(said, aspects[i].name()+": "+text)
		}
	}
	if len(said) == 0 {
		return "вопрос без данных"
	}
	return strings.Join(said, "; ")
}

func questionKey(q *appeal.Question) string {
	if q == nil {
		return ""
	}
	keys := []string{"question"}
	for _, x := range aspects {
		key := x.key
		if key == nil {
			key = x.text
		}
		keys = append(keys, key(q))
	}
	return strings.Join(keys, "\n")
}

func statusText(q *appeal.Question) string {
	if row, ok := appeal.StatusOf(q.Status); ok {
		return row.Label
	}
	return string(q.Status)
}

func measuresText(q *appeal.Question) string {
	if q.ActionsTaken == nil {
		return ""
	}
	return yes(*q.ActionsTaken)
}

func fileText(q *appeal.Question) string {
	file := q.Attachment
	if file == nil {
		return ""
	}
	text := fmt.Sprintf("%s, %d байт", file.Name, file.Size)
	if len(file.SHA256) > 8 {
		text += ", сумма " + file.SHA256[:8] // distinguishes files of equal name and size
	}
	return text
}

func fileKey(q *appeal.Question) string {
	if q.Attachment == nil {
		return ""
	}
	file := *q.Attachment
	file.FileID = ""
	return canonical(file)
}

func transfersText(q *appeal.Question) string {
	var said []string
	for _, t := range q.Transfers {
		text := strings.TrimSpace(t.DepartmentName + " " + t.DepartmentID)
		if t.TransferDate != "" {
			text += " от " + t.TransferDate.Russian()
		}
		if t.TransferNumber != "" {
			text += " № " + t.TransferNumber
		}
		if more := extraText(t.Extra); more != "" {
			text += " (" + more + ")"
		}
		said = append(said, strings.TrimSpace(text))
	}
	return strings.Join(said, "; ")
}

func transfersKey(q *appeal.Question) string {
	if len(q.Transfers) == 0 {
		return ""
	}
	list := append([]appeal.Transfer(nil), q.Transfers...)
	for i := range list {
		list[i].ID = ""
	}
	return canonical(list)
}
