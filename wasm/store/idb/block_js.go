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
// they stand at one moment. While take is busy the browser reads the next ones.
func (c *conn) inBlocks(ctx context.Context, table store.Table, take func(values js.Value)) error {
	var objects, req js.Value
	err := try(func() {
		objects = c.raw.Call("transaction", string(table)).Call("objectStore", string(table))
		req = objects.Call("getAll", js.Undefined(), blockRows)
	})
	if err == nil {
		err = answered(ctx, req)
	}
	if err != nil {
		return err
	}
	values := req.Get("result")
	if values.Length() < blockRows {
		return try(func() { take(values) })
	}
	if err = try(func() { req = objects.Call("getAllKeys") }); err == nil {
		err = answered(ctx, req)
	}
	if err != nil {
		return err
	}
	for keys, from := req.Get("result"), blockRows; ; from += blockRows {
		var next <-chan error // nil = these are the last
		err := try(func() {
			if rows := keys.Length(); from < rows {
				req = objects.Call("getAll", keyRange.Call("bound", keys.Index(from), keys.Index(min(from+blockRows, rows)-1)))
				next = requestSettled(req)
			}
			take(values)
		})
		if err != nil || next == nil {
			return err
		}
		select {
		case err = <-next:
		case <-ctx.Done():
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		values = req.Get("result")
	}
}
