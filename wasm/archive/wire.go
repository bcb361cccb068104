// Package archive writes and reads the portal's archive: a zip of flat .json
// files, one appeal each (format.md, "Archive"). Same input, same bytes.
package archive

import (
	"bytes"
	"encoding/json"
	"fmt"

	"rroform/wasm/appeal"
)

// entry is one .json file, with the keys in the order of format.md.
type entry struct {
	DepartmentID string        `json:"departmentId"`
	IsDirect     bool          `json:"isDirect"`
	Format       appeal.Format `json:"format"`
	Number       string        `json:"number"`
	CreateDate   appeal.Date   `json:"createDate,omitempty"`
	Name         string        `json:"name"`
	Address      string        `json:"address,omitempty"`
	Email        string        `json:"email,omitempty"`
	Questions    []question    `json:"questions"`

	extra appeal.Extra
}

type question struct {
	Code             string        `json:"code"`
	Status           appeal.Status `json:"status"`
	IsExtend         bool          `json:"isExtend,omitempty"`
	IncomingDate     appeal.Date   `json:"incomingDate,omitempty"`
	RegistrationDate appeal.Date   `json:"registrationDate,omitempty"`
	ResponseDate     appeal.Date   `json:"responseDate,omitempty"`
	ActionsTaken     *bool         `json:"actionsTaken,omitempty"`
	Attachment       *attachment   `json:"attachment,omitempty"`
	Transfer         transfers     `json:"transfer,omitempty"`

	extra appeal.Extra
}

// attachment carries its bytes as standard base64 without line breaks, which
// is how encoding/json writes a byte slice.
type attachment struct {
	Name    string `json:"name"`
	Content []byte `json:"content"`

	extra appeal.Extra
}

type transfer struct {
	DepartmentID   string      `json:"departmentId"`
	TransferDate   appeal.Date `json:"transferDate"`
	TransferNumber string      `json:"transferNumber"`

	extra appeal.Extra
}

// transfers is one object when there is one recipient, else a list.
type transfers []transfer

func (t transfers) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return encode(t[0])
	}
	return encode([]transfer(t))
}

// Marshal writes an appeal as the portal wants it, for the body departmentID,
// with the switches of the format profile. file fetches the bytes of an answer
// file that goes out. Keys that another program wrote and nobody knows go out
// as they came, behind the known ones.
func Marshal(a *appeal.Appeal, departmentID string, format *appeal.FormatProfile, file func(id string) ([]byte, error)) ([]byte, error) {
	e := entry{DepartmentID: departmentID, IsDirect: a.IsDirect, Format: a.Format, Number: a.Number,
		CreateDate: CreateDate(a, format), Name: a.Name, Address: a.Address, Email: a.Email, Questions: []question{}, extra: a.Extra}
	for i := range a.Questions {
		q, err := wireQuestion(a, &a.Questions[i], format, file)
		if err != nil {
			return nil, err
		}
		e.Questions = append(e.Questions, perRecipient(q, format.Recipients)...)
	}
	if e.hasExtra() {
		return e.encodeExtra()
	}
	return encode(e)
}

// CreateDate returns what stands in createDate: the document date, and where a
// direct appeal has none, the arrival date if the profile says so.
func CreateDate(a *appeal.Appeal, format *appeal.FormatProfile) appeal.Date {
	if a.CreateDate == "" && a.IsDirect && format.CreateDateOfDirect == appeal.CreateDateArrival {
		return a.IncomingDate
	}
	return a.CreateDate
}

// wireQuestion takes along just what the row of the status table takes.
func wireQuestion(a *appeal.Appeal, q *appeal.Question, format *appeal.FormatProfile, file func(string) ([]byte, error)) (question, error) {
	row, _ := appeal.StatusOf(q.Status)
	w := question{Code: q.Code, Status: q.Status, extra: q.Extra}
	if q.Status == appeal.InWorkExtended && format.Extended == appeal.ExtendedFlag {
		w.Status, w.IsExtend = appeal.InWork, true
	}
	if row.Incoming == appeal.Required {
		w.IncomingDate = a.Arrived(q)
	}
	if row.Registration == appeal.Required {
		w.RegistrationDate = a.Registered(q)
	}
	if row.Response == appeal.Required {
		w.ResponseDate = q.ResponseDate
	}
	if row.Measures == appeal.Required {
		w.ActionsTaken = q.ActionsTaken
	}
	if row.Transfer == appeal.Required {
		for _, t := range q.Transfers {
			w.Transfer = append(w.Transfer, transfer{t.DepartmentID, t.TransferDate, t.TransferNumber, t.Extra})
		}
	}
	if row.File != appeal.Absent && q.Attachment != nil && format.TakesFile(a.Number) {
		content, err := file(q.Attachment.FileID)
		if err != nil {
			return w, fmt.Errorf("answer file %q of appeal %s: %w", q.Attachment.Name, a.Number, err)
		}
		w.Attachment = &attachment{q.Attachment.Name, content, q.Attachment.Extra}
	}
	return w, nil
}

// perRecipient repeats a question for each recipient where the profile wants
// it so: how the portal takes several is not confirmed (format.md, "Question").
func perRecipient(q question, form appeal.RecipientsForm) []question {
	if len(q.Transfer) < 2 || form != appeal.QuestionPerRecipient {
		return []question{q}
	}
	var out []question
	for _, t := range q.Transfer {
		one := q
		one.Transfer = transfers{t}
		out = append(out, one)
	}
	return out
}

// encode writes compact JSON with Cyrillic, <, > and & as they are.
func encode(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}
