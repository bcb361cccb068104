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
	Month appeal.Month `json:"month"` // the reporting month
}

// PlanRes is the live list «войдёт / не войдёт, потому что».
type PlanRes struct {
	Month   appeal.Month    `json:"month"`
	Blocked []rules.Finding `json:"blocked"` // what is wrong with the profile: nothing can be exported
	In      []PlanRow       `json:"in"`
	Out     []PlanRow       `json:"out"`     // of this month or of none: why each stays out
	Other   []MonthCount    `json:"other"`   // appeals that count for other months
	Earlier []Archive       `json:"earlier"` // archives already formed for the month
}

// PlanRow is an appeal in the list with what was found in it.
type PlanRow struct {
	RegisterRow
	Reason   string          `json:"reason"` // why it stays out, "" when it goes in
	Findings []rules.Finding `json:"findings"`
}

// MonthCount counts the appeals of a reporting month.
type MonthCount struct {
	Month appeal.Month `json:"month"`
	Count int          `json:"count"`
}

// Plan returns what the archive of a month would hold.
func (a *App) Plan(_ context.Context, req PlanReq) (PlanRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.plan(req), nil
}

func (a *App) plan(req PlanReq) PlanRes {
	p, _ := a.profile(a.active)
	res := PlanRes{Month: req.Month, Blocked: onlyErrors(a.checkProfile(p)),
		In: []PlanRow{}, Out: []PlanRow{}, Other: []MonthCount{}, Earlier: a.archivesOf(p.ID, req.Month)}
	env := a.env(p.ID)
	others := map[appeal.Month]int{}
	for _, rec := range a.ofProfile(p.ID) {
		m := appeal.ReportingMonth(&rec.appeal)
		if !m.IsZero() && m != req.Month {
			others[m]++
			continue
		}
		row := PlanRow{a.row(rec, env), "", a.check(rec, env)}
		if row.Reason = reasonOut(rec, m, row.Findings); row.Reason == "" {
			res.In = append(res.In, row)
		} else {
			res.Out = append(res.Out, row)
		}
	}
	for m, n := range others {
		res.Other = append(res.Other, MonthCount{m, n})
	}
	slices.SortFunc(res.Other, func(x, y MonthCount) int { return cmp.Compare(y.Month.String(), x.Month.String()) })
	return res
}

// ofProfile returns a profile's records in the order of their numbers.
func (a *App) ofProfile(id string) []*record {
	var list []*record
	for _, rec := range a.records {
		if rec.appeal.ProfileID == id {
			list = append(list, rec)
		}
	}
	a.sortRecords(list, ByNumber, false, nil)
	return list
}

// reasonOut says why a record of the month, or of no known month, stays out of
// the archive; "" means that it goes in.
func reasonOut(rec *record, m appeal.Month, findings []rules.Finding) string {
	if rules.Worst(findings) == appeal.Error {
		return "Есть ошибки: исправьте, и обращение войдёт"
	}
	if m.IsZero() {
		return "Не определён отчётный месяц: нет даты документа или поступления"
	}
	return ""
}

func onlyErrors(findings []rules.Finding) []rules.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f rules.Finding) bool { return f.Level != appeal.Error })
}
