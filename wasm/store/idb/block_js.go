package idb

import (
	"context"
	"syscall/js"

	"rroform/wasm/store"
)

// blockRows is how many rows are read at once. All of a large register at once
// would stand in memory several times over: as the browser's strings, joined,
// as bytes.
const blockRows = 2000

// inBlocks hands the values of a table to take, in the order of keys, all as
// they stand at one moment. While take is busy the browser reads the next ones,
// and the keys of those after them: a block is asked for by its first and last
// key, which a damaged value could not tell.
func (c *conn) inBlocks(ctx context.Context, table store.Table, take func(values js.Value) error) error {
	var objects js.Value
	if err := try(func() { objects = c.raw.Call("transaction", string(table)).Call("objectStore", string(table)) }); err != nil {
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
