package app

import (
	"context"
	"slices"

	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/rpc"
)

// ActionsReq is empty.
type ActionsReq struct{}

// ActionsRes lists the actions that can be undone, the newest first.
type ActionsRes struct {
	Actions []ledger.ActionInfo `json:"actions"`
}

// Actions returns the last actions of the active profile.
func (a *App) Actions(context.Context, ActionsReq) (ActionsRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	var res ActionsRes
	for _, x := range slices.Backward(a.ledger.Actions) {
		if x.ProfileID == a.office.Active {
			res.Actions = append(res.Actions, x.Info())
		}
	}
	return res, nil
}

// UndoReq names an action.
type UndoReq struct {
	ID string `json:"id"`
}

// Undo restores the states before an action.
func (a *App) Undo(ctx context.Context, req UndoReq) (ledger.UndoRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	at := slices.IndexFunc(a.ledger.Actions, func(x ledger.Action) bool { return x.ID == req.ID })
	if at < 0 {
		return ledger.UndoRes{}, rpc.Problem("gone", "Это действие уже отменено или вытеснено более новыми.",
			"Отменить можно последние 20 действий.")
	}
	archives := a.ledger.Actions[at].Archives
	res, err := a.ledger.Undo(ctx, at, a.journal.DropOps(archives)...)
	if err != nil {
		return ledger.UndoRes{}, err
	}
	if res.Zeros = len(archives); res.Zeros > 0 {
		a.journal.Drop(archives)
		a.register.JournalChanged()
	}
	return res, nil
}

// DeleteAppealsReq names appeals to delete.
type DeleteAppealsReq struct {
	IDs []string `json:"ids"`
}

// DeleteAppeals deletes appeals in one action, which the clerk can undo.
func (a *App) DeleteAppeals(ctx context.Context, req DeleteAppealsReq) (ledger.ActionInfo, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	var changes []ledger.Change
	sent := 0
	for _, id := range req.IDs {
		rec, err := a.register.Find(id)
		if err != nil {
			return ledger.ActionInfo{}, explain.Error(err)
		}
		before := rec.Appeal
		if a.register.WasSent(id) {
			sent++ // the portal still has it
		}
		changes = append(changes, ledger.Change{Before: &before})
	}
	action, err := a.ledger.Act(ctx, "Удаление", changes)
	info := action.Info()
	info.Sent = sent
	return info, explain.Error(err)
}
