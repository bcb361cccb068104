package forming

import (
	"context"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/rules"
)

// PlanReq asks what an archive would hold.
type PlanReq struct {
	Mode  journal.ArchiveMode `json:"mode"`
	Month appeal.Month        `json:"month"` // the reporting month, of [ModeMonth]
	// The days of the modes by range, both inclusive, in the clerk's time zone;
	// read as clerks type them.
	From   appeal.Date        `json:"from"`
	To     appeal.Date        `json:"to"`
	Filter *query.RegisterReq `json:"filter,omitempty"` // what else must hold; its sort and page do not count
}

// PlanRes is the live list «войдёт / не войдёт, потому что».
type PlanRes struct {
	Mode    journal.ArchiveMode  `json:"mode"`
	Month   appeal.Month         `json:"month"`
	From    appeal.Date          `json:"from"` // as read
	To      appeal.Date          `json:"to"`
	Blocked []rules.Finding      `json:"blocked"` // what is wrong with the profile: nothing can be exported
	Period  []rules.Finding      `json:"period"`  // what is wrong with the range: the list is empty
	In      []PlanRow            `json:"in"`
	Sent    int                  `json:"sent"`    // of In: that an archive has held already
	Changed int                  `json:"changed"` // of Sent: that say something else by now
	Out     []PlanRow            `json:"out"`     // near the period, or of none: why each stays out
	Outside int                  `json:"outside"` // appeals of the profile that the period does not concern
	Other   []journal.MonthCount `json:"other"`   // the reporting months of those, of [ModeMonth] only
	Earlier []journal.Archive    `json:"earlier"` // archives already formed for the same
}

// PlanRow is an appeal in the list with what was found in it.
type PlanRow struct {
	register.RegisterRow
	Reason   string          `json:"reason"`  // why it stays out, "" when it goes in
	Because  OutReason       `json:"because"` // the same as a code
	Findings []rules.Finding `json:"findings"`
}

// Plan returns what an archive would hold.
func (f *Forming) Plan(ctx context.Context, req PlanReq) (PlanRes, error) {
	if err := f.register.CompareAll(ctx, f.register.InUse()); err != nil {
		return PlanRes{}, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.plan(req), nil
}

func (f *Forming) plan(req PlanReq) PlanRes {
	s := f.sift(&req)
	res := PlanRes{Mode: req.Mode, Month: req.Month, From: req.From, To: req.To, Blocked: s.blocked, Period: s.period,
		In: f.planRows(s.in), Out: f.planRows(s.out), Outside: s.outside, Other: []journal.MonthCount{},
		Earlier: []journal.Archive{}}
	if rules.Worst(s.period) == appeal.Error {
		return res
	}
	for i := range res.In {
		switch res.In[i].Exported {
		case register.Changed:
			res.Changed++
			res.Sent++
		case register.Same:
			res.Sent++
		}
	}
	res.Earlier = f.earlier(f.office.Active, &req)
	if req.Mode == journal.ModeMonth {
		res.Other = journal.MonthCounts(s.others)
	}
	return res
}

func (f *Forming) planRows(list []siftedOne) []PlanRow {
	rows := make([]PlanRow, 0, len(list))
	env := f.register.Env(f.office.Active)
	for _, one := range list {
		rows = append(rows, PlanRow{f.register.Row(one.rec, env), one.reason, one.because, one.findings})
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
	rec      *register.Record
	because  OutReason
	reason   string
	findings []rules.Finding
}

// sift says of each record whether it goes in. It reads the days of the request.
func (f *Forming) sift(req *PlanReq) *sifted {
	p, _ := f.office.Profile(f.office.Active)
	s := &sifted{mode: f.readPeriod(req), blocked: rules.OnlyErrors(f.register.CheckProfile(p)),
		period: []rules.Finding{}, others: map[appeal.Month]int{}}
	env := f.register.Env(p.ID)
	if s.mode.Period == RangePeriod {
		s.period = append(s.period,
			rules.Check(rules.Subject{Period: &rules.Period{From: req.From, To: req.To}}, env)...)
		if rules.Worst(s.period) == appeal.Error {
			return s
		}
	}
	by := &selection{PlanReq: req, app: f, passes: f.register.FilterOf(req.Filter)}
	for _, rec := range f.register.OfProfile(p.ID) {
		near := s.mode.near(by, rec)
		if near == farAway {
			s.outside++
			s.others[f.register.MonthOf(rec)]++
			continue
		}
		one := siftedOne{rec: rec, findings: f.register.Check(rec, env)}
		if one.because, one.reason = by.out(rec, near, one.findings); one.because == "" {
			s.in = append(s.in, one)
		} else {
			s.out = append(s.out, one)
		}
	}
	return s
}

// readPeriod reads the days of a request as they were typed.
func (f *Forming) readPeriod(req *PlanReq) *ArchiveModeInfo {
	today := f.office.Today()
	req.From, req.To = appeal.ParseDate(string(req.From), today), appeal.ParseDate(string(req.To), today)
	return req.tidy()
}

// tidy clears what the mode does not ask for, so that nobody is told more.
func (r *PlanReq) tidy() *ArchiveModeInfo {
	mode := ModeInfo(r.Mode)
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

// earlier returns the profile's archives that were formed for the same: those
// that hold appeals of the month, or those of the same mode and range.
func (f *Forming) earlier(profileID string, req *PlanReq) []journal.Archive {
	if req.Mode == journal.ModeMonth {
		return f.journal.ArchivesOf(profileID, req.Month)
	}
	list := []journal.Archive{}
	for _, row := range f.journal.Rows {
		if row.Profile.ID == profileID && row.Mode == req.Mode && row.From == req.From && row.To == req.To {
			list = append(list, row.Archive)
		}
	}
	return list
}
