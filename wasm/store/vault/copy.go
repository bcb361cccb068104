package vault

import (
	"context"
	"fmt"

	"rroform/wasm/store"
)

// copier copies all rows from one store to another with their revisions.
type copier struct {
	from, to    store.Store
	report      Report
	done, total int // rows
	batch       []store.Op
	size        int // bytes of batch
}

// Limits of a batch. Rows are written in batches because each write waits for the
// disk.
const (
	batchBytes = 4 << 20
	batchRows  = 1000
)

// count adds up the rows to copy.
func (c *copier) count(ctx context.Context) error {
	for _, table := range store.Tables() {
		keys, err := c.from.Keys(ctx, table)
		if err != nil {
			return err
		}
		c.total += len(keys)
	}
	return nil
}

// copyTable copies a table, read whole or row by row, and checks that every row
// has arrived.
func (c *copier) copyTable(ctx context.Context, table store.Table, whole bool) error {
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
			if err := c.add(ctx, table, row); err != nil {
				return err
			}
		}
	} else {
		for _, key := range keys {
			row, err := c.from.Get(ctx, table, key)
			if err == nil {
				err = c.add(ctx, table, row)
			}
			if err != nil {
				return err
			}
		}
	}
	if err := c.flush(ctx); err != nil {
		return err
	}
	copied, err := c.to.Keys(ctx, table)
	if err == nil && len(copied) != len(keys) {
		err = fmt.Errorf("%d rows of %d have arrived", len(copied), len(keys))
	}
	return err
}

// add puts a row into the batch and writes the batch when it is full.
func (c *copier) add(ctx context.Context, table store.Table, row store.Row) error {
	if row.Damaged { // a copy would get a valid checksum and hide the damage
		return fmt.Errorf("copy %s/%s: %w", table, row.Key, store.ErrDamaged)
	}
	c.batch = append(c.batch, store.Op{
		Table: table, Key: row.Key, Rev: store.AnyRev, Data: row.Data, NewRev: row.Rev,
	})
	c.done++
	if c.size += len(row.Data); c.size < batchBytes && len(c.batch) < batchRows {
		return nil
	}
	return c.flush(ctx)
}

// flush writes the batch and reports the progress.
func (c *copier) flush(ctx context.Context) error {
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
