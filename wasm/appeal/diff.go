package appeal

import (
	"fmt"
	"time"
)

// Value is one non-empty field of an appeal as text for the user.
type Value struct {
	Path string // with indexes, see Fields
	Text string
}

// Values returns the non-empty fields of an appeal in the order of the form. History,
// comparison and protocols all use it.
func (ap *Appeal) Values() []Value {
	v := values{}
	if ap.Draft {
		v.text("draft", "да")
	}
	v.flag("isDirect", &ap.IsDirect)
	v.text("format", ap.Format.Label())
	v.text("number", ap.Number)
	v.text("createDate", ap.CreateDate.Russian())
	v.text("incomingDate", ap.IncomingDate.Russian())
	v.text("registrationDate", ap.RegistrationDate.Russian())
	v.text("name", ap.Name)
	v.text("address", ap.Address)
	v.text("email", ap.Email)
	for i := range ap.Questions {
		v.question(fmt.Sprintf("questions.%d.", i), &ap.Questions[i])
	}
	return v
}

type values []Value

func (v *values) text(path, text string) {
	if text != "" {
		*v = append(*v, Value{path, text})
	}
}

func (v *values) flag(path string, on *bool) {
	if on == nil {
		return
	}
	v.text(path, map[bool]string{true: "да", false: "нет"}[*on])
}

func (v *values) question(at string, q *Question) {
	v.text(at+"code", q.Code)
	label := string(q.Status)
	if row, ok := StatusOf(q.Status); ok {
		label = row.Label
	}
	v.text(at+"status", label)
	v.text(at+"incomingDate", q.IncomingDate.Russian())
	v.text(at+"registrationDate", q.RegistrationDate.Russian())
	v.text(at+"responseDate", q.ResponseDate.Russian())
	v.flag(at+"actionsTaken", q.ActionsTaken)
	if q.Attachment != nil {
		v.text(at+"attachment", q.Attachment.Name)
	}
	for j, t := range q.Transfers {
		to := fmt.Sprintf("%stransfers.%d.", at, j)
		v.text(to+"departmentId", recipient(t))
		v.text(to+"transferDate", t.TransferDate.Russian())
		v.text(to+"transferNumber", t.TransferNumber)
	}
}

func recipient(t Transfer) string {
	switch {
	case t.DepartmentName == "":
		return t.DepartmentID
	case t.DepartmentID == "":
		return t.DepartmentName
	}
	return t.DepartmentName + " " + t.DepartmentID
}

// FieldChange is the value of a field before and after; "" = empty.
type FieldChange struct {
	Field string `json:"field"` // path with indexes
	From  string `json:"from"`
	To    string `json:"to"`
}

// Diff returns the fields in which two appeals differ, in the order of the form.
func Diff(from, to *Appeal) []FieldChange {
	was := map[string]string{}
	for _, v := range from.Values() {
		was[v.Path] = v.Text
	}
	var out []FieldChange
	for _, v := range to.Values() {
		if was[v.Path] != v.Text {
			out = append(out, FieldChange{v.Path, was[v.Path], v.Text})
		}
		delete(was, v.Path)
	}
	for _, v := range from.Values() {
		if text, gone := was[v.Path]; gone {
			out = append(out, FieldChange{v.Path, text, ""})
		}
	}
	return out
}

// Revision is one entry of an appeal's history: who changed what, and when.
type Revision struct {
	At      time.Time     `json:"at"`  // UTC, of the last change in it
	Who     string        `json:"who"` // Ф.И.О. of the profile's person
	Changes []FieldChange `json:"changes"`
}

// together is the time in which changes by one person become one history entry: the
// page saves an appeal many times while it is typed.
const together = 15 * time.Minute

// Record appends the change from one state of an appeal to the next to its history.
// from is nil for a new appeal. Changes by one person within 15 minutes become one
// entry with the difference between the first state and the last. The first entry,
// which has no changes, is the creation of the appeal.
func Record(history []Revision, from, to *Appeal, who string, at time.Time) []Revision {
	last := len(history) - 1
	if from == nil || last < 0 || history[last].Who != who || at.Sub(history[last].At) > together {
		return RecordApart(history, from, to, who, at)
	}
	changes := Diff(from, to)
	if len(changes) == 0 {
		return history
	}
	merged := append([]Revision(nil), history...)
	if last == 0 && len(history[0].Changes) == 0 {
		merged[0].At = at // the appeal is still being created
		return merged
	}
	merged[last] = Revision{at, who, merge(history[last].Changes, changes)}
	if len(merged[last].Changes) == 0 {
		return merged[:last]
	}
	return merged
}

// RecordApart is [Record], but always makes a new entry, because the state after the
// last entry was sent in an archive.
func RecordApart(history []Revision, from, to *Appeal, who string, at time.Time) []Revision {
	if from == nil {
		return []Revision{{At: at, Who: who}}
	}
	changes := Diff(from, to)
	if len(changes) == 0 {
		return history
	}
	return append(history[:len(history):len(history)], Revision{at, who, changes})
}

// merge joins the changes of two entries. Changes that were undone disappear.
func merge(first, then []FieldChange) []FieldChange {
	out := append([]FieldChange(nil), first...)
	for _, c := range then {
		at := -1
		for i := range out {
			if out[i].Field == c.Field {
				at = i
			}
		}
		if at < 0 {
			out = append(out, c)
			continue
		}
		out[at].To = c.To
		if out[at].From == out[at].To {
			out = append(out[:at], out[at+1:]...)
		}
	}
	return out
}
