package appeal

import "encoding/json"

// Marshal returns the JSON that [json.Marshal] returns, and its errors. Each appeal
// that is opened, imported or saved is encoded for its row and for its content hash,
// and in WebAssembly the reflection of encoding/json takes three times as long. A test
// compares the two, so a new field cannot be forgotten here.
func Marshal(ap *Appeal) ([]byte, error) {
	const usual = 3 << 10 // bytes of a typical row
	w := writer{out: make([]byte, 0, usual)}
	w.appeal(ap)
	if w.lost {
		return json.Marshal(ap)
	}
	return w.out, nil
}

func (w *writer) appeal(ap *Appeal) {
	w.text(`{"id":`, ap.ID)
	w.number(`,"rev":`, ap.Rev)
	w.text(`,"profileId":`, ap.ProfileID)
	w.time(`,"created":`, ap.Created)
	w.time(`,"modified":`, ap.Modified)
	w.flag(`,"isDirect":`, ap.IsDirect)
	w.text(`,"format":`, string(ap.Format))
	w.text(`,"number":`, ap.Number)
	w.text(`,"createDate":`, string(ap.CreateDate))
	w.text(`,"incomingDate":`, string(ap.IncomingDate))
	w.text(`,"registrationDate":`, string(ap.RegistrationDate))
	w.text(`,"name":`, ap.Name)
	w.text(`,"address":`, ap.Address)
	w.text(`,"email":`, ap.Email)
	each(w, `,"questions":`, ap.Questions, w.question)
	w.some(`,"text":`, ap.Text)
	w.flag(`,"draft":`, ap.Draft)
	if len(ap.History) > 0 {
		each(w, `,"history":`, ap.History, w.revision)
	}
	w.some(`,"departmentId":`, ap.DepartmentID)
	if ap.Source != nil {
		w.source(ap.Source)
	}
	if len(ap.Decided) > 0 {
		w.other(`,"decided":`, ap.Decided)
	}
	w.extra(ap.Extra)
	w.raw(`}`)
}

func (w *writer) question(q *Question) {
	w.text(`{"id":`, q.ID)
	w.text(`,"code":`, q.Code)
	w.text(`,"status":`, string(q.Status))
	w.some(`,"incomingDate":`, string(q.IncomingDate))
	w.some(`,"registrationDate":`, string(q.RegistrationDate))
	w.text(`,"responseDate":`, string(q.ResponseDate))
	if q.ActionsTaken != nil {
		w.flag(`,"actionsTaken":`, *q.ActionsTaken)
	}
	if q.Attachment != nil {
		w.attachment(q.Attachment)
	}
	each(w, `,"transfers":`, q.Transfers, w.transfer)
	w.extra(q.Extra)
	w.raw(`}`)
}

func (w *writer) attachment(a *Attachment) {
	w.text(`,"attachment":{"fileId":`, a.FileID)
	w.text(`,"name":`, a.Name)
	w.number(`,"size":`, a.Size)
	w.text(`,"sha256":`, a.SHA256)
	w.extra(a.Extra)
	w.raw(`}`)
}

func (w *writer) transfer(t *Transfer) {
	w.text(`{"id":`, t.ID)
	w.text(`,"departmentId":`, t.DepartmentID)
	w.text(`,"departmentName":`, t.DepartmentName)
	w.text(`,"transferDate":`, string(t.TransferDate))
	w.text(`,"transferNumber":`, t.TransferNumber)
	w.extra(t.Extra)
	w.raw(`}`)
}

func (w *writer) source(s *Source) {
	w.text(`,"source":{"file":`, s.File)
	w.text(`,"place":`, s.Place)
	w.text(`,"hash":`, s.Hash)
	w.some(`,"row":`, s.Row)
	if s.Nth != 0 {
		w.number(`,"nth":`, int64(s.Nth))
	}
	w.raw(`}`)
}

func (w *writer) revision(r *Revision) {
	w.time(`{"at":`, r.At)
	w.text(`,"who":`, r.Who)
	each(w, `,"changes":`, r.Changes, w.change)
	w.raw(`}`)
}

func (w *writer) change(c *FieldChange) {
	w.text(`{"field":`, c.Field)
	w.text(`,"from":`, c.From)
	w.text(`,"to":`, c.To)
	w.raw(`}`)
}
