package app

import (
	"context"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/rules"
)

// TodayReq asks for the first screen.
type TodayReq struct{}

// TodayRes is the state of the reporting month and what to do next.
type TodayRes struct {
	Today    string          `json:"today"`
	Profile  string          `json:"profile"`  // name of the active body
	Findings []rules.Finding `json:"findings"` // what is wrong with its profile
	Month    MonthState      `json:"month"`    // the month whose report is due next
	Current  MonthState      `json:"current"`  // the calendar month we are in
	NoMonth  int             `json:"noMonth"`  // appeals whose month is not known yet
	Waiting  int             `json:"waiting"`  // appeals «Не поступило», of any month
	All      int             `json:"all"`      // appeals of the profile
	Backup   string          `json:"backup"`   // time of the last backup file, "" = never
	Unsaved  int             `json:"unsaved"`  // appeals changed since
}

// MonthState counts a month's appeals by readiness.
type MonthState struct {
	Month    appeal.Month `json:"month"`
	Ready    int          `json:"ready"`    // would go into the archive
	Errors   int          `json:"errors"`   // stay out
	Warnings int          `json:"warnings"` // of the ready ones: those with a warning
	Due      appeal.Date  `json:"due"`
	DaysLeft int          `json:"daysLeft"` // until the end of Due; negative = overdue
	// LastWorkday is the last working day up to Due: whether the term moves when
	// Due is a day off is not known, so this is advice only.
	LastWorkday appeal.Date `json:"lastWorkday"`
	Archives    int         `json:"archives"` // formed for the month, zero reports too
}

// Today returns the counts of the first screen.
func (a *App) Today(context.Context, TodayReq) (TodayRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p, _ := a.profile(a.active)
	now := a.today()
	this := appeal.MonthOf(now)
	res := TodayRes{Today: string(now), Profile: p.Name, Findings: a.checkProfile(p),
		Month: a.monthState(&p, this.Prev()), Current: a.monthState(&p, this), Backup: stamp(a.lastSave)}
	env := a.env(p.ID)
	for _, rec := range a.ofProfile(p.ID) {
		res.All++
		if rec.appeal.Modified.After(a.lastSave) {
			res.Unsaved++
		}
		if waits(&rec.appeal) {
			res.Waiting++
		}
		m := appeal.ReportingMonth(&rec.appeal)
		switch m {
		case res.Month.Month:
			res.Month.add(a.check(rec, env))
		case res.Current.Month:
			res.Current.add(a.check(rec, env))
		case appeal.Month{}:
			res.NoMonth++
		}
	}
	return res, nil
}

func (a *App) monthState(p *appeal.Profile, m appeal.Month) MonthState {
	due := p.Due(m)
	return MonthState{Month: m, Due: due, DaysLeft: daysBetween(a.today(), due), LastWorkday: a.calendar.OnOrBefore(due), Archives: len(a.archivesOf(p.ID, m))}
}

func (s *MonthState) add(findings []rules.Finding) {
	errors, warnings := count(findings)
	switch {
	case errors > 0:
		s.Errors++
	case warnings > 0:
		s.Warnings++
		s.Ready++
	default:
		s.Ready++
	}
}

// waits reports whether a question of the appeal has not arrived yet (B-51).
func waits(ap *appeal.Appeal) bool {
	for _, q := range ap.Questions {
		if q.Status == appeal.NotReceived {
			return true
		}
	}
	return false
}

func daysBetween(from, to appeal.Date) int {
	x, _ := from.Time()
	y, _ := to.Time()
	return int(y.Sub(x).Hours() / 24)
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
