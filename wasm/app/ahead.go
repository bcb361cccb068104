package app

import (
	"time"

	"rroform/wasm/office"
)

// clockSlack is the difference between clocks that counts as normal.
const clockSlack = 10 * time.Minute

// ahead returns the time of the latest record if it is later than the clock, so that the page can
// warn: months and terms depend on the clock.
func (a *App) ahead() string {
	latest := a.lastBackup
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
