package idb

import (
	"context"
	"errors"
	"syscall/js"

	"rroform/wasm/store"
)

// rowByRow reads a table that contains a damaged row: the values one by one, each
// with the key it is stored under. It marks the damaged rows.
func (d *database) rowByRow(ctx context.Context, table store.Table) (rows []store.Row, err error) {
	err = d.do(ctx, func(ctx context.Context, c *conn) (bool, error) {
		keys, err := c.ask(ctx, table, "getAllKeys")
		if err != nil {
			return true, err
		}
		values, err := c.ask(ctx, table, "getAll")
		if err != nil {
			return true, err
		}
		if keys.Length() != values.Length() { // another tab wrote between the two requests
			rows, err = c.askEach(ctx, table, keys)
			return true, err
		}
		rows = make([]store.Row, 0, keys.Length())
		return false, try(func() {
			for i := range keys.Length() {
				row, _ := textRow(keys.Index(i).String(), values.Index(i)) // a damaged row is marked
				rows = append(rows, row)
			}
		})
	})
	sortRows(rows)
	return rows, err
}

// requestByRequest reads a table that the browser refuses to read whole, with
// reason as its error. It requests each row by itself and marks those that the
// browser still refuses. If it refuses all of them, the storage has failed rather
// than a row, and the error is returned.
func (d *database) requestByRequest(
	ctx context.Context, table store.Table, reason error,
) (rows []store.Row, err error) {
	err = d.do(ctx, func(ctx context.Context, c *conn) (bool, error) {
		keys, err := c.ask(ctx, table, "getAllKeys")
		if err == nil {
			rows, err = c.askEach(ctx, table, keys)
		}
		return true, err
	})
	if err != nil {
		return nil, errors.Join(reason, err)
	}
	for _, row := range rows {
		if !row.Damaged {
			sortRows(rows)
			return rows, nil
		}
	}
	return nil, reason
}

// askEach reads the rows with these keys, with one request for each.
func (c *conn) askEach(ctx context.Context, table store.Table, keys js.Value) ([]store.Row, error) {
	reqs := make([]js.Value, keys.Length())
	settled := make([]<-chan error, len(reqs))
	// Without preventDefault a failed request would abort the whole transaction.
	goOn := js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("preventDefault")
		return nil
	})
	defer goOn.Release()
	var tx js.Value
	err := try(func() {
		tx = c.raw.Call("transaction", string(table))
		tx.Call("addEventListener", "error", goOn)
		objects := tx.Call("objectStore", string(table))
		for i := range reqs {
			reqs[i] = objects.Call("get", keys.Index(i))
			settled[i] = requestSettled(reqs[i])
		}
	})
	if err != nil {
		return nil, err
	}
	defer tx.Call("removeEventListener", "error", goOn)
	rows := make([]store.Row, 0, len(reqs))
	for i, req := range reqs {
		select {
		case err = <-settled[i]:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		key := keys.Index(i).String()
		if err != nil {
			rows = append(rows, store.Row{Key: key, Damaged: true})
		} else if value := req.Get("result"); !value.IsUndefined() { // undefined: deleted meanwhile
			row, _ := textRow(key, value)
			rows = append(rows, row)
		}
	}
	return rows, nil
}
