package app

import (
	"math/bits"
	"strings"

	"rroform/wasm/appeal"
)

// SortKey is a column of the register.
type SortKey string

// The columns that can be sorted by.
const (
	ByModified     SortKey = "modified"
	ByNumber       SortKey = "number"
	ByName         SortKey = "name"
	ByCreate       SortKey = "createDate"
	ByIncoming     SortKey = "incomingDate"
	ByRegistration SortKey = "registrationDate"
	ByMonth        SortKey = "month"
	ByCodes        SortKey = "codes"
	ByStatuses     SortKey = "statuses"
	ByRecipients   SortKey = "recipients"
	ByDraft        SortKey = "draft"
	ByExported     SortKey = "exported"
	ByFindings     SortKey = "findings"
)

// column says what a record is sorted by: keys are compared byte by byte. A
// verdict changes with the day, the format or the journal, not with the record.
type column struct {
	key     SortKey
	verdict bool
	of      func(*App, *facts) string
}

// byModified has no keys: where keys are equal, the time of the last change
// decides.
var byModified = column{ByModified, false, func(*App, *facts) string { return "" }}

var columns = []column{
	byModified,
	{ByNumber, false, func(_ *App, f *facts) string { return numberKey(f.appeal.Number) }},
	{ByName, false, func(_ *App, f *facts) string { return f.nameKey() }},
	{ByCreate, false, func(_ *App, f *facts) string { return string(f.appeal.CreateDate) }},
	{ByIncoming, false, func(_ *App, f *facts) string { return string(f.appeal.IncomingDate) }},
	{ByRegistration, false, func(_ *App, f *facts) string { return string(f.appeal.RegistrationDate) }},
	{ByMonth, false, func(a *App, f *facts) string {
		m := a.index.months.values[f.month]
		return string([]byte{byte(m.Year >> 8), byte(m.Year), byte(m.Month)})
	}},
	{ByCodes, false, func(_ *App, f *facts) string { return codesKey(&f.appeal) }},
	{ByStatuses, false, func(_ *App, f *facts) string { return statusesKey(&f.appeal) }},
	{ByRecipients, false, func(_ *App, f *facts) string { return numberKey(fold(recipientsOf(&f.appeal))) }},
	{ByDraft, false, func(_ *App, f *facts) string { return map[bool]string{true: "1"}[f.draft] }},
	{ByExported, true, func(a *App, f *facts) string { return string(a.exportState(f)) }},
	{ByFindings, true, func(a *App, f *facts) string {
		if !f.judged {
			a.check(f, a.env(f.appeal.ProfileID))
		}
		return string([]byte{byte(f.errors >> 8), byte(f.errors), byte(f.warnings >> 8), byte(f.warnings)})
	}},
}

// columnOf returns the row of a key, byModified when it is unknown.
func columnOf(key SortKey) column {
	for _, c := range columns {
		if c.key == key {
			return c
		}
	}
	return byModified
}

// numberKey makes "9-ОГ" stand before "10-ОГ": a run of digits begins with its
// length, and zeros before it do not count.
func numberKey(number string) string {
	var key []byte
	for number != "" {
		run := number[:len(number)-len(strings.TrimLeft(number, "0123456789"))]
		if run == "" {
			key = append(key, number[0])
			number = number[1:]
			continue
		}
		number = number[len(run):]
		run = strings.TrimLeft(run, "0")
		key = append(key, '0', byte(len(run)>>8), byte(len(run)))
		key = append(key, run...)
	}
	return string(key)
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
