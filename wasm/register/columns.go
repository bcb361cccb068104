package register

import (
	"math/bits"

	"rroform/wasm/appeal"
	"rroform/wasm/query"
)

// column is a column that the register can be sorted by. Keys are compared byte by byte. The key of a volatile
// column also changes with the day, the format profile or the journal, while the record stays the same.
type column struct {
	key      query.SortKey
	volatile bool
	keyOf    func(*Register, *Record) string
}

// byModified has equal keys, because equal keys are ordered by the time of the last change.
var byModified = column{query.ByModified, false, func(*Register, *Record) string { return "" }}

var columns = []column{
	byModified,
	{query.ByNumber, false, func(_ *Register, rec *Record) string { return query.NumberKey(rec.Appeal.Number) }},
	{query.ByName, false, func(_ *Register, rec *Record) string { return rec.nameKey() }},
	{query.ByCreate, false, func(_ *Register, rec *Record) string { return string(rec.Appeal.CreateDate) }},
	{query.ByIncoming, false, func(_ *Register, rec *Record) string { return string(rec.Appeal.IncomingDate) }},
	{query.ByRegistration, false, func(_ *Register, rec *Record) string { return string(rec.Appeal.RegistrationDate) }},
	{query.ByMonth, false, func(r *Register, rec *Record) string {
		m := r.index.months.values[rec.month]
		return string([]byte{byte(m.Year >> 8), byte(m.Year), byte(m.Month)})
	}},
	{query.ByCodes, false, func(_ *Register, rec *Record) string { return codesKey(&rec.Appeal) }},
	{query.ByStatuses, false, func(_ *Register, rec *Record) string { return statusesKey(&rec.Appeal) }},
	{query.ByRecipients, false, func(_ *Register, rec *Record) string {
		return query.NumberKey(query.Fold(recipientsOf(&rec.Appeal)))
	}},
	{query.ByDraft, false, func(_ *Register, rec *Record) string { return map[bool]string{true: "1"}[rec.draft] }},
	{query.ByExported, true, func(r *Register, rec *Record) string { return string(r.ExportState(rec)) }},
	{query.ByFindings, true, func(r *Register, rec *Record) string {
		if !rec.Judged {
			r.Check(rec, r.Env(rec.Appeal.ProfileID))
		}
		return string([]byte{byte(rec.Errors >> 8), byte(rec.Errors), byte(rec.Warnings >> 8), byte(rec.Warnings)})
	}},
}

// columnOf returns the column with a key, or byModified if there is none.
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

// statusesKey orders statuses as [appeal.Statuses] does.
func statusesKey(ap *appeal.Appeal) string {
	key := ""
	for _, q := range ap.Questions {
		key += string(rune('a' + bits.Len32(statusBit(q.Status))))
	}
	return key
}
