package app

import (
	"maps"

	"rroform/wasm/appeal"
)

// bodyMonth is a month of a body.
type bodyMonth struct {
	profileID string
	month     appeal.Month
}

// readZeros looks in the journal for the months that were reported as empty.
// Rules ask for them: when they change, what was found in appeals is old.
func (a *App) readZeros() {
	zeros := map[bodyMonth]*Archive{}
	for i := range a.journal { // oldest first
		row := &a.journal[i].Archive
		switch {
		case row.State == StateFailed:
		case row.Kind == KindZero:
			zero := *row
			zeros[bodyMonth{row.Profile.ID, row.Month}] = &zero
		default: // an archive of appeals takes the place of the zero report
			for _, m := range row.Months {
				delete(zeros, bodyMonth{row.Profile.ID, m.Month})
			}
		}
	}
	same := func(x, y *Archive) bool { return x.ID == y.ID && x.State == y.State }
	if maps.EqualFunc(zeros, a.index.zeros, same) {
		return
	}
	a.index.zeros = zeros
	for _, rec := range a.index.byID {
		rec.recheck()
	}
	for _, l := range a.index.lists {
		l.forgetFindings()
	}
}

// zeroOf is the zero report that stands for a month; nil = there is none.
func (a *App) zeroOf(profileID string, m appeal.Month) *Archive {
	return a.index.zeros[bodyMonth{profileID, m}]
}

// zeroWords says for the rules that a month was reported as empty; "" = it was not.
func (a *App) zeroWords(profileID string) func(appeal.Month) string {
	return func(m appeal.Month) string {
		zero := a.zeroOf(profileID, m)
		if zero == nil {
			return ""
		}
		return m.Russian() + ", " + stateWords(zero.State)
	}
}
