package app

import (
	"context"

	"rroform/wasm/explain"
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
	for _, e := range o.Entries {
		switch rec, there := a.index.byID[e.ID]; {
		case e.ID == "":
			extra = append(extra, store.Op{Table: store.Files, Key: e.FileID, Rev: store.AnyRev})
			continue
		case there:
			if !rec.untouched() {
				res.Edited++
			}
			before := rec.appeal
			changes = append(changes, change{before: &before})
		}
	}
	drop, err := a.dropSources(ctx, o.sourceKeys(), a.heldSources(o.ID))
	if err != nil {
		return CloseOpenedRes{}, explain.Error(err)
	}
	extra = append(extra, drop...)
	if err := a.commit(ctx, changes, extra...); err != nil {
		return CloseOpenedRes{}, explain.Error(err)
	}
	a.unshelve(o.ID)
	return res, nil
}

// sourceKeys are the rows that its entries as they came stand in.
func (o *openArchive) sourceKeys() []string {
	if o.Sources != nil {
		return o.Sources
	}
	var keys []string // as programs before blocks kept them
	for _, e := range o.Entries {
		if e.ID != "" {
			keys = append(keys, e.ID)
		}
	}
	return keys
}

// heldSources are the entries as they came that records outside of an open
// archive share with it, also such as an undo would bring back.
func (a *App) heldSources(archiveID string) map[sourceRef]bool {
	held := map[sourceRef]bool{}
	for _, rec := range a.index.byID {
		if rec.appeal.ProfileID != archiveID {
			held[sourceAt(&rec.appeal)] = true
		}
	}
	for _, action := range a.actions {
		for _, step := range action.Steps {
			if ap, err := step.before(nil); err == nil && step.Before != nil && ap.ProfileID != archiveID {
				held[sourceAt(&ap)] = true
			}
		}
	}
	return held
}
