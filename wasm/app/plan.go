package app

import (
	"cmp"
	"context"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/rules"
)

// PlanReq asks what an archive would hold.
type PlanReq struct {
	Mode  ArchiveMode  `json:"mode"`
	Month appeal.Month `json:"month"` // the reporting month, of [ModeMonth]
	// The days of the modes by range, both inclusive, in the clerk's time zone;
	// read as clerks type them.
	From   appeal.Date  `json:"from"`
	To     appeal.Date  `json:"to"`
	Filter *RegisterReq `json:"filter,omitempty"` // what else must hold; its sort and page do not count
}

// PlanRes is the live list «войдёт / не войдёт, потому что».
type PlanRes struct {
	Mode    ArchiveMode     `json:"mode"`
	Month   appeal.Month    `json:"month"`
	From    appeal.Date     `json:"from"` // as read
	To      appeal.Date     `json:"to"`
	Blocked []rules.Finding `json:"blocked"` // what is wrong with the profile: nothing can be exported
	Period  []rules.Finding `json:"period"`  // what is wrong with the range: the list is empty
	In      []PlanRow       `json:"in"`
	Sent    int             `json:"sent"`    // of In: that an archive has held already
	Changed int             `json:"changed"` // of Sent: that say something else by now
	Out     []PlanRow       `json:"out"`     // near the period, or of none: why each stays out
	Outside int             `json:"outside"` // appeals of the profile that the period does not concern
	Other   []MonthCount    `json:"other"`   // the reporting months of those, of [ModeMonth] only
	Earlier []Archive       `json:"earlier"` // archives already formed for the same
}

// PlanRow is an appeal in the list with what was found in it.
type PlanRow struct {
	RegisterRow
	Reason   string          `json:"reason"`  // why it stays out, "" when it goes in
	Because  OutReason       `json:"because"` // the same as a code
	Findings []rules.Finding `json:"findings"`
}

// MonthCount counts the appeals of a reporting month.
type MonthCount struct {
	Month appeal.Month `json:"month"`
	Count int          `json:"count"`
}

// Plan returns what an archive would hold.
func (a *App) Plan(ctx context.Context, req PlanReq) (PlanRes, error) {
	if err := a.compareAll(ctx, a.inUse()); err != nil {
		return PlanRes{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.plan(req), nil
}

func (a *App) plan(req PlanReq) PlanRes {
	s := a.sift(&req)
	res := PlanRes{Mode: req.Mode, Month: req.Month, From: req.From, To: req.To, Blocked: s.blocked, Period: s.period,
		In: a.planRows(s.in), Out: a.planRows(s.out), Outside: s.outside, Other: []MonthCount{}, Earlier: []Archive{}}
	if rules.Worst(s.period) == appeal.Error {
		return res
	}
	for i := range res.In {
		switch res.In[i].Exported {
		case Changed:
			res.Changed++
			res.Sent++
		case Same:
			res.Sent++
		}
	}
	res.Earlier = a.earlier(a.active, &req)
	if req.Mode == ModeMonth {
		res.Other = monthCounts(s.others)
	}
	return res
}

func (a *App) planRows(list []siftedOne) []PlanRow {
	rows := make([]PlanRow, 0, len(list))
	env := a.env(a.active)
	for _, one := range list {
		rows = append(rows, PlanRow{a.row(one.rec, env), one.reason, one.because, one.findings})
	}
	return rows
}

// sifted is the register of the active profile as an archive would take it.
type sifted struct {
	mode    *ArchiveModeInfo
	blocked []rules.Finding // see PlanRes
	period  []rules.Finding
	in, out []siftedOne
	outside int
	others  map[appeal.Month]int
}

// siftedOne is a record near the period; reason and because are "" where it goes in.
type siftedOne struct {
	rec      *facts
	because  OutReason
	reason   string
	findings []rules.Finding
}

// sift says of each record whether it goes in. It reads the days of the request.
func (a *App) sift(req *PlanReq) *sifted {
	p, _ := a.profile(a.active)
	s := &sifted{mode: a.readPeriod(req), blocked: rules.OnlyErrors(a.checkProfile(p)), period: []rules.Finding{}, others: map[appeal.Month]int{}}
	env := a.env(p.ID)
	if s.mode.Period == RangePeriod {
		s.period = append(s.period, rules.Check(rules.Subject{Period: &rules.Period{From: req.From, To: req.To}}, env)...)
		if rules.Worst(s.period) == appeal.Error {
			return s
		}
	}
	by := &selection{PlanReq: req, app: a, passes: a.filterOf(req.Filter)}
	for _, rec := range a.ofProfile(p.ID) {
		near := s.mode.near(by, rec)
		if near == farAway {
			s.outside++
			s.others[a.monthOf(rec)]++
			continue
		}
		one := siftedOne{rec: rec, findings: a.check(rec, env)}
		if one.because, one.reason = by.out(rec, near, one.findings); one.because == "" {
			s.in = append(s.in, one)
		} else {
			s.out = append(s.out, one)
		}
	}
	return s
}

// readPeriod reads the days of a request as they were typed.
func (a *App) readPeriod(req *PlanReq) *ArchiveModeInfo {
	today := a.today()
	req.From, req.To = appeal.ParseDate(string(req.From), today), appeal.ParseDate(string(req.To), today)
	return req.tidy()
}

// tidy clears what the mode does not ask for, so that nobody is told more.
func (r *PlanReq) tidy() *ArchiveModeInfo {
	mode := modeInfo(r.Mode)
	r.Mode = mode.Mode
	if mode.Period != MonthPeriod {
		r.Month = appeal.Month{}
	}
	if mode.Period != RangePeriod {
		r.From, r.To = "", ""
	}
	if r.Filter != nil {
		f := *r.Filter
		f.Sort, f.Desc, f.Page, f.Size = "", false, 0, 0
		r.Filter = &f
	}
	return mode
}

// monthCounts lists the months, newest first.
func monthCounts(count map[appeal.Month]int) []MonthCount {
	list := []MonthCount{}
	for m, n := range count {
		list = append(list, MonthCount{m, n})
	}
	slices.SortStableFunc(list, func(x, y MonthCount) int { return cmp.Compare(y.Month.String(), x.Month.String()) })
	return list
}

// earlier returns the profile's archives that were formed for the same: those
// that hold appeals of the month, or those of the same mode and range.
func (a *App) earlier(profileID string, req *PlanReq) []Archive {
	if req.Mode == ModeMonth {
		return a.archivesOf(profileID, req.Month)
	}
	list := []Archive{}
	for _, row := range a.journal {
		if row.Profile.ID == profileID && row.Mode == req.Mode && row.From == req.From && row.To == req.To {
			list = append(list, row.Archive)
		}
	}
	return list
}
