package app

import (
	"context"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
	"rroform/wasm/office"
	"rroform/wasm/register"
	"rroform/wasm/rules"
)

// TodayReq is empty.
type TodayReq struct{}

// TodayRes is the content of the first screen: the reporting month and what to do next.
type TodayRes struct {
	Today    string          `json:"today"`
	Profile  string          `json:"profile"`  // name of the active body
	Findings []rules.Finding `json:"findings"` // findings about its profile
	Month    MonthState      `json:"month"`    // month whose report is due next
	Current  MonthState      `json:"current"`  // current calendar month
	NoMonth  int             `json:"noMonth"`  // appeals with an unknown reporting month
	// earlier months with appeals that are in no archive and not drafts, newest first
	Unsent   []journal.MonthCount `json:"unsent"`
	Waiting  int                  `json:"waiting"`  // appeals «Не поступило», of any month
	All      int                  `json:"all"`      // appeals of the profile
	Archives int                  `json:"archives"` // of the profile
	Guide    bool                 `json:"guide"`    // the page shows the first steps: no archive was ever marked
	// Month if it has appeals, else the newest month with appeals; zero = none
	Latest  appeal.Month `json:"latest"`
	Backup  string       `json:"backup"`  // time of the last backup, RFC 3339; "" = never
	Unsaved int          `json:"unsaved"` // appeals that have changed since the backup
}

// MonthState counts the appeals of a month by readiness, and says what was sent.
type MonthState struct {
	Month    appeal.Month `json:"month"`
	Ready    int          `json:"ready"`    // would go into an archive: Sent, Changed and New together
	Errors   int          `json:"errors"`   // stay out because of errors
	Drafts   int          `json:"drafts"`   // drafts, with or without errors
	Warnings int          `json:"warnings"` // of the ready ones: those with a warning
	Sent     int          `json:"sent"`     // of the ready ones: an archive has them as they are
	Changed  int          `json:"changed"`  // of the ready ones: an archive has them in another state
	New      int          `json:"new"`      // of the ready ones: not in an archive yet
	Due      appeal.Date  `json:"due"`
	DaysLeft int          `json:"daysLeft"` // days until the end of Due; negative = overdue
	// LastWorkday is the last working day up to Due. It is only advice: it is unknown whether the term
	// moves if Due is a day off.
	LastWorkday appeal.Date `json:"lastWorkday"`
	// archives of appeals for this month, without those that the portal refused
	Archives int                  `json:"archives"`
	Failed   int                  `json:"failed"`   // refused archives and zero reports
	State    journal.ArchiveState `json:"state"`    // state of the newest archive or zero report that was not refused
	Zero     *journal.SentTo      `json:"zero"`     // the zero report of this month; nil = none
	Reported bool                 `json:"reported"` // an archive or zero report was handed over in time
}

// Today returns the counts of the first screen.
func (a *App) Today(ctx context.Context, _ TodayReq) (TodayRes, error) {
	if err := a.register.CompareAll(ctx, a.register.ActiveProfileID()); err != nil {
		return TodayRes{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	p, _ := a.office.Profile(a.office.Active)
	now := a.office.Today()
	this := appeal.MonthOf(now)
	res := TodayRes{Today: string(now), Profile: p.Name, Findings: a.register.CheckProfile(p),
		Month: a.monthState(&p, this.Prev()), Current: a.monthState(&p, this), Guide: true,
		Backup: office.FormatTime(a.lastBackup)}
	for i := range a.journal.Rows {
		row := &a.journal.Rows[i]
		if row.Profile.ID == p.ID {
			res.Archives++
		}
		res.Guide = res.Guide && row.State == journal.StateFormed
	}
	env := a.register.Env(p.ID)
	unsent := map[appeal.Month]int{}
	for _, rec := range a.register.ByNumber(p.ID) {
		res.All++
		// if the clock was set back, the day is unknown
		if rec.Appeal.Modified.After(a.lastBackup) || a.office.Now().Before(a.lastBackup) {
			res.Unsaved++
		}
		if rec.Appeal.Waits() {
			res.Waiting++
		}
		m := a.register.MonthOf(rec)
		if res.Latest != res.Month.Month && (m == res.Month.Month || m.String() > res.Latest.String()) {
			res.Latest = m
		}
		switch m {
		case res.Month.Month:
			res.Month.add(rec, a.register.Check(rec, env), a.register.ExportState(rec))
		case res.Current.Month:
			res.Current.add(rec, a.register.Check(rec, env), a.register.ExportState(rec))
		case appeal.Month{}:
			res.NoMonth++
		default:
			if m.String() < res.Month.Month.String() && !rec.Appeal.Draft &&
				a.register.NeverSent(rec) {
				unsent[m]++
			}
		}
	}
	res.Unsent = journal.MonthCounts(unsent)
	return res, nil
}

func (a *App) monthState(p *appeal.Profile, m appeal.Month) MonthState {
	due := p.Due(m)
	s := MonthState{Month: m, Due: due, DaysLeft: daysBetween(a.office.Today(), due),
		LastWorkday: a.packs.Calendar.OnOrBefore(due)}
	for _, row := range a.journal.OfMonth(p.ID, m) { // oldest first
		if row.State == journal.StateFailed {
			s.Failed++
			continue
		}
		if row.Kind == journal.KindAppeals {
			s.Archives++
		}
		s.State = row.State
		s.Reported = s.Reported || inTime(p, row.State)
	}
	if zero := a.register.ZeroOf(p.ID, m); zero != nil {
		s.Zero = zero.SentTo()
	}
	return s
}

// inTime reports whether this state is enough for the term: a body without access to the closed
// network must hand the archive over (B-33).
func inTime(p *appeal.Profile, s journal.ArchiveState) bool {
	return s == journal.StateLoaded || s == journal.StateDone || s == journal.StateHanded && !p.ClosedAccess
}

func (s *MonthState) add(rec *register.Record, findings []rules.Finding, export register.ExportState) {
	errors, warnings := rules.Count(findings)
	switch {
	case rec.Appeal.Draft:
		s.Drafts++
		return
	case errors > 0:
		s.Errors++
		return
	case warnings > 0:
		s.Warnings++
	}
	s.Ready++
	switch export {
	case register.Same:
		s.Sent++
	case register.Changed:
		s.Changed++
	default:
		s.New++
	}
}

func daysBetween(from, to appeal.Date) int {
	x, _ := from.Time()
	y, _ := to.Time()
	return int(y.Sub(x).Hours() / 24)
}
