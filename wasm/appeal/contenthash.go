package appeal

import (
	"crypto/sha256"
	"encoding/hex"
)

// ContentHash returns the SHA-256 of the content of an appeal, without ids, revision,
// times, history, names that are only for the user, and the ids of answer files. Two
// appeals with equal content hashes give equal entries in an archive.
//
// Content hashes are stored with records and are in hand-over files, which may be read by
// another version of the program. So they must never change for the same content. They
// are made from an explicit list of fields, version 1, not from the struct. A new field
// that belongs to the content must be left out while it has its zero value, for example
// with [writer.some].
func (ap *Appeal) ContentHash() string {
	w := writer{out: make([]byte, 0, 2<<10)}
	w.content1(ap)
	if w.lost {
		return "" // an unknown key holds no JSON; and "" equals no content hash
	}
	sum := sha256.Sum256(w.out)
	return hex.EncodeToString(sum[:])
}

// content1 writes the fields that count, version 1. The constant parts are from the
// JSON of the first version of the program and must not change.
func (w *writer) content1(ap *Appeal) {
	w.raw(`{"id":"","rev":0,"profileId":"","created":"0001-01-01T00:00:00Z","modified":"0001-01-01T00:00:00Z"`)
	w.flag(`,"isDirect":`, ap.IsDirect)
	w.text(`,"format":`, string(ap.Format))
	w.text(`,"number":`, ap.Number)
	w.text(`,"createDate":`, string(ap.CreateDate))
	w.text(`,"incomingDate":`, string(ap.IncomingDate))
	w.text(`,"registrationDate":`, string(ap.RegistrationDate))
	w.text(`,"name":`, ap.Name)
	w.text(`,"address":`, ap.Address)
	w.text(`,"email":`, ap.Email)
	each(w, `,"questions":`, ap.Questions, w.saysQuestion1)
	w.raw(`,"draft":false`)
	w.extra(ap.Extra)
	w.raw(`}`)
}

func (w *writer) saysQuestion1(q *Question) {
	w.raw(`{"id":""`)
	w.text(`,"code":`, q.Code)
	w.text(`,"status":`, string(q.Status))
	w.some(`,"incomingDate":`, string(q.IncomingDate))
	w.some(`,"registrationDate":`, string(q.RegistrationDate))
	w.text(`,"responseDate":`, string(q.ResponseDate))
	if q.ActionsTaken != nil {
		w.flag(`,"actionsTaken":`, *q.ActionsTaken)
	}
	if a := q.Attachment; a != nil {
		w.raw(`,"attachment":{"fileId":""`)
		w.text(`,"name":`, a.Name)
		w.number(`,"size":`, a.Size)
		w.text(`,"sha256":`, a.SHA256)
		w.extra(a.Extra)
		w.raw(`}`)
	}
	if len(q.Transfers) == 0 {
		w.raw(`,"transfers":null`)
	} else {
		each(w, `,"transfers":`, q.Transfers, w.saysTransfer1)
	}
	w.extra(q.Extra)
	w.raw(`}`)
}

func (w *writer) saysTransfer1(t *Transfer) {
	w.raw(`{"id":""`)
	w.text(`,"departmentId":`, t.DepartmentID)
	w.raw(`,"departmentName":""`)
	w.text(`,"transferDate":`, string(t.TransferDate))
	w.text(`,"transferNumber":`, t.TransferNumber)
	w.extra(t.Extra)
	w.raw(`}`)
}
