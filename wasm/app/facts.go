package app

import (
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// facts are what the register asks of an appeal again and again, worked out
// once when it is saved or loaded. They are kept small and apart from the
// appeal: a view of 100,000 reads them all, and what it waits for is memory.
//
// Months and codes are numbers of [index].months and codes: a filter decides
// once for each value, not once for each appeal.
type facts struct {
	rec      *record
	more     []int32 // further codes, without repeats
	code     int32   // the first code, -1 = none
	month    int32
	statuses uint32 // bit i = a question has appeal.Statuses[i]

	errors, warnings uint16 // of the findings, when judged
	export           exportNo
	judged           bool // findings are known and hold today
	direct, draft    bool
	gone             bool // deleted, or another record stands in its place
}

// vocabulary numbers values from 0 as they turn up.
type vocabulary[T comparable] struct {
	numbers map[T]int32
	values  []T
}

func (v *vocabulary[T]) number(value T) int32 {
	n, known := v.numbers[value]
	if !known {
		if v.numbers == nil {
			v.numbers = map[T]int32{}
		}
		n = int32(len(v.values))
		v.numbers[value] = n
		v.values = append(v.values, value)
	}
	return n
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

func (x *index) factsOf(rec *record) *facts {
	ap := &rec.appeal
	f := &facts{rec: rec, month: x.months.number(appeal.ReportingMonth(ap)), code: -1, direct: ap.IsDirect, draft: ap.Draft}
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
		case n != f.code && !slices.Contains(f.more, n):
			f.more = append(f.more, n)
		}
	}
	return f
}

// text is what words are looked for in, and what names are sorted by: name
// first, fields apart by line breaks. It is folded when it is first wanted: at
// the start that would cost more than all else.
func (r *record) text() string {
	if r.folded == "" {
		r.folded = fold(searchText(&r.appeal))
	}
	return r.folded
}

// nameKey is the folded name of the applicant.
func (r *record) nameKey() string {
	name, _, _ := strings.Cut(r.text(), fieldBreak)
	return name
}

func searchText(ap *appeal.Appeal) []string {
	parts := []string{ap.Name, ap.Number, ap.Address, ap.Email}
	for i := range ap.Questions {
		q := &ap.Questions[i]
		row, _ := appeal.StatusOf(q.Status)
		parts = append(parts, q.Code, row.Label)
		for _, t := range q.Transfers {
			parts = append(parts, t.DepartmentName, t.TransferNumber)
		}
	}
	return parts
}

const fieldBreak = "\n"

// fold is [classifier.Fold] of each part, written with one byte a letter: half
// the memory, and twice as quick to search. Letters beyond the Russian and
// Latin alphabets become bytes that no other letter has.
func fold(parts []string) string {
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			b.WriteString(fieldBreak)
		}
		for _, r := range classifier.Fold(part) {
			switch {
			case r < 0x80:
				b.WriteByte(byte(r))
			case r >= 'а' && r <= 'я':
				b.WriteByte(byte(0x80 + r - 'а'))
			default:
				b.Write([]byte{0xE0, 0xC0 | byte(r>>15), 0xC0 | byte(r>>10&31), 0xC0 | byte(r>>5&31), 0xC0 | byte(r&31)})
			}
		}
	}
	return b.String()
}

// foldWords makes the words of a query ready to be looked for.
func foldWords(query string) []string { return strings.Fields(fold([]string{query})) }

// share makes equal strings of different appeals one: decoding gives every
// appeal its own copy of each code, status and day.
func (x *index) share(ap *appeal.Appeal) {
	share(x, &ap.ProfileID)
	share(x, &ap.Format)
	share(x, &ap.CreateDate)
	share(x, &ap.IncomingDate)
	share(x, &ap.RegistrationDate)
	for i := range ap.Questions {
		q := &ap.Questions[i]
		share(x, &q.Code)
		share(x, &q.Status)
		share(x, &q.ResponseDate)
		for j := range q.Transfers {
			t := &q.Transfers[j]
			share(x, &t.DepartmentID)
			share(x, &t.DepartmentName)
			share(x, &t.TransferDate)
		}
	}
}

func share[S ~string](x *index, s *S) { *s = S(x.texts.values[x.texts.number(string(*s))]) }
