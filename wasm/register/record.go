package register

import (
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/rules"
)

// Record has a stored appeal and what was derived from it: codes, month, statuses and recipients when it is saved or
// loaded, findings and the rest at first use. It is small, because a view of 100,000 appeals visits all records, and
// memory access takes most of the time.
//
// Months, codes and recipients are numbers in the vocabularies of [index], so that a filter is evaluated once for
// each value and not for each appeal.
type Record struct {
	*ledger.Record
	Findings     []rules.Finding
	checked      appeal.Date // the day of the findings, "" = not checked
	EntryHash    string      // see [Register.EntryHash], "" = not computed
	compared     bool        // it is in [duplicates]
	hasDuplicate bool        // … and has a key in common with another record

	folded     string   // see [Record.text]
	moreCodes  *[]int32 // numbers of further codes, each once; nil = none. A pointer is smaller than a slice
	recipients *[]int32 // numbers of the recipients; nil = none
	code       int32    // number of the first code, -1 = none
	month      int32    // number of the reporting month
	statuses   uint32   // bit i: a question has appeal.Statuses[i]
	noMatch    uint32   // the last query that did not match, see [index.numberQuery]
	viewNo     uint32   // the last view that contained the record, see [lastView]

	Errors, Warnings uint16 // numbers of findings, if Judged
	export           exportNo
	Judged           bool // Findings are those of today
	direct, draft    bool
	Removed          bool // deleted, or replaced by another record
}

// statusBit is the bit of a status in Record.statuses, 0 = the status is not in [appeal.Statuses].
func statusBit(s appeal.Status) uint32 {
	for i := range appeal.Statuses {
		if appeal.Statuses[i].Status == s {
			return 1 << i
		}
	}
	return 0
}

func (x *index) newRecord(stored *ledger.Record) *Record {
	ap := &stored.Appeal
	rec := &Record{Record: stored, month: x.months.number(appeal.ReportingMonth(ap)), code: -1, direct: ap.IsDirect,
		draft: ap.Draft}
	for i := range ap.Questions {
		q := &ap.Questions[i]
		rec.statuses |= statusBit(q.Status)
		if q.Code == "" {
			continue
		}
		n := x.codes.number(q.Code)
		switch {
		case rec.code < 0:
			rec.code = n
		case n != rec.code && !slices.Contains(rec.otherCodes(), n):
			more := append(rec.otherCodes(), n)
			rec.moreCodes = &more
		}
	}
	eachRecipient(ap, func(t *appeal.Transfer) {
		numbers := []int32{x.bodies.number(t.DepartmentName + query.FieldBreak + t.DepartmentID)}
		if rec.recipients != nil {
			numbers = append(*rec.recipients, numbers...)
		}
		rec.recipients = &numbers
	})
	return rec
}

// MonthOf returns [appeal.ReportingMonth] of a record without deriving it again.
func (r *Register) MonthOf(rec *Record) appeal.Month { return r.index.months.values[rec.month] }

func (rec *Record) otherCodes() []int32 {
	if rec.moreCodes == nil {
		return nil
	}
	return *rec.moreCodes
}
