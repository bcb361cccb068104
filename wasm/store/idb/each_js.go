package idb

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"

	"rroform/wasm/store"
)

// Each implements [store.Store]. The rows of a block are slices of one array;
// their capacity ends with the row, so appending to one cannot change another.
func (d *database) Each(ctx context.Context, table store.Table, take func(from int, rows []store.Row) error) error {
	if err := d.each(ctx, table, take); err != nil {
		return fmt.Errorf("each of %s: %w", table, err)
	}
	return nil
}

// each reads in blocks. If a block is unreadable or damaged, each starts again
// with a slower way that finds the damaged rows, and passes all rows as one block.
func (d *database) each(ctx context.Context, table store.Table, take func(from int, rows []store.Row) error) error {
	if err := d.cfg.history.CheckAll(table); err != nil {
		return err
	}
	var refused error // the error of take: it ends the reading
	err := d.doLong(ctx, 2*callTimeout, func(ctx context.Context, c *conn) (again bool, err error) {
		from := 0
		err = c.inBlocks(ctx, table, func(values js.Value) error {
			var block []byte
			if err := try(func() { block = utf8Bytes(values.Call("join", "\n")) }); err != nil {
				return err // the joined string is longer than JavaScript allows
			}
			rows, err := textRows(block, values.Length())
			if err == nil {
				refused = take(from, rows)
				from, err = from+len(rows), refused
			}
			return err
		})
		return refused == nil, err
	})
	var rows []store.Row
	switch {
	case err == nil || refused != nil:
		return err
	case isUnreadable(err):
		rows, err = d.requestByRequest(ctx, table, err)
	case errors.Is(err, store.ErrDamaged):
		rows, err = d.rowByRow(ctx, table)
	}
	if err != nil {
		return err
	}
	return take(0, rows)
}
