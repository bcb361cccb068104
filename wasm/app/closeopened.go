package app

import (
	"context"

	"rroform/wasm/store"
)

// CloseOpenedRes says how many entries had been edited.
type CloseOpenedRes struct {
	Edited int `json:"edited"`
}

// CloseOpened removes an open archive with all that is its own. What was taken
// into the register stays there; answer files that nothing else holds are
// swept later.
func (a *App) CloseOpened(ctx context.Context, req OpenedIDReq) (CloseOpenedRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	o := a.shelved(req.ID)
	if o == nil {
		return CloseOpenedRes{}, nil // another tab has closed it
	}
	var res CloseOpenedRes
	var changes []change
	extra := []store.Op{{Table: store.Opened, Key: o.ID, Rev: store.AnyRev}}
	held := a.heldSources(o.ID)
	for _, e := range o.Entries {
		switch rec, there := a.records[e.ID]; {
		case e.ID == "":
			extra = append(extra, store.Op{Table: store.Files, Key: e.FileID, Rev: store.AnyRev})
			continue
		case there:
			if !untouched(&rec.appeal) {
				res.Edited++
			}
			before := rec.appeal
			changes = append(changes, change{before: &before})
		}
		if !held[e.ID] {
			extra = append(extra, store.Op{Table: store.Sources, Key: e.ID, Rev: store.AnyRev})
		}
	}
	if err := a.commit(ctx, changes, extra...); err != nil {
		return CloseOpenedRes{}, fault(err)
	}
	a.unshelve(o.ID)
	return res, nil
}

// heldSources are the entries as they came that records outside of an open
// archive share with it, also such as an undo would bring back.
func (a *App) heldSources(archiveID string) map[string]bool {
	held := map[string]bool{}
	for _, rec := range a.records {
		if rec.appeal.ProfileID != archiveID {
			held[sourceKey(&rec.appeal)] = true
		}
	}
	for _, action := range a.actions {
		for _, step := range action.Steps {
			if ap, err := step.before(nil); err == nil && step.Before != nil && ap.ProfileID != archiveID {
				held[sourceKey(&ap)] = true
			}
		}
	}
	return held
}
