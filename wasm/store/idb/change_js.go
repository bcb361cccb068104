package idb

import (
	"context"
	"syscall/js"

	"rroform/wasm/store"
)

// manyRows is from how many rows of a table on their keys are asked for first:
// of rows that are not there, as when an archive is taken in, that one request
// tells all.
const manyRows = 500

// stored returns the stored revisions by op.
func (b *batch) stored(ctx context.Context) ([]int64, error) {
	there, err := b.known(ctx)
	if err != nil {
		return nil, err
	}
	revs := make([]int64, len(b.ops))
	return revs, b.inPortions(ctx, func(i int) js.Value {
		op := b.ops[i]
		if keys, many := there[op.Table]; !b.history.IsText(op.Table) || op.Blind() || many && !keys[op.Key] {
			return js.Undefined()
		}
		return b.objects[op.Table].Call("get", op.Key)
	}, func(i int, req js.Value) {
		if !req.IsUndefined() {
			revs[i] = storedRev(req.Get("result"))
		}
	})
}

// known returns the keys of the text tables of which many rows are looked at.
func (b *batch) known(ctx context.Context) (map[store.Table]map[string]bool, error) {
	rows := map[store.Table]int{}
	for _, op := range b.ops {
		if b.history.IsText(op.Table) && !op.Blind() {
			rows[op.Table]++
		}
	}
	there := map[store.Table]map[string]bool{}
	for table, n := range rows {
		if n < manyRows {
			continue
		}
		var req js.Value
		err := try(func() { req = b.objects[table].Call("getAllKeys") })
		if err == nil {
			err = answered(ctx, req)
		}
		if err != nil {
			return nil, err
		}
		there[table] = map[string]bool{}
		for _, key := range splitKeys(req.Get("result")) {
			there[table][key] = true
		}
	}
	return there, nil
}

// answered waits for a request, but not longer than ctx.
func answered(ctx context.Context, req js.Value) error {
	select {
	case err := <-requestSettled(req):
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// change makes the puts and deletes. One that fails aborts the transaction.
func (b *batch) change(ctx context.Context, revs []int64) error {
	return b.inPortions(ctx, func(i int) js.Value {
		store.Progress(ctx, i)
		op := b.ops[i]
		objects := b.objects[op.Table]
		switch {
		case op.Look:
			return js.Undefined()
		case op.Data == nil:
			return objects.Call("delete", op.Key)
		case b.history.IsBinary(op.Table):
			return objects.Call("put", bytesValue(op.Data), op.Key)
		}
		return objects.Call("put", string(store.TextValue(revs[i], op.Key, op.Data)), op.Key)
	}, nil)
}
