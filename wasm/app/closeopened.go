package app

import (
	"context"

	"rroform/wasm/explain"
	"rroform/wasm/ledger"
	"rroform/wasm/source"
	"rroform/wasm/store"
)

// CloseOpenedRes has the number of entries whose appeals were edited after opening.
type CloseOpenedRes struct {
	Edited int `json:"edited"`
}

// CloseOpened closes an open archive and deletes its data. Appeals that were taken into the register
// stay. [App.Sweep] later deletes answer files that no record uses.
func (a *App) CloseOpened(ctx context.Context, req OpenedIDReq) (CloseOpenedRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	o := a.openByID(req.ID)
	if o == nil {
		return CloseOpenedRes{}, nil // another tab has closed it
	}
	var res CloseOpenedRes
	var changes []ledger.Change
	extra := []store.Op{{Table: store.Opened, Key: o.ID, Rev: store.AnyRev}}
	for _, e := range o.Entries {
		switch rec := a.register.Get(e.ID); {
		case e.ID == "": // no appeal was read from this entry: delete its stored bytes
			extra = append(extra, store.Op{Table: store.Files, Key: e.FileID, Rev: store.AnyRev})
			continue
		case rec != nil:
			if !rec.Untouched() {
				res.Edited++
			}
			before := rec.Appeal
			changes = append(changes, ledger.Change{Before: &before})
		}
	}
	drop, err := a.sources.DropOps(ctx, o.sourceKeys(), a.heldSources(o.ID))
	if err != nil {
		return CloseOpenedRes{}, explain.Error(err)
	}
	extra = append(extra, drop...)
	if err := a.ledger.Commit(ctx, changes, extra...); err != nil {
		return CloseOpenedRes{}, explain.Error(err)
	}
	a.removeOpen(o.ID)
	return res, nil
}

// sourceKeys returns the keys of the rows with the original bytes of the entries.
func (o *openArchive) sourceKeys() []string {
	if o.Sources != nil {
		return o.Sources
	}
	var keys []string // archives of older versions have no Sources: the keys are the ids of the appeals
	for _, e := range o.Entries {
		if e.ID != "" {
			keys = append(keys, e.ID)
		}
	}
	return keys
}

// heldSources returns the places of original entries that records outside this archive need, including
// records that an undo would restore.
func (a *App) heldSources(archiveID string) map[source.Ref]bool {
	held := map[source.Ref]bool{}
	for _, rec := range a.register.All() {
		if rec.Appeal.ProfileID != archiveID {
			held[source.RefOf(&rec.Appeal)] = true
		}
	}
	for _, action := range a.ledger.Actions {
		for _, step := range action.Steps {
			if ap, err := step.State(nil); err == nil && step.Before != nil && ap.ProfileID != archiveID {
				held[source.RefOf(&ap)] = true
			}
		}
	}
	return held
}
