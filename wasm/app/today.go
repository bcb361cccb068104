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
	Unsent   []MonthCount    `json:"unsent"`   // appeals in no archive, no drafts, of the months before, newest first
	Waiting  int             `json:"waiting"`  // appeals «Не поступило», of any month
	All      int             `json:"all"`      // appeals of the profile
	Backup   string          `json:"backup"`   // time of the last backup file, "" = never
	Unsaved  int             `json:"unsaved"`  // appeals changed since
}

// MonthState counts a month's appeals by readiness.
type MonthState struct {
	Month    appeal.Month `json:"month"`
	Ready    int          `json:"ready"`    // would go into the archive
	Errors   int          `json:"errors"`   // stay out because of errors
	Drafts   int          `json:"drafts"`   // held back, with or without errors
	Warnings int          `json:"warnings"` // of the ready ones: those with a warning
	Due      appeal.Date  `json:"due"`
	DaysLeft int          `json:"daysLeft"` // until the end of Due; negative = overdue
	// LastWorkday is the last working day up to Due: whether the term moves when
	// Due is a day off is not known, so this is advice only.
	LastWorkday appeal.Date  `json:"lastWorkday"`
	Archives    int          `json:"archives"` // formed for the month, zero reports too; those that the portal refused do not count
	Failed      int          `json:"failed"`   // those
	State       ArchiveState `json:"state"`    // of the newest that counts
}

// Today returns the counts of the first screen.
func (a *App) Today(ctx context.Context, _ TodayReq) (TodayRes, error) {
	if err := a.compareAll(ctx, a.inUse()); err != nil {
		return TodayRes{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	p, _ := a.profile(a.active)
	now := a.today()
	this := appeal.MonthOf(now)
	res := TodayRes{Today: string(now), Profile: p.Name, Findings: a.checkProfile(p),
		Month: a.monthState(&p, this.Prev()), Current: a.monthState(&p, this), Backup: stamp(a.lastSave)}
	env := a.env(p.ID)
	unsent := map[appeal.Month]int{}
	for _, rec := range a.ofProfile(p.ID) {
		res.All++
		if rec.appeal.Modified.After(a.lastSave) || a.options.Now().Before(a.lastSave) { // by a clock set back nothing is known
			res.Unsaved++
		}
		if waits(&rec.appeal) {
			res.Waiting++
		}
		m := a.monthOf(rec)
		switch m {
		case res.Month.Month:
			res.Month.add(rec, a.check(rec, env))
		case res.Current.Month:
			res.Current.add(rec, a.check(rec, env))
		case appeal.Month{}:
			res.NoMonth++
		default:
			if m.String() < res.Month.Month.String() && !rec.appeal.Draft && a.exportGlance(rec.facts) == exportNever {
				unsent[m]++
			}
		}
	}
	res.Unsent = monthCounts(unsent)
	return res, nil
}

func (a *App) monthState(p *appeal.Profile, m appeal.Month) MonthState {
	due := p.Due(m)
	s := MonthState{Month: m, Due: due, DaysLeft: daysBetween(a.today(), due), LastWorkday: a.calendar.OnOrBefore(due)}
	for _, row := range a.archivesOf(p.ID, m) { // oldest first
		if row.State == StateFailed {
			s.Failed++
			continue
		}
		s.Archives++
		s.State = row.State
	}
	return s
}

func (s *MonthState) add(rec *record, findings []rules.Finding) {
	errors, warnings := count(findings)
	switch {
	case rec.appeal.Draft:
		s.Drafts++
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
