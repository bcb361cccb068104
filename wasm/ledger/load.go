package ledger

import (
	"context"
	"slices"

	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

const openingRegister = "Открываем реестр"

// Loader puts the rows of a table into memory.
type Loader struct {
	Table store.Table
	Take  func(store.Row) error // an error sets the row aside
}

// Load reads all tables, calls reset to empty the memory of other packages, and passes each row to its loader. If
// reading fails, memory stays as it is.
func (l *Ledger) Load(ctx context.Context, reset func(), loaders []Loader) error {
	loaders = append(slices.Clone(loaders), Loader{store.Actions, l.takeAction})
	tables, err := l.readTables(ctx, loaders)
	if err != nil {
		return err
	}
	reset()
	l.Records, l.Actions = make(map[string]*Record, len(tables.appeals)), nil
	l.Aside = tables.aside
	l.hideKeys(ctx)
	for _, each := range loaders {
		for i, row := range tables.rows[each.Table] {
			if i%500 == 0 {
				// The error is ignored: a cancellation now would leave memory half filled.
				_ = rpc.Report(ctx, i, len(tables.rows[each.Table]), openingRegister)
			}
			if err := rpc.Guard(func() error { return each.Take(row) }); err != nil {
				l.setAside(each.Table, row)
			}
		}
	}
	for _, rec := range tables.appeals {
		l.KeepOrSetAside(rec)
	}
	sortActions(l.Actions)
	return nil
}
