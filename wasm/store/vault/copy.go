package vault

import (
	"context"
	"fmt"

	"rroform/wasm/store"
)

// copying takes all rows from one store to another, revisions too.
type copying struct {
	from, to    store.Store
	report      Report
	done, total int // rows
	batch       []store.Op
	size        int // bytes of batch
}

// A batch is written together, since each write waits for the disk.
const (
	batchBytes = 4 << 20
	batchRows  = 1000
)

func (c *copying) count(ctx context.Context) error {
	for _, table := range store.Tables() {
		keys, err := c.from.Keys(ctx, table)
		if err != nil {
			return err
		}
		c.total += len(keys)
	}
	return nil
}

// table copies one, at once or row by row, and makes sure that all is there.
func (c *copying) table(ctx context.Context, table store.Table, whole bool) error {
	keys, err := c.from.Keys(ctx, table)
	if err != nil || len(keys) == 0 {
		return err
	}
	if whole {
		rows, err := c.from.All(ctx, table)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if err := c.row(ctx, table, row); err != nil {
				return err
			}
		}
	} else {
		for _, key := range keys {
			row, err := c.from.Get(ctx, table, key)
			if err == nil {
				err = c.row(ctx, table, row)
			}
			if err != nil {
				return err
			}
		}
	}
	if err := c.flush(ctx); err != nil {
		return err
	}
	there, err := c.to.Keys(ctx, table)
	if err == nil && len(there) != len(keys) {
		err = fmt.Errorf("%d rows of %d have arrived", len(there), len(keys))
	}
	return err
}

func (c *copying) row(ctx context.Context, table store.Table, row store.Row) error {
	if row.Damaged { // a copy would give it a sum that says it is whole
		return fmt.Errorf("copy %s/%s: %w", table, row.Key, store.ErrDamaged)
	}
	c.batch = append(c.batch, store.Op{Table: table, Key: row.Key, Rev: store.AnyRev, Data: row.Data, As: row.Rev})
	c.done++
	if c.size += len(row.Data); c.size < batchBytes && len(c.batch) < batchRows {
		return nil
	}
	return c.flush(ctx)
}

func (c *copying) flush(ctx context.Context) error {
	if len(c.batch) == 0 {
		return nil
	}
	_, err := c.to.Write(ctx, c.batch)
	c.batch, c.size = nil, 0
	if err != nil {
		return err
	}
	return c.report(c.done, c.total)
}
