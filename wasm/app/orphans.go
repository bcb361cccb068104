package app

import (
	"context"
	"encoding/json"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/source"
	"rroform/wasm/store"
)

// orphanSources returns the deletion of original entries that neither the register nor an action uses.
// It lists the entries before it reads the appeals: what another tab takes in after that is not in the
// list. A comparison with memory usually finds none; only if it finds some, all records are read
// again.
func (a *App) orphanSources(ctx context.Context) ([]store.Op, error) {
	keys, err := a.ledger.Store.Keys(ctx, store.Sources)
	if err != nil || len(keys) == 0 {
		return nil, err
	}
	held := map[source.Ref]bool{}
	appeals, err := a.ledger.Store.Keys(ctx, store.Appeals)
	if err != nil {
		return nil, err
	}
	for _, id := range appeals {
		held[source.Ref{Row: id}] = true
	}
	hold := func(ap *appeal.Appeal) { held[source.RefOf(ap)] = true }
	for _, rec := range a.register.All() {
		hold(&rec.Appeal)
	}
	if ops, err := a.sources.DropOps(ctx, keys, held); err != nil || len(ops) == 0 {
		return nil, err
	}
	if err := a.ledger.EveryState(ctx, hold); err != nil {
		return nil, err
	}
	return a.sources.DropOps(ctx, keys, held)
}

// orphanParts returns the deletion of parts that are not in the journal: their build was cancelled or
// interrupted.
func (a *App) orphanParts(ctx context.Context) ([]store.Op, error) {
	keys, err := a.ledger.Store.Keys(ctx, store.Parts)
	if err != nil || len(keys) == 0 {
		return nil, err
	}
	// Read again: another tab may have made archives that this one does not know.
	archives, err := a.ledger.Store.Keys(ctx, store.Archives)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, id := range archives {
		known[id] = true
	}
	var ops []store.Op
	for _, key := range keys {
		if id, _, _ := strings.Cut(key, "/"); !known[id] && a.ledger.Old(id) {
			ops = append(ops, store.Op{Table: store.Parts, Key: key, Rev: store.AnyRev})
		}
	}
	return ops, nil
}

// openedFiles calls mark with the keys of the files of open archives. It reads the archives again,
// because another tab may have opened one.
func (a *App) openedFiles(ctx context.Context, mark func(fileID string)) error {
	rows, err := a.ledger.AllIntact(ctx, store.Opened)
	if err != nil {
		return err
	}
	for _, row := range rows {
		var o openArchive
		if err := json.Unmarshal(row.Data, &o); err != nil {
			return err
		}
		for _, e := range o.Entries {
			mark(e.FileID)
		}
	}
	return nil
}
