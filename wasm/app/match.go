package app

import (
	"context"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/packs"
)

// MatchedRes counts recipients and questions that were given only in words and now have a GUID or a
// code.
type MatchedRes struct {
	Recipients int                `json:"recipients"` // got the GUID of the one body with their name
	Codes      int                `json:"codes"`      // got the code of the one question with their title
	Several    []string           `json:"several"`    // names that several bodies have, which were not matched
	Action     *ledger.ActionInfo `json:"action,omitempty"`
}

// MatchNamesReq is empty.
type MatchNamesReq struct{}

// MatchNames sets the GUIDs of the active profile's recipients whose name exactly one body has, and
// the codes of questions that have the title of exactly one code, in one action, which the clerk can
// undo.
func (a *App) MatchNames(ctx context.Context, _ MatchNamesReq) (MatchedRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.matchNames(ctx)
}

func (a *App) matchNames(ctx context.Context) (MatchedRes, error) {
	res := MatchedRes{Several: []string{}}
	codeByTitle := a.packs.CodesByTitle()
	var changes []ledger.Change
	for _, rec := range a.register.ByNumber(a.office.Active) {
		if !namedOnly(&rec.Appeal) {
			continue
		}
		before, after := rec.Appeal, rec.Appeal.Clone()
		for i := range after.Questions {
			q := &after.Questions[i]
			if code := codeByTitle(q.Code); code != "" {
				q.Code = code
				res.Codes++
			}
			for j := range q.Transfers {
				t := &q.Transfers[j]
				if t.DepartmentID != "" || t.DepartmentName == "" {
					continue
				}
				switch ids := a.packs.BodiesByName(t.DepartmentName); {
				case len(ids) == 1:
					t.DepartmentID = ids[0]
					res.Recipients++
				case len(ids) > 1 && !slices.Contains(res.Several, t.DepartmentName):
					res.Several = append(res.Several, t.DepartmentName)
				}
			}
		}
		if len(appeal.Diff(&before, &after)) > 0 {
			changes = append(changes, ledger.Change{Before: &before, After: &after})
		}
	}
	slices.Sort(res.Several)
	if len(changes) == 0 {
		return res, nil
	}
	action, err := a.ledger.Act(ctx, "Идентификаторы и коды по справочникам", changes)
	if err != nil {
		return MatchedRes{}, explain.Error(err)
	}
	info := action.Info()
	res.Action = &info
	return res, nil
}

// namedOnly reports whether an appeal has a recipient or a question that is given only in words.
func namedOnly(ap *appeal.Appeal) bool {
	return slices.ContainsFunc(ap.Questions, func(q appeal.Question) bool {
		return packs.IsTitle(q.Code) ||
			slices.ContainsFunc(q.Transfers, func(t appeal.Transfer) bool {
				return t.DepartmentID == "" && t.DepartmentName != ""
			})
	})
}
