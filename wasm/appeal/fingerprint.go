package appeal

import (
	"crypto/sha256"
	"encoding/hex"
)

// Fingerprint is the SHA-256 of what an appeal says: ids, revision, times,
// history and names that are only for people do not count, nor where the bytes
// of an answer file are kept. Two appeals with the same fingerprint are the
// same to the portal, whatever the format profile.
//
// Fingerprints are stored with records and travel to colleagues, who may have
// another version of the program. So they are made of an explicit list of
// fields, version 1, and not of the struct: what [Marshal] does later changes
// none of them. A field that is new and that counts is added by [writer.some],
// or is left out in another way while it has its zero value.
func (ap *Appeal) Fingerprint() string {
	w := writer{out: make([]byte, 0, 2<<10)}
	w.says1(ap)
	if w.lost {
		return "" // an unknown key holds no JSON; and "" equals no fingerprint
	}
	sum := sha256.Sum256(w.out)
	return hex.EncodeToString(sum[:])
}

// says1 writes what counts. The constant parts are those of a row of the first
// version, whose fields did not count: they must stay as they are.
func (w *writer) says1(ap *Appeal) {
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
