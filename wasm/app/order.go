package app

import (
	"cmp"
	"encoding/binary"
	"iter"
	"math/bits"
	"slices"
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
	of      func(*App, *record) string
}

var columns = []column{
	{ByModified, false, func(*App, *record) string { return "" }}, // which is what equal keys are ordered by
	{ByNumber, false, func(_ *App, r *record) string { return numberKey(r.appeal.Number) }},
	{ByName, false, func(_ *App, r *record) string { return r.nameKey() }},
	{ByCreate, false, func(_ *App, r *record) string { return string(r.appeal.CreateDate) }},
	{ByIncoming, false, func(_ *App, r *record) string { return string(r.appeal.IncomingDate) }},
	{ByRegistration, false, func(_ *App, r *record) string { return string(r.appeal.RegistrationDate) }},
	{ByMonth, false, func(a *App, r *record) string { return a.index.months.values[r.facts.month].String() }},
	{ByCodes, false, func(_ *App, r *record) string { return codesKey(&r.appeal) }},
	{ByStatuses, false, func(_ *App, r *record) string { return statusesKey(&r.appeal) }},
	{ByRecipients, false, func(_ *App, r *record) string { return fold(recipientsOf(&r.appeal)) }},
	{ByDraft, false, func(_ *App, r *record) string { return map[bool]string{true: "1"}[r.appeal.Draft] }},
	{ByExported, true, func(a *App, r *record) string { return string(a.exportState(r)) }},
	{ByFindings, true, func(a *App, r *record) string {
		a.check(r, a.env(r.appeal.ProfileID))
		return string(binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(nil, r.facts.errors), r.facts.warnings))
	}},
}

// columnOf returns the row of a key; the time of the last change when it is
// unknown.
func columnOf(key SortKey) column {
	for _, c := range columns {
		if c.key == key {
			return c
		}
	}
	return columns[0]
}

// in yields the records in an order. Equal keys stand by the time of the last
// change and the id, so that paging never shows a row twice.
func (l *list) in(a *App, key SortKey, desc bool) iter.Seq[*facts] {
	order := l.order(a, columnOf(key))
	if desc {
		return func(yield func(*facts) bool) {
			for i := len(order) - 1; i >= 0 && yield(order[i]); i-- {
			}
		}
	}
	return slices.Values(order)
}

// place is a record with its key; short keys are compared as one number.
type place struct {
	start uint64 // the first eight bytes of key
	key   string
	age   int // among records with equal keys
	of    *facts
}

func newPlace(key string, age int, of *facts) place {
	var start [8]byte
	copy(start[:], key)
	return place{binary.BigEndian.Uint64(start[:]), key, age, of}
}

func (l *list) order(a *App, c column) []*facts {
	if order, known := l.orders[c.key]; known {
		return order
	}
	var order []*facts
	if c.key == ByModified {
		order = slices.Clone(l.all)
		slices.SortFunc(order, byAge)
	} else {
		byModified := l.order(a, columns[0])
		places := make([]place, len(byModified))
		for i, f := range byModified {
			places[i] = newPlace(c.of(a, f.rec), i, f)
		}
		slices.SortFunc(places, func(x, y place) int {
			if x.start != y.start {
				return cmp.Compare(x.start, y.start)
			}
			return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.age, y.age))
		})
		order = make([]*facts, len(places))
		for i := range places {
			order[i] = places[i].of
		}
	}
	l.orders[c.key] = order
	return order
}

func byAge(x, y *facts) int {
	return cmp.Or(x.rec.appeal.Modified.Compare(y.rec.appeal.Modified), cmp.Compare(x.rec.appeal.ID, y.rec.appeal.ID))
}

// insert puts a few records into an order.
func (a *App) insert(key SortKey, order, added []*facts) []*facts {
	c := columnOf(key)
	compare := func(x, y *facts) int { return cmp.Or(cmp.Compare(c.of(a, x.rec), c.of(a, y.rec)), byAge(x, y)) }
	added = slices.SortedFunc(slices.Values(added), compare)
	out := make([]*facts, 0, len(order)+len(added))
	for _, f := range added {
		at, _ := slices.BinarySearchFunc(order, f, compare)
		out = append(append(out, order[:at]...), f)
		order = order[at:]
	}
	return append(out, order...)
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
