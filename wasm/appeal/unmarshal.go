package appeal

import "encoding/json"

// Unmarshal decodes the JSON of an appeal as [json.Unmarshal] does, with its errors.
// Rows that this program wrote, nearly all, are read by the tables below, in WebAssembly
// nearly three times as fast: opening a register of 100,000 decodes them all. Any other
// JSON goes to encoding/json.
func Unmarshal(data []byte) (ap Appeal, err error) {
	err = ap.Read(data)
	return ap, err
}

// Read is [Unmarshal] into an empty appeal.
func (ap *Appeal) Read(data []byte) error {
	if readWritten(data, ap) {
		return nil
	}
	*ap = Appeal{}
	return json.Unmarshal(data, ap)
}

// readWritten decodes JSON that has exactly the form that Marshal writes: keys in
// order, no blanks, no unknown keys. It returns false for any other.
func readWritten(data []byte, ap *Appeal) bool {
	c := cursor{data: data}
	object(&c, appealMembers, ap)
	return !c.lost && c.at == len(data)
}

// member says how the value of a key is read. Tables of members are in the order of the
// struct's fields; a test compares them with the struct.
type member[T any] struct {
	key  string
	read func(*cursor, *T)
}

var appealMembers = []member[Appeal]{
	{"id", func(c *cursor, ap *Appeal) { ap.ID = c.text() }},
	{"rev", func(c *cursor, ap *Appeal) { ap.Rev = c.number() }},
	{"profileId", func(c *cursor, ap *Appeal) { ap.ProfileID = c.text() }},
	{"created", func(c *cursor, ap *Appeal) { ap.Created = c.time() }},
	{"modified", func(c *cursor, ap *Appeal) { ap.Modified = c.time() }},
	{"isDirect", func(c *cursor, ap *Appeal) { ap.IsDirect = c.flag() }},
	{"format", func(c *cursor, ap *Appeal) { ap.Format = Format(c.text()) }},
	{"number", func(c *cursor, ap *Appeal) { ap.Number = c.text() }},
	{"createDate", func(c *cursor, ap *Appeal) { ap.CreateDate = Date(c.text()) }},
	{"incomingDate", func(c *cursor, ap *Appeal) { ap.IncomingDate = Date(c.text()) }},
	{"registrationDate", func(c *cursor, ap *Appeal) { ap.RegistrationDate = Date(c.text()) }},
	{"name", func(c *cursor, ap *Appeal) { ap.Name = c.text() }},
	{"address", func(c *cursor, ap *Appeal) { ap.Address = c.text() }},
	{"email", func(c *cursor, ap *Appeal) { ap.Email = c.text() }},
	{"questions", func(c *cursor, ap *Appeal) { ap.Questions = list(c, questionMembers) }},
	{"text", func(c *cursor, ap *Appeal) { ap.Text = c.text() }},
	{"draft", func(c *cursor, ap *Appeal) { ap.Draft = c.flag() }},
	{"history", func(c *cursor, ap *Appeal) { ap.History = list(c, revisionMembers) }},
	{"departmentId", func(c *cursor, ap *Appeal) { ap.DepartmentID = c.text() }},
	{"source", func(c *cursor, ap *Appeal) { ap.Source = pointer(c, sourceMembers) }},
	{"decided", func(c *cursor, ap *Appeal) { c.other(&ap.Decided) }},
	{"extra", func(c *cursor, ap *Appeal) { c.other(&ap.Extra) }},
}

var questionMembers = []member[Question]{
	{"id", func(c *cursor, q *Question) { q.ID = c.text() }},
	{"code", func(c *cursor, q *Question) { q.Code = c.text() }},
	{"status", func(c *cursor, q *Question) { q.Status = c.status() }},
	{"incomingDate", func(c *cursor, q *Question) { q.IncomingDate = Date(c.text()) }},
	{"registrationDate", func(c *cursor, q *Question) { q.RegistrationDate = Date(c.text()) }},
	{"responseDate", func(c *cursor, q *Question) { q.ResponseDate = Date(c.text()) }},
	{"actionsTaken", func(c *cursor, q *Question) { taken := c.flag(); q.ActionsTaken = &taken }},
	{"attachment", func(c *cursor, q *Question) { q.Attachment = pointer(c, attachmentMembers) }},
	{"transfers", func(c *cursor, q *Question) { q.Transfers = list(c, transferMembers) }},
	{"extra", func(c *cursor, q *Question) { c.other(&q.Extra) }},
}

var transferMembers = []member[Transfer]{
	{"id", func(c *cursor, t *Transfer) { t.ID = c.text() }},
	{"departmentId", func(c *cursor, t *Transfer) { t.DepartmentID = c.text() }},
	{"departmentName", func(c *cursor, t *Transfer) { t.DepartmentName = c.text() }},
	{"transferDate", func(c *cursor, t *Transfer) { t.TransferDate = Date(c.text()) }},
	{"transferNumber", func(c *cursor, t *Transfer) { t.TransferNumber = c.text() }},
	{"extra", func(c *cursor, t *Transfer) { c.other(&t.Extra) }},
}

var attachmentMembers = []member[Attachment]{
	{"fileId", func(c *cursor, a *Attachment) { a.FileID = c.text() }},
	{"name", func(c *cursor, a *Attachment) { a.Name = c.text() }},
	{"size", func(c *cursor, a *Attachment) { a.Size = c.number() }},
	{"sha256", func(c *cursor, a *Attachment) { a.SHA256 = c.text() }},
	{"extra", func(c *cursor, a *Attachment) { c.other(&a.Extra) }},
}

var sourceMembers = []member[Source]{
	{"file", func(c *cursor, s *Source) { s.File = c.text() }},
	{"place", func(c *cursor, s *Source) { s.Place = c.text() }},
	{"hash", func(c *cursor, s *Source) { s.Hash = c.text() }},
	{"row", func(c *cursor, s *Source) { s.Row = c.text() }},
	{"nth", func(c *cursor, s *Source) { s.Nth = int(c.number()) }},
}

var revisionMembers = []member[Revision]{
	{"at", func(c *cursor, r *Revision) { r.At = c.time() }},
	{"who", func(c *cursor, r *Revision) { r.Who = c.text() }},
	{"changes", func(c *cursor, r *Revision) { r.Changes = list(c, changeMembers) }},
}

var changeMembers = []member[FieldChange]{
	{"field", func(c *cursor, f *FieldChange) { f.Field = c.text() }},
	{"from", func(c *cursor, f *FieldChange) { f.From = c.text() }},
	{"to", func(c *cursor, f *FieldChange) { f.To = c.text() }},
}
