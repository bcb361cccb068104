package idb

import (
	"context"
	"syscall/js"

	"rroform/wasm/store"
)

// stored returns the stored revisions by op.
func (b *batch) stored(ctx context.Context) ([]int64, error) {
	known := map[store.Table]map[string]int64{}
	for table, keys := range b.looked() {
		revs, err := b.atOnce(ctx, table, keys)
		if err != nil {
			return nil, err
		}
		if revs != nil {
			known[table] = revs
		}
	}
	revs := make([]int64, len(b.ops))
	return revs, b.inPortions(ctx, func(i int) js.Value {
		op := b.ops[i]
		if !b.looks(op) {
			return js.Undefined()
		}
		if all, read := known[op.Table]; read {
			revs[i] = all[op.Key]
			if revs[i] != unread {
				return js.Undefined()
			}
		}
		return b.objects[op.Table].Call("get", op.Key)
	}, func(i int, req js.Value) {
		if !req.IsUndefined() {
			revs[i] = storedRev(req.Get("result"))
		}
	})
}

// looks reports whether the stored revision of an op matters.
func (b *batch) looks(op store.Op) bool { return b.history.IsText(op.Table) && !op.Blind() }

// looked returns the keys whose revisions matter, by table.
func (b *batch) looked() map[store.Table][]string {
	keys := map[store.Table][]string{}
	for _, op := range b.ops {
		if b.looks(op) {
			keys[op.Table] = append(keys[op.Table], op.Key)
		}
	}
	return keys
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
