package register

import (
	"math/bits"

	"rroform/wasm/appeal"
	"rroform/wasm/query"
)

// column says what a record is sorted by: keys are compared byte by byte. A
// verdict changes with the day, the format or the journal, not with the record.
type column struct {
	key     query.SortKey
	verdict bool
	of      func(*Register, *Record) string
}

// byModified has no keys: where keys are equal, the time of the last change
// decides.
var byModified = column{query.ByModified, false, func(*Register, *Record) string { return "" }}

var columns = []column{
	byModified,
	{query.ByNumber, false, func(_ *Register, f *Record) string { return query.NumberKey(f.Appeal.Number) }},
	{query.ByName, false, func(_ *Register, f *Record) string { return f.nameKey() }},
	{query.ByCreate, false, func(_ *Register, f *Record) string { return string(f.Appeal.CreateDate) }},
	{query.ByIncoming, false, func(_ *Register, f *Record) string { return string(f.Appeal.IncomingDate) }},
	{query.ByRegistration, false, func(_ *Register, f *Record) string { return string(f.Appeal.RegistrationDate) }},
	{query.ByMonth, false, func(a *Register, f *Record) string {
		m := a.index.months.values[f.month]
		return string([]byte{byte(m.Year >> 8), byte(m.Year), byte(m.Month)})
	}},
	{query.ByCodes, false, func(_ *Register, f *Record) string { return codesKey(&f.Appeal) }},
	{query.ByStatuses, false, func(_ *Register, f *Record) string { return statusesKey(&f.Appeal) }},
	{query.ByRecipients, false, func(_ *Register, f *Record) string {
		return query.NumberKey(query.Fold(recipientsOf(&f.Appeal)))
	}},
	{query.ByDraft, false, func(_ *Register, f *Record) string { return map[bool]string{true: "1"}[f.draft] }},
	{query.ByExported, true, func(a *Register, f *Record) string { return string(a.ExportState(f)) }},
	{query.ByFindings, true, func(a *Register, f *Record) string {
		if !f.Judged {
			a.Check(f, a.Env(f.Appeal.ProfileID))
		}
		return string([]byte{byte(f.Errors >> 8), byte(f.Errors), byte(f.Warnings >> 8), byte(f.Warnings)})
	}},
}

// columnOf returns the row of a key, byModified when it is unknown.
func columnOf(key query.SortKey) column {
	for _, c := range columns {
		if c.key == key {
			return c
		}
	}
	return byModified
}

func codesKey(ap *appeal.Appeal) string {
	key := ""
	for _, q := range ap.Questions {
		key += q.Code + " "
	}
	return key
}

// statusesKey orders by the table of statuses.
func statusesKey(ap *appeal.Appeal) string {
	key := ""
	for _, q := range ap.Questions {
		key += string(rune('a' + bits.Len32(statusBit(q.Status))))
	}
	return key
}
