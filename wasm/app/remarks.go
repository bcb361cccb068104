package app

import (
	"cmp"
	"context"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// RemarksReq asks for the findings of all appeals.
type RemarksReq struct {
	Month appeal.Month `json:"month"` // zero = all months
	Rule  string       `json:"rule"`  // "" = all rules, with the first RemarkItems findings of each
}

// RemarksRes has the findings of all appeals by rule, errors first.
type RemarksRes struct {
	Groups   []RemarkGroup `json:"groups"`
	Appeals  int           `json:"appeals"` // appeals with any finding
	Errors   int           `json:"errors"`  // findings by level
	Warnings int           `json:"warnings"`
	Advice   int           `json:"advice"`
	// reporting months of all appeals with findings, for the choice of a month
	Months []journal.MonthCount `json:"months"`
}

// RemarkGroup is one rule with its findings.
type RemarkGroup struct {
	Rule  rules.Rule   `json:"rule"`
	Level appeal.Level `json:"level"` // in the format profile in force
	Count int          `json:"count"`
	Fixes int          `json:"fixes"` // how many of Count one click can fix
	// Choices are the labels of the fixes if a finding has several: the clerk chooses one.
	Choices []string     `json:"choices,omitempty"`
	Items   []RemarkItem `json:"items"`
}

// RemarkItem is one finding with its appeal.
type RemarkItem struct {
	ID      string        `json:"id"`
	Number  string        `json:"number"`
	Name    string        `json:"name"`
	Finding rules.Finding `json:"finding"`
	// Change is what the only fix would change, for people; nil = there is no single fix.
	Change *appeal.FieldChange `json:"change,omitempty"`
}

// RemarkItems is the maximum of findings that are listed for each rule; for a single rule it is ten
// times as many.
const RemarkItems = 50

// Remarks checks all appeals of the active profile (G23).
func (a *App) Remarks(ctx context.Context, req RemarksReq) (RemarksRes, error) {
	if err := a.register.CompareAll(ctx, a.register.ActiveProfileID()); err != nil {
		return RemarksRes{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	var res RemarksRes
	groups, most := map[string]*RemarkGroup{}, RemarkItems
	if req.Rule != "" {
		most *= 10
	}
	list, env := a.register.ByNumber(a.office.Active), a.register.Env(a.office.Active)
	months := map[appeal.Month]int{}
	for i, rec := range list {
		if i%500 == 0 {
			if err := rpc.Report(ctx, i, len(list), "Проверяем обращения"); err != nil {
				return RemarksRes{}, err
			}
		}
		month := a.register.MonthOf(rec)
		if month.Valid() {
			months[month]++
		}
		if req.Month.Valid() && month != req.Month {
			continue
		}
		found := a.register.Check(rec, env)
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
	res.Months = journal.MonthCounts(months)
	for _, g := range groups {
		res.Groups = append(res.Groups, *g)
	}
	slices.SortStableFunc(res.Groups, func(x, y RemarkGroup) int {
		return cmp.Or(cmp.Compare(rules.Weight(x.Level), rules.Weight(y.Level)), cmp.Compare(y.Count, x.Count),
			cmp.Compare(x.Rule.Code, y.Rule.Code))
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

func addRemark(groups map[string]*RemarkGroup, rec *register.Record, f rules.Finding, most int) {
	g := groups[f.Rule]
	if g == nil {
		row, _ := rules.ByCode(f.Rule)
		g = &RemarkGroup{Rule: row, Level: f.Level}
		groups[f.Rule] = g
	}
	g.Count++
	if len(f.Fixes) > 0 {
		g.Fixes++
	}
	if len(f.Fixes) > 1 {
		g.Choices = nil
		for _, fix := range f.Fixes {
			g.Choices = append(g.Choices, fix.Label)
		}
	}
	if len(g.Items) < most {
		g.Items = append(g.Items,
			RemarkItem{rec.Appeal.ID, rec.Appeal.ShownNumber(), rec.Appeal.Name, f, fixChange(rec, f.Fixes)})
	}
}

// fixChange returns what the only fix would change, like a preview of [App.MassEdit].
func fixChange(rec *register.Record, fixes []rules.Fix) *appeal.FieldChange {
	if len(fixes) != 1 {
		return nil
	}
	after := rec.Appeal.Clone()
	if after.Set(fixes[0].Field, fixes[0].Value) != nil {
		return nil
	}
	changes := appeal.Diff(&rec.Appeal, &after)
	if len(changes) == 0 {
		return nil
	}
	return &changes[0]
}

// FixRemarksReq names the rule whose fixes to apply.
type FixRemarksReq struct {
	Rule  string       `json:"rule"`
	Label string       `json:"label"` // of the chosen fix; "" = the only one
	IDs   []string     `json:"ids"`   // these appeals; empty = all of the active profile
	Month appeal.Month `json:"month"` // of this reporting month; zero = all
}

// FixRemarks applies the fixes of one rule to one or all appeals, as one action, which the clerk can
// undo.
func (a *App) FixRemarks(ctx context.Context, req FixRemarksReq) (ledger.ActionInfo, error) {
	if err := a.register.CompareAll(ctx, a.register.ActiveProfileID()); err != nil {
		return ledger.ActionInfo{}, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	env := a.register.Env(a.office.Active)
	var changes []ledger.Change
	for _, rec := range a.register.ByNumber(a.office.Active) {
		if len(req.IDs) > 0 && !slices.Contains(req.IDs, rec.Appeal.ID) ||
			req.Month.Valid() && a.register.MonthOf(rec) != req.Month {
			continue
		}
		before, after := rec.Appeal, rec.Appeal.Clone()
		for _, f := range a.register.Check(rec, env) {
			if f.Rule != req.Rule || len(f.Fixes) == 0 {
				continue
			}
			at := slices.IndexFunc(f.Fixes, func(fix rules.Fix) bool { return fix.Label == req.Label })
			if at < 0 && len(f.Fixes) > 1 {
				return ledger.ActionInfo{},
					rpc.Problem("choose", "Исправить это можно по-разному.",
						"Выберите, как исправить. Ничего не изменилось.")
			}
			fix := f.Fixes[max(at, 0)]
			if err := after.Set(fix.Field, fix.Value); err != nil {
				return ledger.ActionInfo{}, err
			}
		}
		if len(appeal.Diff(&before, &after)) > 0 {
			changes = append(changes, ledger.Change{Before: &before, After: &after})
		}
	}
	if len(changes) == 0 {
		return ledger.ActionInfo{}, rpc.Problem("nothing", "Исправлять уже нечего.", "Обновите список замечаний.")
	}
	row, _ := rules.ByCode(req.Rule)
	action, err := a.ledger.Act(ctx, "Исправление: "+row.Text, changes)
	return action.Info(), explain.Error(err)
}
