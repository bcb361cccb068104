package ledger

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// Op returns the store operation that writes v as JSON.
func Op(table store.Table, key string, rev int64, v any) (store.Op, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return store.Op{}, fmt.Errorf("encode %s/%s: %w", table, key, err)
	}
	return store.Op{Table: table, Key: key, Rev: rev, Data: data}, nil
}

// Put writes one row and returns its new revision.
func (l *Ledger) Put(ctx context.Context, table store.Table, key string, rev int64, v any) (int64, error) {
	o, err := Op(table, key, rev, v)
	if err != nil {
		return 0, err
	}
	revs, err := l.Store.Write(ctx, []store.Op{o})
	if err != nil {
		return 0, err
	}
	l.replaced([]store.Op{o})
	return revs[0], nil
}

// File returns the bytes of an answer file. It needs no lock.
func (l *Ledger) File(ctx context.Context, id string) ([]byte, error) {
	row, err := l.Store.Get(ctx, store.Files, id)
	return row.Data, err
}

// orphanAge is how long an answer file or a part without a record is kept: longer than a card stays open.
const orphanAge = 48 * time.Hour

// EveryState visits each stored appeal and each state that an undo would restore. It reads the store, because another
// tab may have written records that are not in memory. If a row is damaged, the error wraps [store.ErrDamaged].
func (l *Ledger) EveryState(ctx context.Context, visit func(*appeal.Appeal)) error {
	rows, err := l.AllIntact(ctx, store.Appeals)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := VisitState(row.Data, visit); err != nil {
			return err
		}
	}
	if rows, err = l.AllIntact(ctx, store.Actions); err != nil {
		return err
	}
	for _, row := range rows {
		var action Action
		if err := json.Unmarshal(row.Data, &action); err != nil {
			return err
		}
		for _, step := range action.Steps {
			if step.Before == nil {
				continue
			}
			if err := VisitState(step.Before, visit); err != nil {
				return err
			}
		}
	}
	return nil
}

// VisitState calls visit with a decoded appeal, even if decoding fails: then visit gets what was decoded before the
// error.
func VisitState(data []byte, visit func(*appeal.Appeal)) error {
	ap, err := appeal.Unmarshal(data)
	visit(&ap)
	return err
}

// AllIntact is [store.Store.All]; if a row is damaged, the error wraps [store.ErrDamaged].
func (l *Ledger) AllIntact(ctx context.Context, table store.Table) ([]store.Row, error) {
	rows, err := l.Store.All(ctx, table)
	if err == nil && slices.ContainsFunc(rows, isDamaged) {
		err = fmt.Errorf("all of %s: %w", table, store.ErrDamaged)
	}
	return rows, err
}
