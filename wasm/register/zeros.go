package register

import (
	"maps"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
)

// bodyMonth is a reporting month of a profile.
type bodyMonth struct {
	profileID string
	month     appeal.Month
}

// readZeros finds the months with a zero report in the journal. If they have changed, all findings are outdated,
// because rules depend on them.
func (r *Register) readZeros() {
	zeros := map[bodyMonth]*journal.Archive{}
	for i := range r.journal.Rows { // oldest first
		row := &r.journal.Rows[i].Archive
		switch {
		case row.State == journal.StateFailed:
		case row.Kind == journal.KindZero:
			zero := *row
			zeros[bodyMonth{row.Profile.ID, row.Month}] = &zero
		default: // an archive of appeals replaces the zero report of its months
			for _, m := range row.Months {
				delete(zeros, bodyMonth{row.Profile.ID, m.Month})
			}
		}
	}
	same := func(x, y *journal.Archive) bool { return x.ID == y.ID && x.State == y.State }
	if maps.EqualFunc(zeros, r.index.zeros, same) {
		return
	}
	r.index.zeros = zeros
	for _, rec := range r.index.byID {
		rec.recheck()
	}
	for _, l := range r.index.profiles {
		l.dropFindings()
	}
}

// ZeroOf returns the zero report in force for a month, or nil.
func (r *Register) ZeroOf(profileID string, m appeal.Month) *journal.Archive {
	return r.index.zeros[bodyMonth{profileID, m}]
}

// zeroWords returns a function for the rules that describes the zero report of a month; "" = there is none.
func (r *Register) zeroWords(profileID string) func(appeal.Month) string {
	return func(m appeal.Month) string {
		zero := r.ZeroOf(profileID, m)
		if zero == nil {
			return ""
		}
		return m.Russian() + ", " + journal.StateInSentence(zero.State)
	}
}
