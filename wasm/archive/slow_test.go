package archive

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rroform/wasm/appeal"
)

// The code in this file wrote the entries before [Write] did, with encoding/json. The
// tests compare Write with it.

// entry is one .json file, with keys in the order of schemas/FORMAT.md.
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

// attachment has its bytes as standard base64 without line breaks, as encoding/json
// writes a byte slice.
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

// transfers is an object for one recipient, a list for more.
type transfers []transfer

func (t transfers) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return encode(t[0])
	}
	return encode([]transfer(t))
}

// slowMarshal is [Marshal] with structs and encoding/json.
func slowMarshal(a *appeal.Appeal, departmentID string, format *appeal.FormatProfile,
	file func(id string) ([]byte, error)) ([]byte, error) {
	e := entry{DepartmentID: departmentID, IsDirect: a.IsDirect, Format: a.Format, Number: a.Number,
		CreateDate: CreateDate(a, format), Name: a.Name, Address: a.Address, Email: a.Email, Questions: []question{},
		extra: a.Extra}
	for i := range a.Questions {
		q, err := wireQuestion(a, &a.Questions[i], format, file)
		if err != nil {
			return nil, err
		}
		e.Questions = append(e.Questions, slowPerRecipient(q, format.Recipients)...)
	}
	if e.hasExtra() {
		return e.encodeExtra()
	}
	return encode(e)
}

// wireQuestion fills the fields that the row of the status table has.
func wireQuestion(a *appeal.Appeal, q *appeal.Question, format *appeal.FormatProfile,
	file func(string) ([]byte, error)) (question, error) {
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

// encode writes compact JSON without escaping Cyrillic, <, > and &.
func encode(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}
func slowPerRecipient(q question, form appeal.RecipientsForm) []question {
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

// hasExtra reports whether there are unknown keys to write.
func (e *entry) hasExtra() bool {
	return len(e.extra) > 0 || slices.ContainsFunc(e.Questions, func(q question) bool {
		return len(q.extra) > 0 || q.Attachment != nil && len(q.Attachment.extra) > 0 ||
			slices.ContainsFunc(q.Transfer, func(t transfer) bool { return len(t.extra) > 0 })
	})
}

// encodeExtra writes an entry with its unknown keys, after the known keys of their
// object.
func (e *entry) encodeExtra() ([]byte, error) {
	list := make([]json.RawMessage, len(e.Questions))
	for i := range e.Questions {
		text, err := e.Questions[i].encodeExtra()
		if err != nil {
			return nil, err
		}
		list[i] = text
	}
	return withExtra(struct {
		entry
		Questions []json.RawMessage `json:"questions"`
	}{*e, list}, e.extra, entryFields)
}

func (q *question) encodeExtra() ([]byte, error) {
	type plain question // without this method
	parts := struct {
		plain
		Attachment json.RawMessage `json:"attachment,omitempty"`
		Transfer   json.RawMessage `json:"transfer,omitempty"`
	}{plain: plain(*q)}
	var err error
	if q.Attachment != nil {
		if parts.Attachment, err = withExtra(q.Attachment, q.Attachment.extra, attachmentFields); err != nil {
			return nil, err
		}
	}
	if parts.Transfer, err = encodeTransfers(q.Transfer); err != nil {
		return nil, err
	}
	return withExtra(parts, q.extra, questionFields)
}

func encodeTransfers(list transfers) (json.RawMessage, error) {
	if len(list) == 0 {
		return nil, nil
	}
	var texts []json.RawMessage
	for _, t := range list {
		text, err := withExtra(t, t.extra, transferFields)
		if err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	if len(texts) == 1 {
		return texts[0], nil
	}
	return encode(texts)
}

// withExtra writes an object with its extra keys, sorted, at the end. They never
// replace a known key, except the flag isExtend if the status does not express it.
func withExtra[T any](object any, extra appeal.Extra, known []field[T]) ([]byte, error) {
	text, err := encode(object)
	if err != nil || len(extra) == 0 {
		return text, err
	}
	out := bytes.NewBuffer(text[:len(text)-1])
	for _, key := range slices.Sorted(maps.Keys(extra)) {
		ours := slices.ContainsFunc(known, func(f field[T]) bool { return strings.EqualFold(f.key, key) })
		if ours && (key != "isExtend" || bytes.Contains(text, []byte(`"isExtend":`))) {
			continue
		}
		name, err := encode(key)
		if err != nil {
			return nil, err
		}
		if out.Len() > 1 {
			out.WriteByte(',')
		}
		out.Write(name)
		out.WriteByte(':')
		out.Write(extra[key])
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}
