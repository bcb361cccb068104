package idb

import (
	"context"
	"errors"
	"syscall/js"

	"rroform/wasm/store"
)

// rowByRow is [database.All] of a table in which a row is damaged: the values
// one by one, each with the key that it stands under.
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
		if keys.Length() != values.Length() { // another tab has written in between
			rows, err = c.askEach(ctx, table, keys)
			return true, err
		}
		rows = make([]store.Row, 0, keys.Length())
		return false, try(func() {
			for i := range keys.Length() {
				row, _ := textRow(keys.Index(i).String(), values.Index(i)) // a damaged one is marked
				rows = append(rows, row)
			}
		})
	})
	sortRows(rows)
	return rows, err
}

// requestByRequest is [database.All] of a table that the browser does not hand
// out, for the reason: what it does not hand out by itself either is marked. A
// table of which nothing can be had is no table of damaged rows.
func (d *database) requestByRequest(ctx context.Context, table store.Table, reason error) (rows []store.Row, err error) {
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

// askEach reads the rows of the keys, a request each.
func (c *conn) askEach(ctx context.Context, table store.Table, keys js.Value) ([]store.Row, error) {
	reqs := make([]js.Value, keys.Length())
	settled := make([]<-chan error, len(reqs))
	// A request that fails would take all others of its transaction with it.
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
		} else if value := req.Get("result"); !value.IsUndefined() { // deleted meanwhile
			row, _ := textRow(key, value)
			rows = append(rows, row)
		}
	}
	return rows, nil
}
