package app

import (
	"cmp"
	"context"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// RemarksReq asks for everything that is wrong in the register.
type RemarksReq struct {
	Month appeal.Month `json:"month"` // the zero month: of all months
	Rule  string       `json:"rule"`  // "" = all rules, the first RemarkItems of each
}

// RemarksRes groups the findings of all appeals by rule, the heavier first.
type RemarksRes struct {
	Groups   []RemarkGroup `json:"groups"`
	Appeals  int           `json:"appeals"` // appeals with any finding
	Errors   int           `json:"errors"`  // findings by level
	Warnings int           `json:"warnings"`
	Advice   int           `json:"advice"`
	Months   []MonthCount  `json:"months"` // of all appeals, whatever month is asked for: what there is to choose from
}

// RemarkGroup is one rule with the places it speaks about.
type RemarkGroup struct {
	Rule  rules.Rule   `json:"rule"`
	Level appeal.Level `json:"level"` // in the format profile in force
	Count int          `json:"count"`
	Fixes int          `json:"fixes"` // of Count: those that one click mends
	Items []RemarkItem `json:"items"`
}

// RemarkItem is one finding with its appeal.
type RemarkItem struct {
	ID      string        `json:"id"`
	Number  string        `json:"number"`
	Name    string        `json:"name"`
	Finding rules.Finding `json:"finding"`
	// Change is what the fix would put in, in words; nil without one.
	Change *appeal.FieldChange `json:"change,omitempty"`
}

// RemarkItems is how many places of a rule are listed at once when all rules
// are asked for; a single rule lists ten times as many.
const RemarkItems = 50

// Remarks checks all appeals of the active profile (G23).
func (a *App) Remarks(ctx context.Context, req RemarksReq) (RemarksRes, error) {
	if err := a.compareAll(ctx, a.inUse()); err != nil {
		return RemarksRes{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	var res RemarksRes
	groups, most := map[string]*RemarkGroup{}, RemarkItems
	if req.Rule != "" {
		most *= 10
	}
	list, env := a.ofProfile(a.active), a.env(a.active)
	months := map[appeal.Month]int{}
	for i, rec := range list {
		if i%500 == 0 {
			if err := rpc.Report(ctx, i, len(list), "Проверяем обращения"); err != nil {
				return RemarksRes{}, err
			}
		}
		month := a.monthOf(rec)
		if month.Valid() {
			months[month]++
		}
		if req.Month.Valid() && month != req.Month {
			continue
		}
		found := a.check(rec, env)
		if len(found) > 0 {
			res.Appeals++
		}
		for _, f := range found {
			res.count(f.Level)
			if req.Rule == "" || f.Rule == req.Rule {
				addRemark(groups, rec, f, most)
			}
		}
	}
	res.Months = monthCounts(months)
	for _, g := range groups {
		res.Groups = append(res.Groups, *g)
	}
	sortFunc(res.Groups, func(x, y RemarkGroup) int {
		return cmp.Or(cmp.Compare(rules.Weight(x.Level), rules.Weight(y.Level)), cmp.Compare(y.Count, x.Count), cmp.Compare(x.Rule.Code, y.Rule.Code))
	})
	return res, nil
}

func (r *RemarksRes) count(level appeal.Level) {
	switch level {
	case appeal.Error:
		r.Errors++
	case appeal.Warning:
		r.Warnings++
	default:
		r.Advice++
	}
}

func addRemark(groups map[string]*RemarkGroup, rec *record, f rules.Finding, most int) {
	g := groups[f.Rule]
	if g == nil {
		row, _ := rules.ByCode(f.Rule)
		g = &RemarkGroup{Rule: row, Level: f.Level}
		groups[f.Rule] = g
	}
	g.Count++
	if f.Fix != nil {
		g.Fixes++
	}
	if len(g.Items) < most {
		g.Items = append(g.Items, RemarkItem{rec.appeal.ID, numberOf(&rec.appeal), rec.appeal.Name, f, fixChange(rec, f.Fix)})
	}
}

// fixChange says what a fix would change, as a preview of a mass change does.
func fixChange(rec *record, fix *rules.Fix) *appeal.FieldChange {
	if fix == nil {
		return nil
	}
	after := clone(&rec.appeal)
	if after.Set(fix.Field, fix.Value) != nil {
		return nil
	}
	changes := appeal.Diff(&rec.appeal, &after)
	if len(changes) == 0 {
		return nil
	}
	return &changes[0]
}

// FixRemarksReq asks to apply the certain fixes of a rule.
type FixRemarksReq struct {
	Rule  string       `json:"rule"`
	IDs   []string     `json:"ids"`   // these appeals; empty = all of the active profile
	Month appeal.Month `json:"month"` // of this reporting month; the zero month = of all
}

// FixRemarks applies the fixes of one rule to one appeal or to all, as one
// action that can be undone.
func (a *App) FixRemarks(ctx context.Context, req FixRemarksReq) (ActionInfo, error) {
	if err := a.compareAll(ctx, a.inUse()); err != nil {
		return ActionInfo{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	env := a.env(a.active)
	var changes []change
	for _, rec := range a.ofProfile(a.active) {
		if len(req.IDs) > 0 && !slices.Contains(req.IDs, rec.appeal.ID) ||
			req.Month.Valid() && a.monthOf(rec) != req.Month {
			continue
		}
		before, after := rec.appeal, clone(&rec.appeal)
		for _, f := range a.check(rec, env) {
			if f.Rule != req.Rule || f.Fix == nil {
				continue
			}
			if err := after.Set(f.Fix.Field, f.Fix.Value); err != nil {
				return ActionInfo{}, err
			}
		}
		if len(appeal.Diff(&before, &after)) > 0 {
			changes = append(changes, change{before: &before, after: &after})
		}
	}
	if len(changes) == 0 {
		return ActionInfo{}, problem("nothing", "Исправлять уже нечего.", "Обновите список замечаний.")
	}
	row, _ := rules.ByCode(req.Rule)
	action, err := a.act(ctx, "Исправление: "+row.Text, changes)
	return action.info(), fault(err)
}
