package ledger

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// Aside is a damaged row: it is not as it was written, it makes no sense to
// this program, or the program fails on it. It stops nothing and stays where it is until a clerk has
// decided about it.
type Aside struct {
	Table store.Table
	Row   store.Row
	Kept  bool   // the row lies in [store.Damaged]: it came with a backup
	At    string // its key there
	// failing: it is whole and makes sense, but the program fails on it.
	Failing bool
}

// readings are the tables as they were read.
type readings struct {
	rows    map[store.Table][]store.Row
	appeals []*Record // of the rows of store.Appeals
	aside   []Aside
}

// readTables reads what the core is filled from.
func (l *Ledger) readTables(ctx context.Context, loaders []Loader) (readings, error) {
	t := readings{rows: map[store.Table][]store.Row{}}
	for i, each := range loaders {
		if err := rpc.Report(ctx, i, len(loaders), openingRegister); err != nil {
			return t, err
		}
		rows, err := l.Store.All(ctx, each.Table)
		if err != nil {
			return t, fmt.Errorf("read %s: %w", each.Table, err)
		}
		for _, row := range rows {
			if row.Damaged {
				t.aside = append(t.aside, Aside{Table: each.Table, Row: row})
			}
		}
		t.rows[each.Table] = WithoutDamaged(rows)
	}
	if err := l.readAppeals(ctx, &t); err != nil {
		return t, fmt.Errorf("read %s: %w", store.Appeals, err)
	}
	kept, err := l.Store.Keys(ctx, store.Damaged)
	if err != nil {
		return t, fmt.Errorf("read %s: %w", store.Damaged, err)
	}
	for _, key := range kept {
		row, err := l.Store.Get(ctx, store.Damaged, key)
		if errors.Is(err, store.ErrNotFound) {
			continue // another tab has removed it
		}
		if err != nil {
			return t, fmt.Errorf("read %s: %w", store.Damaged, err)
		}
		t.aside = append(t.aside, asideOfBackup(row))
	}
	return t, nil
}

// WithoutDamaged are the rows that are as they were written.
func WithoutDamaged(rows []store.Row) []store.Row {
	if !slices.ContainsFunc(rows, isDamaged) {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), isDamaged)
}

func isDamaged(row store.Row) bool { return row.Damaged }

// setAside takes a row out of the way that is whole and yet makes no sense.
func (l *Ledger) setAside(table store.Table, row store.Row) {
	l.Aside = append(l.Aside, senseless(table, row))
}

func senseless(table store.Table, row store.Row) Aside {
	row.Data = store.TextValue(row.Rev, row.Key, row.Data) // as it stands in the store
	return Aside{Table: table, Row: row}
}

// AsideIndex finds a row that was set aside where it stands, -1 when it is whole.
func (l *Ledger) AsideIndex(table store.Table, key string) int {
	return slices.IndexFunc(l.Aside, func(x Aside) bool { return !x.Kept && x.Table == table && x.Row.Key == key })
}

// replaced forgets damaged rows that were written over.
func (l *Ledger) replaced(ops []store.Op) {
	if len(l.Aside) == 0 {
		return
	}
	for _, o := range ops {
		if at := l.AsideIndex(o.Table, o.Key); at >= 0 {
			l.Aside = slices.Delete(l.Aside, at, at+1)
		}
	}
}
