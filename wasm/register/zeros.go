package register

import (
	"maps"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
)

// bodyMonth is a month of a body.
type bodyMonth struct {
	profileID string
	month     appeal.Month
}

// readZeros looks in the journal for the months that were reported as empty.
// Rules ask for them: when they change, what was found in appeals is old.
func (r *Register) readZeros() {
	zeros := map[bodyMonth]*journal.Archive{}
	for i := range r.journal.Rows { // oldest first
		row := &r.journal.Rows[i].Archive
		switch {
		case row.State == journal.StateFailed:
		case row.Kind == journal.KindZero:
			zero := *row
			zeros[bodyMonth{row.Profile.ID, row.Month}] = &zero
		default: // an archive of appeals takes the place of the zero report
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
	for _, l := range r.index.lists {
		l.forgetFindings()
	}
}

// ZeroOf is the zero report that stands for a month; nil = there is none.
func (r *Register) ZeroOf(profileID string, m appeal.Month) *journal.Archive {
	return r.index.zeros[bodyMonth{profileID, m}]
}

// zeroWords says for the rules that a month was reported as empty; "" = it was not.
func (r *Register) zeroWords(profileID string) func(appeal.Month) string {
	return func(m appeal.Month) string {
		zero := r.ZeroOf(profileID, m)
		if zero == nil {
			return ""
		}
		return m.Russian() + ", " + journal.StateInSentence(zero.State)
	}
}
