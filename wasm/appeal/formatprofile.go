package appeal

import "strings"

// FormatProfile holds every unconfirmed fact about the archive format, as data that a
// user can replace by a file (schemas/FORMAT.md, "Format profile";
// schemas/profile.schema.json).
type FormatProfile struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Source  string `json:"source"`

	CreateDateOfDirect CreateDateForm `json:"createDateOfDirect"`
	Extended           ExtendedForm   `json:"extended"`
	Recipients         RecipientsForm `json:"recipients"`
	FileRule           FileRule       `json:"fileRule"`
	Extensions         []string       `json:"extensions"` // allowed for answer files, lower case with the dot
	// The base64 of an answer file must have fewer characters than this.
	MaxFileBase64 int64      `json:"maxFileBase64"`
	MaxPartBytes  int64      `json:"maxPartBytes"` // the largest part of an archive
	ZeroReport    ZeroReport `json:"zeroReport"`
	// Levels overrides the level of single rules, by rule code.
	Levels map[string]Level `json:"levels,omitempty"`
}

// CreateDateForm says what createDate is in a direct appeal without a document date.
type CreateDateForm string

// ExtendedForm is how «Рассмотрение продлено» is written.
type ExtendedForm string

// RecipientsForm is how a question sent to several bodies is written.
type RecipientsForm string

// FileRule says for which appeals answer files go into the archive.
type FileRule string

// Values of the switches of [FormatProfile].
const (
	CreateDateArrival CreateDateForm = "arrival"
	CreateDateNone    CreateDateForm = "none"

	ExtendedFlag   ExtendedForm = "isExtend"       // InWork with isExtend: true
	ExtendedStatus ExtendedForm = "InWorkExtended" // a status of its own

	QuestionPerRecipient RecipientsForm = "questionPerRecipient"
	TransferList         RecipientsForm = "transferList" // "transfer" becomes an array

	FilesNever  FileRule = "never"
	FilesA26    FileRule = "a26"
	FilesAlways FileRule = "always"
)

// ZeroReport is the template of «За указанный месяц обращения не поступали».
// Placeholders: "{year}" and "{month}" as whole JSON strings become numbers;
// {yyyy}, {MM}, {M}, {lastDay} and {departmentId} are replaced inside strings.
type ZeroReport struct {
	Template  string `json:"template"`
	Confirmed bool   `json:"confirmed"` // someone saw the portal accept this format
	Source    string `json:"source"`
}

// FromAdministration reports whether the number begins with А26, in Cyrillic
// or Latin letters: an appeal sent by the Administration of the President,
// the only kind whose answer files the portal keeps (B-40, 001:127).
func FromAdministration(number string) bool {
	n := strings.ToUpper(strings.TrimSpace(number))
	return strings.HasPrefix(n, "А26") || strings.HasPrefix(n, "A26")
}

// TakesFile reports whether the answer file of an appeal with this number goes
// into the archive under the profile's file rule.
func (f *FormatProfile) TakesFile(number string) bool {
	switch f.FileRule {
	case FilesAlways:
		return true
	case FilesA26:
		return FromAdministration(number)
	}
	return false
}
