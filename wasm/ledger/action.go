package ledger

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// Action is a change of many appeals, or a deletion, that can be undone, even after a reload. An undo restores the
// stored rows byte for byte.
type Action struct {
	ID        string       `json:"id"`
	At        time.Time    `json:"at"`
	Who       string       `json:"who"`
	ProfileID string       `json:"profileId"`
	Label     string       `json:"label"` // what was done, in Russian
	Steps     []ActionStep `json:"steps"`
	Log       string       `json:"log,omitempty"`      // id of the [Log], if it was an import or a merge
	Archives  []string     `json:"archives,omitempty"` // ids of zero reports that it added to the journal
	// orders actions, as clocks may be set back; 0 = made by an older program
	Seq int64 `json:"seq,omitempty"`
}

// ActionStep has the stored row of one appeal before the action.
type ActionStep struct {
	ID     string          `json:"id"`
	Before json.RawMessage `json:"before,omitempty"` // missing: the action has created it
	Rev    int64           `json:"rev"`              // after the action; 0 = it was deleted
}

// keptActions is the number of actions that can be undone.
const keptActions = 20

// Act commits the changes and stores an [Action] in the same batch.
func (l *Ledger) Act(ctx context.Context, label string, changes []Change, extra ...store.Op) (Action, error) {
	action := Action{ID: NewID(), At: l.office.Now().UTC(), Who: l.office.Author(), ProfileID: l.office.Active,
		Label: label}
	for _, x := range l.Actions {
		action.Seq = max(action.Seq, x.Seq)
	}
	action.Seq++
	rows, err := l.stored(ctx, changes)
	if err != nil {
		return Action{}, err
	}
	for i, c := range changes {
		step := ActionStep{ID: c.id(), Before: rows[i]}
		if c.After != nil {
			step.Rev = c.After.Rev + 1 // the store will give this revision to the write below
		}
		action.Steps = append(action.Steps, step)
	}
	action.Log, action.Archives = logOf(extra), ZeroReportIDs(extra)
	row, err := Op(store.Actions, action.ID, 0, action)
	if err != nil {
		return Action{}, err
	}
	extra = append(extra, row)
	old := l.Actions[:max(0, len(l.Actions)+1-keptActions)]
	for _, x := range old {
		extra = append(extra, store.Op{Table: store.Actions, Key: x.ID, Rev: store.AnyRev})
	}
	if err := l.Commit(ctx, changes, extra...); err != nil {
		return Action{}, err
	}
	l.Actions = append(l.Actions[len(old):], action)
	return action, nil
}

// stored returns the stored bytes of the records before the changes: row by row for a few, otherwise with one request
// for all.
func (l *Ledger) stored(ctx context.Context, changes []Change) ([]json.RawMessage, error) {
	const few = 20
	out := make([]json.RawMessage, len(changes))
	existing := 0
	for _, c := range changes {
		if c.Before != nil {
			existing++
		}
	}
	if existing <= few { // zero if all appeals are new
		for i, c := range changes {
			if c.Before == nil {
				continue
			}
			row, err := l.Store.Get(ctx, store.Appeals, c.Before.ID)
			if err != nil {
				return nil, err
			}
			out[i] = row.Data
		}
		return out, nil
	}
	rows, err := l.Store.All(ctx, store.Appeals)
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
		if c.Before == nil {
			continue
		}
		if out[i] = byID[c.Before.ID]; out[i] == nil {
			return nil, fmt.Errorf("appeal %s: %w", c.Before.ID, store.ErrDamaged)
		}
	}
	return out, nil
}

// ActionInfo describes an [Action] to the page.
type ActionInfo struct {
	ID    string    `json:"id"`
	At    time.Time `json:"at"`
	Who   string    `json:"who"`
	Label string    `json:"label"`
	Count int       `json:"count"`
	Sent  int       `json:"sent"` // of a deletion that was just made: how many of the appeals an archive holds
}

// Info describes the action.
func (x Action) Info() ActionInfo {
	return ActionInfo{ID: x.ID, At: x.At, Who: x.Who, Label: x.Label, Count: len(x.Steps)}
}

// UndoRes is the result of an undo. Appeals that were changed after the action stay as they are.
type UndoRes struct {
	Undone  int      `json:"undone"`
	Zeros   int      `json:"zeros"`   // zero reports that were removed from the journal
	Skipped []string `json:"skipped"` // numbers of the appeals that stay as they are
}

// Undo reverts the action with an index in l.Actions. It writes extra rows in the same batch.
func (l *Ledger) Undo(ctx context.Context, at int, extra ...store.Op) (UndoRes, error) {
	var res UndoRes
	action := l.Actions[at]
	ops := []store.Op{{Table: store.Actions, Key: action.ID, Rev: store.AnyRev}}
	var back []*Record // nil: the action had created the record
	for _, step := range action.Steps {
		have, there := l.Records[step.ID]
		ap, err := step.State(have)
		if err != nil {
			return UndoRes{}, err
		}
		if there != (step.Rev != 0) || there && have.Appeal.Rev != step.Rev || !l.Hooks.ProfileExists(ap.ProfileID) {
			res.Skipped = append(res.Skipped, ap.ShownNumber())
			continue
		}
		ops = append(ops, store.Op{Table: store.Appeals, Key: step.ID, Rev: step.Rev, Data: step.Before})
		if step.Before == nil {
			back = append(back, nil)
		} else {
			back = append(back, &Record{Appeal: ap})
		}
	}
	undone, err := l.undoneLog(ctx, action.Log, res.Skipped)
	if err != nil {
		return UndoRes{}, err
	}
	revs, err := l.WriteLong(ctx, "Отменяем", slices.Concat(ops, undone, extra))
	if err != nil {
		return UndoRes{}, err
	}
	for i, rec := range back {
		if rec == nil {
			l.Drop(ops[i+1].Key)
			continue
		}
		rec.Appeal.Rev = revs[i+1]
		l.Keep(rec)
	}
	l.Actions = slices.Delete(slices.Clone(l.Actions), at, at+1)
	res.Undone = len(back)
	return res, nil
}

// State returns the appeal that an undo restores. If the action had created the appeal, the undo will delete it, and
// State returns it as it is now.
func (s *ActionStep) State(have *Record) (appeal.Appeal, error) {
	switch {
	case s.Before != nil:
		return appeal.Unmarshal(s.Before)
	case have != nil:
		return have.Appeal, nil
	}
	return appeal.Appeal{}, nil
}

func (l *Ledger) takeAction(r store.Row) error {
	var action Action
	if err := json.Unmarshal(r.Data, &action); err != nil {
		return err
	}
	l.Actions = append(l.Actions, action)
	return nil
}

func sortActions(list []Action) {
	slices.SortStableFunc(list, func(x, y Action) int {
		return cmp.Or(cmp.Compare(x.Seq, y.Seq), x.At.Compare(y.At), cmp.Compare(x.ID, y.ID))
	})
}

// ZeroReportIDs returns the ids of zero reports among the writes of an action.
func ZeroReportIDs(ops []store.Op) (ids []string) {
	for _, o := range ops {
		if o.Table == store.Archives && o.Data != nil {
			ids = append(ids, o.Key)
		}
	}
	return ids
}
