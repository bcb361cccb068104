package app_test

import (
	"fmt"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/journal"
)

func (c *core) today() app.TodayRes {
	c.t.Helper()
	var res app.TodayRes
	c.must("today", app.TodayReq{}, &res)
	return res
}

// TestToday: the counts of the first screen.
func TestToday(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	warned := direct("2-ОГ", "2026-10-05")
	warned.Name, warned.Email = "Другой Пётр Ильич", "не адрес" // no double of the first
	c.save(warned)
	broken := direct("3-ОГ", "2026-10-05")
	broken.Name = ""
	c.save(broken)
	held := direct("30-ОГ", "2026-10-05")
	held.Draft, held.Name = true, "" // held back: its error is not counted beside
	c.save(held)
	c.save(direct("4-ОГ", "2026-11-01"))
	c.save(direct("5-ОГ", "2026-09-01")) // of neither month, and never sent
	old := direct("50-ОГ", "2026-09-02")
	old.Draft, old.Address = true, ""
	c.save(old)
	waiting := direct("6-ОГ", "")
	waiting.Questions[0].Status = appeal.NotReceived
	c.save(waiting)
	refused := c.build(october)
	c.must("setArchiveState", app.SetArchiveStateReq{ID: refused.ID, State: journal.StateFailed, Note: "не принят"},
		nil)
	c.must("setArchiveState", app.SetArchiveStateReq{ID: c.build(october).ID, State: journal.StateLoaded}, nil)

	got := c.today()
	wantMonth := app.MonthState{Month: october, Ready: 2, Sent: 2, Reported: true, Errors: 1, Drafts: 1, Warnings: 1,
		Due: "2026-11-03", DaysLeft: 1, LastWorkday: "2026-11-03", Archives: 1, Failed: 1, State: journal.StateLoaded}
	wantCurrent := app.MonthState{Month: october.Next(), Ready: 1, New: 1, Due: "2026-12-03", DaysLeft: 31,
		LastWorkday: "2026-12-03"}
	if got.Month != wantMonth || got.Current != wantCurrent {
		t.Errorf("\n got %+v, %+v\nwant %+v, %+v", got.Month, got.Current, wantMonth, wantCurrent)
	}
	if fmt.Sprint(got.Unsent) != "[{2026-09 1}]" {
		t.Errorf("unsent %v", got.Unsent)
	}
	if got.All != 8 || got.NoMonth != 1 || got.Waiting != 1 || got.Unsaved != 8 || got.Backup != "" ||
		got.Today != today ||
		got.Profile != "Администрация села Примерное" || len(got.Findings) != 0 {
		t.Errorf("%+v", got)
	}
}

// TestDaysLeft: the 3rd without access to the closed network, the 5th with it.
func TestDaysLeft(t *testing.T) {
	c, _ := newFilled(t)
	for _, row := range []struct {
		day      string
		access   bool
		month    string
		daysLeft int
	}{
		{"2026-11-01", false, "2026-10", 2}, {"2026-11-03", false, "2026-10", 0}, {"2026-11-04", false, "2026-10", -1},
		{"2026-11-04", true, "2026-10", 1}, {"2026-11-30", true, "2026-10", -25}, {"2027-01-01", true, "2026-12", 4},
	} {
		c.setDay(row.day)
		p := c.fillProfile("first", "Администрация", body1)
		p.ClosedAccess = row.access
		c.must("saveProfile", app.SaveProfileReq{Profile: p}, nil)
		if got := c.today().Month; got.Month.String() != row.month || got.DaysLeft != row.daysLeft {
			t.Errorf("%+v: %+v", row, got)
		}
	}
}

// TestNextDay: findings that look at the calendar change with the day.
func TestNextDay(t *testing.T) {
	c, _ := newFilled(t)
	card := c.save(direct("1-ОГ", "2026-11-03"))
	if len(card.Findings) != 2 { // arrival and registration lie in the future
		t.Errorf("on 02.11: %+v", card.Findings)
	}
	c.setDay("2026-11-03")
	if found := c.get(card.Appeal.ID).Findings; len(found) != 0 {
		t.Errorf("on 03.11: %+v", found)
	}
}
