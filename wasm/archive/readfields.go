package archive

import (
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/foreign"
)

// entryIn and questionIn are the targets of the tables below: the model, and values
// that an entry represents differently.
type entryIn struct {
	*appeal.Appeal
	departmentID string
	saysDirect   bool
	questions    []questionIn
}

type questionIn struct {
	appeal.Question
	incoming, registration appeal.Date // the dates written in this question
	isExtend               bool
}

// entryFields are the keys of an entry, in the order of schemas/FORMAT.md. Reader and
// writer know these; any other key is kept in Extra.
var entryFields = []field[entryIn]{
	{"departmentId", "profile.departmentId", func(r *reader, e *entryIn, v foreign.Value, p place) {
		e.departmentID = r.guid(v, p)
	}},
	{"isDirect", "isDirect", func(r *reader, e *entryIn, v foreign.Value, p place) {
		e.saysDirect = v.Kind() != foreign.Null
		if on := r.flag(v, p); on != nil {
			e.IsDirect = *on
		}
	}},
	{"format", "format", func(r *reader, e *entryIn, v foreign.Value, p place) { e.Format = r.format(v, p) }},
	{"number", "number", func(r *reader, e *entryIn, v foreign.Value, p place) { e.Number = r.text(v, p) }},
	{"createDate", "createDate", func(r *reader, e *entryIn, v foreign.Value, p place) { e.CreateDate = r.date(v, p) }},
	{"name", "name", func(r *reader, e *entryIn, v foreign.Value, p place) { e.Name = r.text(v, p) }},
	{"address", "address", func(r *reader, e *entryIn, v foreign.Value, p place) { e.Address = r.text(v, p) }},
	{"email", "email", func(r *reader, e *entryIn, v foreign.Value, p place) { e.Email = r.text(v, p) }},
	{"questions", "questions", readQuestions},
}

// ownFields are number, name and questions: an object with none of them is not an
// appeal.
const ownFields = 1<<3 | 1<<5 | 1<<8

var questionFields = []field[questionIn]{
	{"code", "code", func(r *reader, q *questionIn, v foreign.Value, p place) { q.Code = r.code(v, p) }},
	{"status", "status", func(r *reader, q *questionIn, v foreign.Value, p place) { q.Status = r.status(v, p) }},
	{"isExtend", "status", func(r *reader, q *questionIn, v foreign.Value, p place) {
		if on := r.flag(v, p); on != nil {
			q.isExtend = *on
			r.keep(&q.Extra, p.String(), "isExtend", v) // removed again if the status expresses it: see extended
		}
	}},
	{"incomingDate", "incomingDate", func(r *reader, q *questionIn, v foreign.Value, p place) {
		q.incoming = r.date(v, p)
	}},
	{"registrationDate", "registrationDate", func(r *reader, q *questionIn, v foreign.Value, p place) {
		q.registration = r.date(v, p)
	}},
	{"responseDate", "responseDate", func(r *reader, q *questionIn, v foreign.Value, p place) {
		q.ResponseDate = r.date(v, p)
	}},
	{"actionsTaken", "actionsTaken", func(r *reader, q *questionIn, v foreign.Value, p place) {
		q.ActionsTaken = r.flag(v, p)
	}},
	{"attachment", "attachment", readAttachment},
	{"transfer", "transfers", readTransfers},
}

var transferFields = []field[appeal.Transfer]{
	{"departmentId", "departmentId", func(r *reader, t *appeal.Transfer, v foreign.Value, p place) {
		t.DepartmentID = r.guid(v, p)
	}},
	{"transferDate", "transferDate", func(r *reader, t *appeal.Transfer, v foreign.Value, p place) {
		t.TransferDate = r.date(v, p)
	}},
	{"transferNumber", "transferNumber", func(r *reader, t *appeal.Transfer, v foreign.Value, p place) {
		t.TransferNumber = r.text(v, p)
	}},
}

// attachmentIn is an answer file with its bytes.
type attachmentIn struct {
	appeal.Attachment
	content []byte
}

var attachmentFields = []field[attachmentIn]{
	{"name", "", func(r *reader, a *attachmentIn, v foreign.Value, p place) { a.Name = r.text(v, p) }},
	{"content", "", func(r *reader, a *attachmentIn, v foreign.Value, p place) { a.content = r.base64(v, p) }},
}

func readQuestions(r *reader, e *entryIn, v foreign.Value, p place) {
	e.questions, r.out.Files = make([]questionIn, 0, 4), map[string][]byte{} // few appeals have more than 4
	for q := range r.list(v, p) {
		i := len(e.questions)
		e.questions = append(e.questions, questionIn{})
		in := &e.questions[i]
		r.question = i
		readObject(r, q, "questions"+itemAt(i), questionFields, in, &in.Extra)
		in.extended()
	}
}

// extended turns the status InWork with the flag isExtend into InWorkExtended: the two
// ways of writing «Рассмотрение продлено» (extended). With any other status the flag
// stays among the extra keys.
func (q *questionIn) extended() {
	if q.Status == appeal.InWork && q.isExtend {
		q.Status = appeal.InWorkExtended
		delete(q.Extra, "isExtend")
		if len(q.Extra) == 0 {
			q.Extra = nil
		}
	}
}

// itemsAt are the paths of the first items, so that they need not be built each time.
var itemsAt = [...]string{".0.", ".1.", ".2.", ".3.", ".4.", ".5.", ".6.", ".7."}

func itemAt(i int) string {
	if i < len(itemsAt) {
		return itemsAt[i]
	}
	return fmt.Sprintf(".%d.", i)
}

func readTransfers(r *reader, q *questionIn, v foreign.Value, p place) {
	q.Transfers = nil
	if v.Kind() == foreign.Object { // one recipient is written as one object
		q.Transfers = []appeal.Transfer{r.transfer(v, p, 0)}
		return
	}
	for t := range r.list(v, p) {
		q.Transfers = append(q.Transfers, r.transfer(t, p, len(q.Transfers)))
	}
}

func (r *reader) transfer(v foreign.Value, p place, i int) (t appeal.Transfer) {
	readObject(r, v, p.String()+itemAt(i), transferFields, &t, &t.Extra)
	return t
}

func readAttachment(r *reader, q *questionIn, v foreign.Value, p place) {
	id := fmt.Sprint(r.question)
	q.Attachment = nil
	delete(r.out.Files, id)
	switch v.Kind() {
	case foreign.Null:
		r.repair(p.String(), "null", "пусто")
	case foreign.Object:
		var a attachmentIn
		readObject(r, v, p.String(), attachmentFields, &a, &a.Extra)
		r.out.Files[id] = a.content
		a.FileID, a.Size = id, int64(len(a.content))
		q.Attachment = &a.Attachment
	default:
		r.refuse(v, "На месте файла ответа (attachment) стоит не объект")
	}
}
