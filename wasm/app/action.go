package app

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/explain"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// Action is a change of many appeals, or a deletion, that can be undone: also
// after a reload, and byte for byte.
type Action struct {
	ID        string       `json:"id"`
	At        time.Time    `json:"at"`
	Who       string       `json:"who"`
	ProfileID string       `json:"profileId"`
	Label     string       `json:"label"` // what was done, for people
	Steps     []ActionStep `json:"steps"`
	Log       string       `json:"log,omitempty"`      // of the import or merge that it was, see [Log]
	Archives  []string     `json:"archives,omitempty"` // zero reports that it brought into the journal
	Seq       int64        `json:"seq,omitempty"`      // its place in the order: clocks are set back; 0 = of an older program
}

// ActionStep keeps what one appeal was before, as it was stored.
type ActionStep struct {
	ID     string          `json:"id"`
	Before json.RawMessage `json:"before,omitempty"` // missing: it was not there
	Rev    int64           `json:"rev"`              // after the action; 0 = it was deleted
}

// keptActions is how many actions can be undone.
const keptActions = 20

// act commits the changes and keeps what is needed to undo them.
func (a *App) act(ctx context.Context, label string, changes []change, extra ...store.Op) (Action, error) {
	action := Action{ID: newID(), At: a.now().UTC(), Who: a.who(), ProfileID: a.active, Label: label}
	for _, x := range a.actions {
		action.Seq = max(action.Seq, x.Seq)
	}
	action.Seq++
	rows, err := a.stored(ctx, changes)
	if err != nil {
		return Action{}, err
	}
	for i, c := range changes {
		step := ActionStep{ID: c.id(), Before: rows[i]}
		if c.after != nil {
			step.Rev = c.after.Rev + 1 // what the store gives the write of the batch below
		}
		action.Steps = append(action.Steps, step)
	}
	action.Log, action.Archives = logOf(extra), zeroRows(extra)
	row, err := op(store.Actions, action.ID, 0, action)
	if err != nil {
		return Action{}, err
	}
	extra = append(extra, row)
	old := a.actions[:max(0, len(a.actions)+1-keptActions)]
	for _, x := range old {
		extra = append(extra, store.Op{Table: store.Actions, Key: x.ID, Rev: store.AnyRev})
	}
	if err := a.commit(ctx, changes, extra...); err != nil {
		return Action{}, err
	}
	a.actions = append(a.actions[len(old):], action)
	return action, nil
}

// stored returns the bytes of the records as they stand, not what they mean:
// row by row when they are few, else all in one request.
func (a *App) stored(ctx context.Context, changes []change) ([]json.RawMessage, error) {
	const few = 20
	out := make([]json.RawMessage, len(changes))
	there := 0
	for _, c := range changes {
		if c.before != nil {
			there++
		}
	}
	if there <= few { // none when an archive is taken in
		for i, c := range changes {
			if c.before == nil {
				continue
			}
			row, err := a.store.Get(ctx, store.Appeals, c.before.ID)
			if err != nil {
				return nil, err
			}
			out[i] = row.Data
		}
		return out, nil
	}
	rows, err := a.store.All(ctx, store.Appeals)
	if err != nil {
		return nil, err
	}
	byID := make(map[string][]byte, len(rows))
	for _, row := range rows {
		if row.Damaged {
			continue
		}
		byID[row.Key] = row.Data
	}
	for i, c := range changes {
		if c.before == nil {
			continue
		}
		if out[i] = byID[c.before.ID]; out[i] == nil {
			return nil, fmt.Errorf("appeal %s: %w", c.before.ID, store.ErrDamaged)
		}
	}
	return out, nil
}

// ActionsReq asks for what can be undone.
type ActionsReq struct{}

// ActionsRes lists it, the newest first.
type ActionsRes struct {
	Actions []ActionInfo `json:"actions"`
}

// ActionInfo is an action without the records it keeps.
type ActionInfo struct {
	ID    string    `json:"id"`
	At    time.Time `json:"at"`
	Who   string    `json:"who"`
	Label string    `json:"label"`
	Count int       `json:"count"`
	Sent  int       `json:"sent"` // of a deletion just made: appeals that an archive held
}

func (x Action) info() ActionInfo {
	return ActionInfo{ID: x.ID, At: x.At, Who: x.Who, Label: x.Label, Count: len(x.Steps)}
}

// Actions returns the last actions of the active profile.
func (a *App) Actions(context.Context, ActionsReq) (ActionsRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	var res ActionsRes
	for _, x := range slices.Backward(a.actions) {
		if x.ProfileID == a.active {
			res.Actions = append(res.Actions, x.info())
		}
	}
	return res, nil
}

// UndoReq names an action.
type UndoReq struct {
	ID string `json:"id"`
}

// UndoRes says what came of it: appeals that were changed after the action
// stay as they are and are named.
type UndoRes struct {
	Undone  int      `json:"undone"`
	Zeros   int      `json:"zeros"`   // zero reports taken out of the journal again
	Skipped []string `json:"skipped"` // numbers
}

// Undo puts back what an action changed.
func (a *App) Undo(ctx context.Context, req UndoReq) (UndoRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	at := slices.IndexFunc(a.actions, func(x Action) bool { return x.ID == req.ID })
	if at < 0 {
		return UndoRes{}, rpc.Problem("gone", "Это действие уже отменено или вытеснено более новыми.", "Отменить можно последние 20 действий.")
	}
	archives := a.actions[at].Archives
	res, err := a.undo(ctx, at, a.journalDrops(archives)...)
	if err != nil {
		return UndoRes{}, err
	}
	if res.Zeros = len(archives); res.Zeros > 0 {
		a.dropArchives(archives)
		a.journalChanged()
	}
	return res, nil
}

// undo puts back what the action at a place changed; extra rows go into the same
// batch.
func (a *App) undo(ctx context.Context, at int, extra ...store.Op) (UndoRes, error) {
	var res UndoRes
	action := a.actions[at]
	ops := []store.Op{{Table: store.Actions, Key: action.ID, Rev: store.AnyRev}}
	var back []*record // nil where the action had made the record
	for _, step := range action.Steps {
		have, there := a.records[step.ID]
		ap, err := step.before(have)
		if err != nil {
			return UndoRes{}, err
		}
		if there != (step.Rev != 0) || there && have.appeal.Rev != step.Rev || !a.hooks.known(ap.ProfileID) {
			res.Skipped = append(res.Skipped, ap.ShownNumber())
			continue
		}
		ops = append(ops, store.Op{Table: store.Appeals, Key: step.ID, Rev: step.Rev, Data: step.Before})
		if step.Before == nil {
			back = append(back, nil)
		} else {
			back = append(back, &record{appeal: ap})
		}
	}
	undone, err := a.undoneLog(ctx, action.Log, res.Skipped)
	if err != nil {
		return UndoRes{}, err
	}
	revs, err := a.writeLong(ctx, "Отменяем", slices.Concat(ops, undone, extra))
	if err != nil {
		return UndoRes{}, err
	}
	for i, rec := range back {
		if rec == nil {
			a.drop(ops[i+1].Key)
			continue
		}
		rec.appeal.Rev = revs[i+1]
		a.keep(rec)
	}
	a.actions = slices.Delete(slices.Clone(a.actions), at, at+1)
	res.Undone = len(back)
	return res, nil
}

// before returns the appeal that an undo puts back; where the action had made
// it, the appeal as it is now, which the undo takes away.
func (s *ActionStep) before(have *record) (appeal.Appeal, error) {
	switch {
	case s.Before != nil:
		return appeal.Unmarshal(s.Before)
	case have != nil:
		return have.appeal, nil
	}
	return appeal.Appeal{}, nil
}

func (a *App) takeAction(r store.Row) error {
	var action Action
	if err := json.Unmarshal(r.Data, &action); err != nil {
		return err
	}
	a.actions = append(a.actions, action)
	return nil
}

func sortActions(list []Action) {
	slices.SortStableFunc(list, func(x, y Action) int {
		return cmp.Or(cmp.Compare(x.Seq, y.Seq), x.At.Compare(y.At), cmp.Compare(x.ID, y.ID))
	})
}

// DeleteAppealsReq names appeals to delete.
type DeleteAppealsReq struct {
	IDs []string `json:"ids"`
}

// DeleteAppeals removes appeals in one step that can be undone.
func (a *App) DeleteAppeals(ctx context.Context, req DeleteAppealsReq) (ActionInfo, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	var changes []change
	sent := 0
	for _, id := range req.IDs {
		rec, err := a.find(id)
		if err != nil {
			return ActionInfo{}, explain.Error(err)
		}
		before := rec.appeal
		if _, there := a.index.exported[id]; there {
			sent++ // deleted here, it still stands on the portal
		}
		changes = append(changes, change{before: &before})
	}
	action, err := a.act(ctx, "Удаление", changes)
	info := action.info()
	info.Sent = sent
	return info, explain.Error(err)
}
