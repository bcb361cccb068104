package idb

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"syscall/js"

	"github.com/hack-pad/go-indexeddb/idb"

	"rroform/wasm/store"
)

// Get implements [store.Store].
func (d *database) Get(ctx context.Context, table store.Table, key string) (store.Row, error) {
	row, err := d.get(ctx, table, key)
	if err != nil {
		return row, fmt.Errorf("get %s/%s: %w", table, key, err)
	}
	return row, nil
}

func (d *database) get(ctx context.Context, table store.Table, key string) (row store.Row, err error) {
	if err := d.cfg.history.CheckRead(table); err != nil {
		return row, err
	}
	value, err := d.read(ctx, table, func(s *idb.ObjectStore) (*idb.Request, error) {
		return s.Get(js.ValueOf(key))
	})
	switch {
	case err != nil:
		return row, err
	case value.IsUndefined():
		return row, store.ErrNotFound
	case d.cfg.history.IsBinary(table):
		return binaryRow(key, value)
	}
	return textRow(key, value)
}

// Keys implements [store.Store].
func (d *database) Keys(ctx context.Context, table store.Table) ([]string, error) {
	if err := d.cfg.history.CheckRead(table); err != nil {
		return nil, err
	}
	value, err := d.read(ctx, table, func(s *idb.ObjectStore) (*idb.Request, error) {
		req, err := s.GetAllKeys()
		if err != nil {
			return nil, err
		}
		return req.Request, nil // its own Await would call JavaScript once per key
	})
	if err != nil {
		return nil, fmt.Errorf("keys of %s: %w", table, err)
	}
	keys := splitKeys(value)
	slices.Sort(keys) // IndexedDB orders by UTF-16 units, Go by code points
	return keys, nil
}

// splitKeys copies a JavaScript array of keys to Go with one call.
func splitKeys(keys js.Value) []string {
	if keys.Length() == 0 {
		return nil
	}
	return strings.Split(keys.Call("join", "\n").String(), "\n")
}

// read makes one request in a transaction of its own.
func (d *database) read(ctx context.Context, table store.Table,
	ask func(*idb.ObjectStore) (*idb.Request, error)) (value js.Value, err error) {
	err = d.do(ctx, func(ctx context.Context, c *conn) (bool, error) {
		tx, err := c.lib.Transaction(idb.TransactionReadOnly, string(table))
		if err != nil {
			return true, err
		}
		objects, err := tx.ObjectStore(string(table))
		if err != nil {
			return true, err
		}
		req, err := ask(objects)
		if err != nil {
			return true, err
		}
		value, err = req.Await(ctx)
		if ctx.Err() != nil { // Await then returns undefined and no error
			return false, ctx.Err()
		}
		return true, err
	})
	return value, err
}

// All implements [store.Store].
func (d *database) All(ctx context.Context, table store.Table) (rows []store.Row, err error) {
	err = d.each(ctx, table, func(from int, block []store.Row) error {
		rows = append(rows[:from], block...)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("all of %s: %w", table, err)
	}
	sortRows(rows)
	return rows, nil
}

// ask makes a request about a whole table in a transaction of its own.
func (c *conn) ask(ctx context.Context, table store.Table, method string) (js.Value, error) {
	var objects js.Value
	err := try(func() { objects = c.raw.Call("transaction", string(table)).Call("objectStore", string(table)) })
	if err != nil {
		return objects, err
	}
	return result(ctx, objects, method)
}
