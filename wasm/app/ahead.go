package app

import (
	"time"

	"rroform/wasm/office"
)

// clockSlack is how far clocks of one computer differ for good reasons.
const clockSlack = 10 * time.Minute

// ahead is the time of the latest record if the clock has not come to it yet.
// Months and terms are counted by the clock, so the clerk is told.
func (a *App) ahead() string {
	latest := a.lastSave
	for _, row := range a.journal.Rows {
		latest = later(latest, row.Created)
	}
	for _, x := range a.ledger.Actions {
		latest = later(latest, x.At)
	}
	for _, rec := range a.register.All() {
		latest = later(latest, rec.Appeal.Modified)
	}
	if latest.After(a.office.Now().Add(clockSlack)) {
		return office.FormatTime(latest)
	}
	return ""
}

func later(x, y time.Time) time.Time {
	if y.After(x) {
		return y
	}
	return x
}
