package ledger

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// Aside is a row that was set aside: it is damaged, it has no meaning for this program, or the program panics on it.
// It stays in the store until a clerk decides about it, and the program works without it.
type Aside struct {
	Table      store.Table
	Row        store.Row
	FromBackup bool   // the row is in [store.Damaged]: it came with a backup
	BackupKey  string // its key in [store.Damaged]
	// Failing: the row is intact, but the program panics on it.
	Failing bool
}

// readings has what was read from the store before it is put into memory.
type readings struct {
	rows    map[store.Table][]store.Row
	appeals []*Record // the rows of [store.Appeals]
	aside   []Aside
}

// readTables reads the tables of the loaders, the appeals and the damaged rows.
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
	keys, err := l.Store.Keys(ctx, store.Damaged)
	if err != nil {
		return t, fmt.Errorf("read %s: %w", store.Damaged, err)
	}
	for _, key := range keys {
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

// WithoutDamaged returns the rows that are not damaged.
func WithoutDamaged(rows []store.Row) []store.Row {
	if !slices.ContainsFunc(rows, isDamaged) {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), isDamaged)
}

func isDamaged(row store.Row) bool { return row.Damaged }

// setAside sets aside an intact row that has no meaning for this program.
func (l *Ledger) setAside(table store.Table, row store.Row) {
	l.Aside = append(l.Aside, meaningless(table, row))
}

func meaningless(table store.Table, row store.Row) Aside {
	row.Data = store.TextValue(row.Rev, row.Key, row.Data) // with the header that the store writes
	return Aside{Table: table, Row: row}
}

// AsideIndex returns the index in l.Aside of a row that was set aside in its own table, or -1.
func (l *Ledger) AsideIndex(table store.Table, key string) int {
	return slices.IndexFunc(l.Aside, func(x Aside) bool {
		return !x.FromBackup && x.Table == table && x.Row.Key == key
	})
}

// replaced removes rows from l.Aside that were overwritten.
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
