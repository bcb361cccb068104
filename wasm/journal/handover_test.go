package journal

import (
	"testing"

	"rroform/wasm/appeal"
)

func TestHandOverDay(t *testing.T) {
	november, december := appeal.Month{Year: 2026, Month: 11}, appeal.Month{Year: 2026, Month: 12}
	access := appeal.Profile{ClosedAccess: true} // of the body that made it: who hands over loads nothing himself
	for _, c := range []struct {
		why     string
		archive Archive
		want    appeal.Date
	}{
		{"the month that was asked for", Archive{Month: november, Months: []MonthCount{{december, 1}}}, "2026-12-03"},
		{"else the newest one in it", Archive{Months: []MonthCount{{december, 1}, {november, 5}}}, "2027-01-03"},
		{"also with access", Archive{Month: november, Profile: access}, "2026-12-03"},
		{"no month", Archive{}, ""},
		{"only appeals of an unknown month", Archive{Months: []MonthCount{{appeal.Month{}, 2}}}, ""},
	} {
		if got := c.archive.HandOverDay(); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}
