// Package appeal is the model: what a clerk enters and what every other
// package speaks about. It imports nothing of ours, so that rules, archive,
// store and screens can all lean on it.
//
// Field names in the archive are the portal's (schemas/FORMAT.md, "Appeal" and
// "Question"). The labels a person sees are ЛАРМ's: see [Fields].
package appeal

import (
	"encoding/json"
	"time"
)

// Format says how an appeal came to the body (schemas/FORMAT.md, "Appeal", format).
type Format string

// The two values of [Format]. Electronic means: sent by another body through
// МЭДО; Other is every other channel, and any direct appeal.
const (
	Electronic Format = "Electronic"
	Other      Format = "Other"
)

// FormatInfo is one row of [Formats].
type FormatInfo struct {
	Value Format `json:"value"`
	Label string `json:"label"`
}

// Formats lists the formats with ЛАРМ's labels, the usual one first.
var Formats = []FormatInfo{{Other, "Другое"}, {Electronic, "Электронный (МЭДО)"}}

// Label returns ЛАРМ's word for the format, or its value when it is unknown.
func (f Format) Label() string {
	for _, row := range Formats {
		if row.Value == f {
			return row.Label
		}
	}
	return string(f)
}

// Appeal is one обращение as the register keeps it. It holds what was typed,
// also when it is wrong: findings speak about it, nothing is thrown away.
type Appeal struct {
	ID        string    `json:"id"`        // UUID; also the entry's name in the archive
	Rev       int64     `json:"rev"`       // the store's revision; 0 = not stored yet
	ProfileID string    `json:"profileId"` // the body that reports it, see [Profile]
	Created   time.Time `json:"created"`   // first save, UTC
	Modified  time.Time `json:"modified"`  // last save, UTC

	IsDirect   bool   `json:"isDirect"`
	Format     Format `json:"format"`
	Number     string `json:"number"`
	CreateDate Date   `json:"createDate"` // «Дата документа по обращению»
	// Entered once for all questions, although the archive repeats them in each.
	IncomingDate     Date       `json:"incomingDate"`
	RegistrationDate Date       `json:"registrationDate"`
	Name             string     `json:"name"`
	Address          string     `json:"address"`
	Email            string     `json:"email"`
	Questions        []Question `json:"questions"`

	// Text is the appeal's own text, kept only if the clerk wants it: codes are
	// suggested by it. It never goes into an archive.
	Text string `json:"text,omitempty"`

	Draft   bool       `json:"draft"`             // «Черновик (не выгружать)»: held back (B-28)
	History []Revision `json:"history,omitempty"` // what was changed, oldest first

	DepartmentID string  `json:"departmentId,omitempty"` // of an opened archive's entry; "" = the profile's
	Source       *Source `json:"source,omitempty"`       // nil = entered by hand
	// Decided holds the fingerprints of states that a merge held against this
	// one and left behind: met again, they are old news and no conflict.
	Decided []string `json:"decided,omitempty"`
	Extra   Extra    `json:"extra,omitempty"`
}

// Extra holds what another program wrote beside the known keys, as it stood
// there: nothing unknown is dropped.
type Extra map[string]json.RawMessage

// Source says where an appeal was taken in from.
type Source struct {
	File  string `json:"file"`  // its name
	Place string `json:"place"` // in it: name of the entry, «строка 12»
	Hash  string `json:"hash"`  // [Appeal.Fingerprint] when it was taken in: equal to today's = not touched since
	// Row is the key of the entry as it came where it is not the appeal's own id;
	// Nth its place where the row holds several.
	Row string `json:"row,omitempty"`
	Nth int    `json:"nth,omitempty"`
}

// Question is one вопрос of an appeal with its own code and outcome (B-16, B-17).
type Question struct {
	ID     string `json:"id"` // UUID inside the register, not exported
	Code   string `json:"code"`
	Status Status `json:"status"`

	// Own dates of a question that came from an archive where they differ from
	// the appeal's; "" = those of the appeal.
	IncomingDate     Date `json:"incomingDate,omitempty"`
	RegistrationDate Date `json:"registrationDate,omitempty"`

	ResponseDate Date        `json:"responseDate"`
	ActionsTaken *bool       `json:"actionsTaken,omitempty"` // «Меры приняты»; nil = not answered
	Attachment   *Attachment `json:"attachment,omitempty"`
	Transfers    []Transfer  `json:"transfers"`
	Extra        Extra       `json:"extra,omitempty"`
}

// Transfer is one recipient of a question sent on (B-24, B-25).
type Transfer struct {
	ID             string `json:"id"` // UUID inside the register, not exported
	DepartmentID   string `json:"departmentId"`
	DepartmentName string `json:"departmentName"` // for people, not exported
	TransferDate   Date   `json:"transferDate"`
	TransferNumber string `json:"transferNumber"`
	Extra          Extra  `json:"extra,omitempty"`
}

// Blank reports whether nothing was filled in.
func (t *Transfer) Blank() bool {
	return t.DepartmentID == "" && t.DepartmentName == "" && t.TransferDate == "" && t.TransferNumber == ""
}

// Attachment describes an answer file. Its bytes are kept apart from the
// record, under FileID.
type Attachment struct {
	FileID string `json:"fileId"`
	Name   string `json:"name"`
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
	Extra  Extra  `json:"extra,omitempty"`
}

// Arrived is the date of arrival that holds for a question of the appeal.
func (ap *Appeal) Arrived(q *Question) Date {
	if q.IncomingDate != "" {
		return q.IncomingDate
	}
	return ap.IncomingDate
}

// Registered is the date of registration that holds for a question of the appeal.
func (ap *Appeal) Registered(q *Question) Date {
	if q.RegistrationDate != "" {
		return q.RegistrationDate
	}
	return ap.RegistrationDate
}
