package appeal

import "time"

// The JSON of an appeal, as encoding/json would read and write it: the key and
// the place of every field, in the order of the struct's. A test holds the
// tables against the structs and their tags.

var appealMembers = []member[Appeal]{
	text("id", func(ap *Appeal) *string { return &ap.ID }),
	number("rev", func(ap *Appeal) *int64 { return &ap.Rev }),
	text("profileId", func(ap *Appeal) *string { return &ap.ProfileID }),
	moment("created", func(ap *Appeal) *time.Time { return &ap.Created }),
	moment("modified", func(ap *Appeal) *time.Time { return &ap.Modified }),
	flag("isDirect", func(ap *Appeal) *bool { return &ap.IsDirect }),
	text("format", func(ap *Appeal) *Format { return &ap.Format }),
	text("number", func(ap *Appeal) *string { return &ap.Number }),
	text("createDate", func(ap *Appeal) *Date { return &ap.CreateDate }),
	text("incomingDate", func(ap *Appeal) *Date { return &ap.IncomingDate }),
	text("registrationDate", func(ap *Appeal) *Date { return &ap.RegistrationDate }),
	text("name", func(ap *Appeal) *string { return &ap.Name }),
	text("address", func(ap *Appeal) *string { return &ap.Address }),
	text("email", func(ap *Appeal) *string { return &ap.Email }),
	list("questions", questionMembers, func(ap *Appeal) *[]Question { return &ap.Questions }),
	text("text", func(ap *Appeal) *string { return &ap.Text }).omitted(),
	flag("draft", func(ap *Appeal) *bool { return &ap.Draft }),
	list("history", revisionMembers, func(ap *Appeal) *[]Revision { return &ap.History }).omitted(),
	text("departmentId", func(ap *Appeal) *string { return &ap.DepartmentID }).omitted(),
	pointer("source", sourceMembers, func(ap *Appeal) **Source { return &ap.Source }),
	texts("decided", func(ap *Appeal) *[]string { return &ap.Decided }),
	extra("extra", func(ap *Appeal) *Extra { return &ap.Extra }),
}

var questionMembers = []member[Question]{
	text("id", func(q *Question) *string { return &q.ID }),
	text("code", func(q *Question) *string { return &q.Code }),
	status("status", func(q *Question) *Status { return &q.Status }),
	text("incomingDate", func(q *Question) *Date { return &q.IncomingDate }).omitted(),
	text("registrationDate", func(q *Question) *Date { return &q.RegistrationDate }).omitted(),
	text("responseDate", func(q *Question) *Date { return &q.ResponseDate }),
	some("actionsTaken", func(q *Question) **bool { return &q.ActionsTaken }),
	pointer("attachment", attachmentMembers, func(q *Question) **Attachment { return &q.Attachment }),
	list("transfers", transferMembers, func(q *Question) *[]Transfer { return &q.Transfers }),
	extra("extra", func(q *Question) *Extra { return &q.Extra }),
}

var transferMembers = []member[Transfer]{
	text("id", func(t *Transfer) *string { return &t.ID }),
	text("departmentId", func(t *Transfer) *string { return &t.DepartmentID }),
	text("departmentName", func(t *Transfer) *string { return &t.DepartmentName }),
	text("transferDate", func(t *Transfer) *Date { return &t.TransferDate }),
	text("transferNumber", func(t *Transfer) *string { return &t.TransferNumber }),
	extra("extra", func(t *Transfer) *Extra { return &t.Extra }),
}

var attachmentMembers = []member[Attachment]{
	text("fileId", func(a *Attachment) *string { return &a.FileID }),
	text("name", func(a *Attachment) *string { return &a.Name }),
	number("size", func(a *Attachment) *int64 { return &a.Size }),
	text("sha256", func(a *Attachment) *string { return &a.SHA256 }),
	extra("extra", func(a *Attachment) *Extra { return &a.Extra }),
}

var sourceMembers = []member[Source]{
	text("file", func(s *Source) *string { return &s.File }),
	text("place", func(s *Source) *string { return &s.Place }),
	text("hash", func(s *Source) *string { return &s.Hash }),
	text("row", func(s *Source) *string { return &s.Row }).omitted(),
}

var revisionMembers = []member[Revision]{
	moment("at", func(r *Revision) *time.Time { return &r.At }),
	text("who", func(r *Revision) *string { return &r.Who }),
	list("changes", changeMembers, func(r *Revision) *[]FieldChange { return &r.Changes }),
}

var changeMembers = []member[FieldChange]{
	text("field", func(f *FieldChange) *string { return &f.Field }),
	text("from", func(f *FieldChange) *string { return &f.From }),
	text("to", func(f *FieldChange) *string { return &f.To }),
}
