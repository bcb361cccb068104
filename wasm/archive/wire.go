// Package archive writes and reads the archives of the portal ССТУ.РФ: a zip of .json
// files without folders, one appeal each (schemas/FORMAT.md, "Archive"). The same
// input gives the same bytes. Everything that is written is read back and compared
// before it is returned. Reading tolerates the deviations of other programs, names
// them ([Repair]) and keeps unknown keys; limits protect against hostile files.
//
// The package has no state but caches that are safe for concurrent use.
package archive

import (
	"fmt"
	"slices"

	"rroform/wasm/appeal"
)

// Write returns an appeal as an entry of the body departmentID, with the options of
// the format profile and keys in the order of schemas/FORMAT.md. Unknown keys that
// another program wrote go out unchanged, after the known keys of their object.
func Write(a *appeal.Appeal, departmentID string, format *appeal.FormatProfile) *Text {
	w := &encoder{}
	w.begin()
	w.text("departmentId", departmentID)
	w.flag("isDirect", a.IsDirect)
	w.text("format", string(a.Format))
	w.text("number", a.Number)
	w.some("createDate", string(CreateDate(a, format)))
	w.text("name", a.Name)
	w.some("address", a.Address)
	w.some("email", a.Email)
	w.key("questions")
	w.out = append(w.out, '[')
	for i := range a.Questions {
		w.questions(a, &a.Questions[i], format)
	}
	w.out = append(w.out, ']')
	end(w, a.Extra, entryFields)
	return &Text{JSON: w.out, Files: w.files}
}

// Marshal returns the whole text of [Write]. file returns the bytes of an answer file.
func Marshal(a *appeal.Appeal, departmentID string, format *appeal.FormatProfile,
	file func(id string) ([]byte, error)) ([]byte, error) {
	return Write(a, departmentID, format).Bytes(func(f *appeal.Attachment) ([]byte, error) {
		data, err := file(f.FileID)
		if err != nil {
			return nil, fmt.Errorf("answer file %q of appeal %s: %w", f.Name, a.Number, err)
		}
		return data, nil
	})
}

// CreateDate returns the value of createDate: the document date, or, for a direct
// appeal without one, the arrival date if the profile says so.
func CreateDate(a *appeal.Appeal, format *appeal.FormatProfile) appeal.Date {
	if a.CreateDate == "" && a.IsDirect && format.CreateDateOfDirect == appeal.CreateDateArrival {
		return a.IncomingDate
	}
	return a.CreateDate
}

// questions writes a question, once for each recipient if the profile says so:
// the form of several recipients is unknown (schemas/FORMAT.md, "Question").
func (w *encoder) questions(a *appeal.Appeal, q *appeal.Question, format *appeal.FormatProfile) {
	row, _ := appeal.StatusOf(q.Status)
	var to []appeal.Transfer
	if row.Transfer == appeal.Required {
		to = q.Transfers
	}
	if len(to) < 2 || format.Recipients != appeal.QuestionPerRecipient {
		w.question(a, q, row, to, format)
		return
	}
	for i := range to {
		w.question(a, q, row, to[i:i+1], format)
	}
}

// question writes a question with the fields that its row of the status table has.
func (w *encoder) question(a *appeal.Appeal, q *appeal.Question, row *appeal.StatusInfo, to []appeal.Transfer,
	format *appeal.FormatProfile) {
	w.begin()
	w.text("code", q.Code)
	extended := q.Status == appeal.InWorkExtended && format.Extended == appeal.ExtendedFlag
	if extended {
		w.text("status", string(appeal.InWork))
		w.flag(isExtend, true)
	} else {
		w.text("status", string(q.Status))
	}
	if row.Incoming == appeal.Required {
		w.some("incomingDate", string(a.Arrived(q)))
	}
	if row.Registration == appeal.Required {
		w.some("registrationDate", string(a.Registered(q)))
	}
	if row.Response == appeal.Required {
		w.some("responseDate", string(q.ResponseDate))
	}
	if row.Measures == appeal.Required && q.ActionsTaken != nil {
		w.flag("actionsTaken", *q.ActionsTaken)
	}
	if row.File != appeal.Absent && q.Attachment != nil && format.TakesFile(a.Number) {
		w.key("attachment")
		w.attachment(q.Attachment)
	}
	w.transfers(to)
	known := questionFields
	if !extended { // then extra may contain the flag
		known = questionFieldsButFlag
	}
	end(w, q.Extra, known)
}

const isExtend = "isExtend"

var questionFieldsButFlag = slices.DeleteFunc(slices.Clone(questionFields), func(f field[questionIn]) bool {
	return f.key == isExtend
})

func (w *encoder) attachment(f *appeal.Attachment) {
	w.begin()
	w.text("name", f.Name)
	w.key("content")
	w.out = append(w.out, '"')
	w.files = append(w.files, Hole{len(w.out), f})
	w.out = append(w.out, '"')
	end(w, f.Extra, attachmentFields)
}

// transfers writes one recipient as an object, more as a list.
func (w *encoder) transfers(list []appeal.Transfer) {
	if len(list) == 0 {
		return
	}
	w.key("transfer")
	if len(list) > 1 {
		w.out = append(w.out, '[')
	}
	for i := range list {
		t := &list[i]
		w.begin()
		w.text("departmentId", t.DepartmentID)
		w.text("transferDate", string(t.TransferDate))
		w.text("transferNumber", t.TransferNumber)
		end(w, t.Extra, transferFields)
	}
	if len(list) > 1 {
		w.out = append(w.out, ']')
	}
}
