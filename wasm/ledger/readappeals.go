package ledger

import (
	"context"

	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// readAppeals decodes a block of rows while the browser reads the next one on another processor. It writes only to
// t, because the store may start again from the first row, or fail.
func (l *Ledger) readAppeals(ctx context.Context, t *readings) error {
	var aside []Aside
	err := l.Store.Each(ctx, store.Appeals, func(from int, rows []store.Row) error {
		if from == 0 {
			t.appeals, aside = nil, nil
		}
		for _, row := range rows {
			if row.Damaged {
				aside = append(aside, Aside{Table: store.Appeals, Row: row})
				continue
			}
			rec, err := recordOf(row)
			if err != nil {
				aside = append(aside, meaningless(store.Appeals, row))
				continue
			}
			t.appeals = append(t.appeals, rec)
		}
		return rpc.ReportNoYield(ctx, from+len(rows), 0, openingRegister)
	})
	t.aside = append(t.aside, aside...)
	return err
}

func recordOf(row store.Row) (*Record, error) {
	rec := &Record{}
	err := rpc.Guard(func() error { return rec.Appeal.Read(row.Data) })
	rec.Appeal.Rev = row.Rev
	return rec, err
}
