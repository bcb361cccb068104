package idb

import (
	"context"
	"syscall/js"

	"rroform/wasm/store"
)

// blockRows is how many rows are read at once. A large register read whole would
// be in memory several times: as strings of the browser, joined, and as bytes.
const blockRows = 2000

// inBlocks passes all values of a table to take, block by block in the order of
// keys, read in one transaction. While take works, the browser reads the next
// block and the keys of the block after it. A block is requested by its first and
// last key; they are read separately because a damaged value may not contain its
// key.
func (c *conn) inBlocks(ctx context.Context, table store.Table, take func(values js.Value) error) error {
	var objects js.Value
	err := try(func() { objects = c.raw.Call("transaction", string(table)).Call("objectStore", string(table)) })
	if err != nil {
		return err
	}
	values, err := result(ctx, objects, "getAll", js.Undefined(), blockRows)
	if err != nil {
		return err
	}
	if values.Length() < blockRows {
		return take(values)
	}
	keys, err := result(ctx, objects, "getAllKeys", js.Undefined(), 2*blockRows)
	if err != nil {
		return err
	}
	for keys = keys.Call("slice", blockRows); keys.Length() > 0; {
		last := keys.Index(keys.Length() - 1)
		nextValues, err := pending(objects, "getAll", keyRange.Call("bound", keys.Index(0), last))
		if err != nil {
			return err
		}
		nextKeys, err := pending(objects, "getAllKeys", keyRange.Call("lowerBound", last, true), blockRows)
		if err != nil {
			return err
		}
		if err = take(values); err != nil {
			return err
		}
		if values, err = nextValues(ctx); err != nil {
			return err
		}
		if keys, err = nextKeys(ctx); err != nil {
			return err
		}
	}
	return take(values)
}
