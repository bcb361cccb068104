package register

import (
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/rules"
)

// Record are what the register asks of an appeal again and again, worked out
// once when it is saved or loaded. They are kept small and apart from the
// appeal: a view of 100,000 reads them all, and what it waits for is memory.
//
// Months, codes and recipients are numbers of the vocabularies of [index]: a
// filter decides once for each value, not once for each appeal.
type Record struct {
	*ledger.Record
	Findings  []rules.Finding
	checked   appeal.Date // the day the findings are of, "" = not checked
	EntryHash string      // see [Register.EntryHash], "" = not made
	compared  bool        // it is among App.dups
	doubled   bool        // … and was found to agree with another one

	folded   string   // see text
	more     *[]int32 // further codes, without repeats; nil = none
	sentTo   *[]int32 // recipients by their numbers, nil = sent on to nobody
	code     int32    // the first code, -1 = none
	month    int32
	statuses uint32 // bit i = a question has appeal.Statuses[i]
	missed   uint32 // the last query whose words were not all found, see index.ask
	shown    uint32 // the last view that took it, see [shown]

	Errors, Warnings uint16 // of the findings, when judged
	export           exportNo
	Judged           bool // findings are known and hold today
	direct, draft    bool
	Removed          bool // deleted, or another record stands in its place
}

// statusBit is the bit of a status in [facts].statuses, 0 = none of the table.
func statusBit(s appeal.Status) uint32 {
	for i := range appeal.Statuses {
		if appeal.Statuses[i].Status == s {
			return 1 << i
		}
	}
	return 0
}

func (x *index) factsOf(rec *ledger.Record) *Record {
	ap := &rec.Appeal
	f := &Record{Record: rec, month: x.months.number(appeal.ReportingMonth(ap)), code: -1, direct: ap.IsDirect,
		draft: ap.Draft}
	for i := range ap.Questions {
		q := &ap.Questions[i]
		f.statuses |= statusBit(q.Status)
		if q.Code == "" {
			continue
		}
		n := x.codes.number(q.Code)
		switch {
		case f.code < 0:
			f.code = n
		case n != f.code && !slices.Contains(f.others(), n):
			more := append(f.others(), n)
			f.more = &more
		}
	}
	eachRecipient(ap, func(t *appeal.Transfer) {
		sentTo := []int32{x.bodies.number(t.DepartmentName + query.FieldBreak + t.DepartmentID)}
		if f.sentTo != nil {
			sentTo = append(*f.sentTo, sentTo...)
		}
		f.sentTo = &sentTo
	})
	return f
}

// MonthOf is [appeal.ReportingMonth] of a record.
func (r *Register) MonthOf(rec *Record) appeal.Month { return r.index.months.values[rec.month] }

func (f *Record) others() []int32 {
	if f.more == nil {
		return nil
	}
	return *f.more
}
