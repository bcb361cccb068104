package forming

import (
	"context"

	"rroform/wasm/appeal"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/rules"
)

// PlanReq says which appeals an archive shall hold.
type PlanReq struct {
	Mode  journal.ArchiveMode `json:"mode"`
	Month appeal.Month        `json:"month"` // reporting month, for [MonthPeriod]
	// First and last day, inclusive, in the clerk's time zone, for [RangePeriod]; as clerks type them.
	From   appeal.Date        `json:"from"`
	To     appeal.Date        `json:"to"`
	Filter *query.RegisterReq `json:"filter,omitempty"` // additional filter; its sort and page are ignored
}

// PlanRes lists which appeals go into an archive, and why others stay out.
type PlanRes struct {
	Mode    journal.ArchiveMode  `json:"mode"`
	Month   appeal.Month         `json:"month"`
	From    appeal.Date          `json:"from"` // as parsed
	To      appeal.Date          `json:"to"`
	Blocked []rules.Finding      `json:"blocked"` // errors of the profile: no archive can be made
	Period  []rules.Finding      `json:"period"`  // findings about the range; with an error the lists are empty
	In      []PlanRow            `json:"in"`
	Sent    int                  `json:"sent"`    // of In: those that were in an archive before
	Changed int                  `json:"changed"` // of Sent: those that have changed since
	Out     []PlanRow            `json:"out"`     // of the period, or with an unknown one
	Outside int                  `json:"outside"` // number of appeals of other periods
	Other   []journal.MonthCount `json:"other"`   // reporting months of those, for [MonthPeriod] only
	Earlier []journal.Archive    `json:"earlier"` // archives that were made for the same period
}

// PlanRow is an appeal of a plan with its findings.
type PlanRow struct {
	register.RegisterRow
	Reason   string          `json:"reason"`  // why it stays out, for people; "" = it goes in
	Because  OutReason       `json:"because"` // the same as a code
	Findings []rules.Finding `json:"findings"`
}

// Plan lists which appeals an archive would hold, and why others stay out.
func (f *Forming) Plan(ctx context.Context, req PlanReq) (PlanRes, error) {
	if err := f.register.CompareAll(ctx, f.register.ActiveProfileID()); err != nil {
		return PlanRes{}, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.plan(req), nil
}

func (f *Forming) plan(req PlanReq) PlanRes {
	s := f.selectRecords(&req)
	res := PlanRes{
		Mode: req.Mode, Month: req.Month, From: req.From, To: req.To,
		Blocked: s.blocked, Period: s.period,
		In: f.planRows(s.in), Out: f.planRows(s.out), Outside: s.outside,
		Other: []journal.MonthCount{}, Earlier: []journal.Archive{},
	}
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

func (f *Forming) planRows(list []candidate) []PlanRow {
	rows := make([]PlanRow, 0, len(list))
	env := f.register.Env(f.office.Active)
	for _, c := range list {
		rows = append(rows, PlanRow{f.register.Row(c.rec, env), c.reason, c.because, c.findings})
	}
	return rows
}

// selection has the records of the active profile, divided into those that go into an archive and
// those that stay out. For blocked, period, outside and others see [PlanRes].
type selection struct {
	mode    *ArchiveModeInfo
	blocked []rules.Finding
	period  []rules.Finding
	in, out []candidate
	outside int
	others  map[appeal.Month]int
}

// candidate is a record of the period, or with an unknown one. If it goes in, because and reason are "".
type candidate struct {
	rec      *register.Record
	because  OutReason
	reason   string
	findings []rules.Finding
}

// selectRecords decides about each record of the active profile. It parses the days of the request
// in place.
func (f *Forming) selectRecords(req *PlanReq) *selection {
	p, _ := f.office.Profile(f.office.Active)
	s := &selection{
		mode:    f.readPeriod(req),
		blocked: rules.OnlyErrors(f.register.CheckProfile(p)),
		period:  []rules.Finding{},
		others:  map[appeal.Month]int{},
	}
	env := f.register.Env(p.ID)
	if s.mode.Period == RangePeriod {
		period := rules.Subject{Period: &rules.Period{From: req.From, To: req.To}}
		s.period = append(s.period, rules.Check(period, env)...)
		if rules.Worst(s.period) == appeal.Error {
			return s
		}
	}
	by := &criteria{PlanReq: req, forming: f, passes: f.register.FilterOf(req.Filter)}
	for _, rec := range f.register.ByNumber(p.ID) {
		at := s.mode.fit(by, rec)
		if at == fitOutside {
			s.outside++
			s.others[f.register.MonthOf(rec)]++
			continue
		}
		c := candidate{rec: rec, findings: f.register.Check(rec, env)}
		if c.because, c.reason = by.out(rec, at, c.findings); c.because == "" {
			s.in = append(s.in, c)
		} else {
			s.out = append(s.out, c)
		}
	}
	return s
}

// readPeriod parses the days of a request in place and returns its mode.
func (f *Forming) readPeriod(req *PlanReq) *ArchiveModeInfo {
	today := f.office.Today()
	req.From, req.To = appeal.ParseDate(string(req.From), today), appeal.ParseDate(string(req.To), today)
	return req.tidy()
}

// tidy clears the fields that the mode does not need, so that the journal and presets do not show them.
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

// earlier returns the profile's archives with appeals of the same month, or of the same mode and range.
func (f *Forming) earlier(profileID string, req *PlanReq) []journal.Archive {
	if req.Mode == journal.ModeMonth {
		return f.journal.OfMonth(profileID, req.Month)
	}
	list := []journal.Archive{}
	for _, row := range f.journal.Rows {
		if row.Profile.ID == profileID && row.Mode == req.Mode && row.From == req.From && row.To == req.To {
			list = append(list, row.Archive)
		}
	}
	return list
}
