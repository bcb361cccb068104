// Package appeal is the data model: a citizen's appeal (обращение) to a state or
// municipal body, with its questions, and the body itself. All other packages build on
// it; it imports only the small packages layout and pattern. Its functions have no
// state; whoever shares an [Appeal] between goroutines must lock.
//
// Field names in the archive are the portal's (schemas/FORMAT.md, "Appeal" and
// "Question"). Labels on the screen are those of the older program ЛАРМ, see [Fields].
package appeal

import (
	"encoding/json"
	"time"
)

// Format is the channel by which an appeal came (schemas/FORMAT.md, "Appeal", format).
type Format string

// The two values of [Format]. Electronic means: sent by another body through МЭДО, the
// electronic mail between bodies. Other is any other channel, and any direct appeal.
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

// Label returns ЛАРМ's word for the format, or its value if it is unknown.
func (f Format) Label() string {
	for _, row := range Formats {
		if row.Value == f {
			return row.Label
		}
	}
	return string(f)
}

// Appeal is one appeal (обращение) in the register. It contains what was typed, also if
// it is wrong: rules report errors, nothing is discarded.
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
	// Dates of all questions, entered once. The archive repeats them in each question.
	IncomingDate     Date       `json:"incomingDate"`
	RegistrationDate Date       `json:"registrationDate"`
	Name             string     `json:"name"`
	Address          string     `json:"address"`
	Email            string     `json:"email"`
	Questions        []Question `json:"questions"`

	// Text is the text of the appeal, stored only if the clerk wants it. Codes are
	// suggested from it. It never goes into an archive.
	Text string `json:"text,omitempty"`

	Draft   bool       `json:"draft"`             // «Черновик (не выгружать)»: held back (B-28)
	History []Revision `json:"history,omitempty"` // what was changed, oldest first

	DepartmentID string  `json:"departmentId,omitempty"` // of an opened archive's entry; "" = the profile's
	Source       *Source `json:"source,omitempty"`       // nil = entered by hand
	// Decided holds the content hashes of states that a merge has compared with this one
	// and rejected. If one of them is offered again, it counts as older.
	Decided []string `json:"decided,omitempty"`
	Extra   Extra    `json:"extra,omitempty"`
}

// Extra holds the unknown keys that another program wrote, with their JSON text, so
// that they can be written again unchanged.
type Extra map[string]json.RawMessage

// Source is where an appeal was imported from.
type Source struct {
	File  string `json:"file"`  // the file name
	Place string `json:"place"` // place in the file: name of the entry, or «строка 12» (line 12)
	Hash  string `json:"hash"`  // [Appeal.ContentHash] at the import; equal to the present one = not changed since
	// Row is the key of the stored original entry if it is not the appeal's id. Nth is
	// the place in that row if it holds several entries.
	Row string `json:"row,omitempty"`
	Nth int    `json:"nth,omitempty"`
}

// Question is one question (вопрос) of an appeal with its own code and status (B-16, B-17).
type Question struct {
	ID     string `json:"id"` // UUID inside the register, not exported
	Code   string `json:"code"`
	Status Status `json:"status"`

	// Dates of an imported question that differ from the appeal's; "" = the appeal's.
	IncomingDate     Date `json:"incomingDate,omitempty"`
	RegistrationDate Date `json:"registrationDate,omitempty"`

	ResponseDate Date        `json:"responseDate"`
	ActionsTaken *bool       `json:"actionsTaken,omitempty"` // «Меры приняты»; nil = not answered
	Attachment   *Attachment `json:"attachment,omitempty"`
	Transfers    []Transfer  `json:"transfers"`
	Extra        Extra       `json:"extra,omitempty"`
}

// Transfer is one body to which a question was forwarded (B-24, B-25).
type Transfer struct {
	ID             string `json:"id"` // UUID inside the register, not exported
	DepartmentID   string `json:"departmentId"`
	DepartmentName string `json:"departmentName"` // for the user, not exported
	TransferDate   Date   `json:"transferDate"`
	TransferNumber string `json:"transferNumber"`
	Extra          Extra  `json:"extra,omitempty"`
}

// Blank reports whether nothing was filled in.
func (t *Transfer) Blank() bool {
	return t.DepartmentID == "" && t.DepartmentName == "" && t.TransferDate == "" && t.TransferNumber == ""
}

// Attachment describes an answer file. Its bytes are stored in table files under
// FileID.
type Attachment struct {
	FileID string `json:"fileId"`
	Name   string `json:"name"`
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
	Extra  Extra  `json:"extra,omitempty"`
}

// Arrived returns the date of arrival of a question: its own or the appeal's.
func (ap *Appeal) Arrived(q *Question) Date {
	if q.IncomingDate != "" {
		return q.IncomingDate
	}
	return ap.IncomingDate
}

// Registered returns the date of registration of a question: its own or the appeal's.
func (ap *Appeal) Registered(q *Question) Date {
	if q.RegistrationDate != "" {
		return q.RegistrationDate
	}
	return ap.RegistrationDate
}
