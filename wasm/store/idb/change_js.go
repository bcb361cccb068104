package idb

import (
	"context"
	"syscall/js"

	"rroform/wasm/store"
)

// stored returns the stored revisions by op. It asks for all text rows at once
// and waits for the last only: requests are answered in order.
func (b *batch) stored(ctx context.Context) ([]int64, error) {
	reqs := make([]js.Value, len(b.ops))
	var last js.Value
	err := try(func() {
		for i, op := range b.ops {
			if b.history.IsText(op.Table) {
				reqs[i] = b.objects[op.Table].Call("get", op.Key)
				last = reqs[i]
			}
		}
	})
	revs := make([]int64, len(b.ops))
	if err != nil || last.IsUndefined() {
		return revs, err
	}
	select {
	case err = <-requestSettled(last):
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	return revs, try(func() {
		for i, req := range reqs {
			if !req.IsUndefined() {
				revs[i] = storedRev(req.Get("result"))
			}
		}
	})
}

// change makes the puts and deletes without waiting for any of them: one that
// fails aborts the transaction.
func (b *batch) change(revs []int64) {
	for i, op := range b.ops {
		objects := b.objects[op.Table]
		switch {
		case op.Look:
		case op.Data == nil:
			objects.Call("delete", op.Key)
		case b.history.IsBinary(op.Table):
			objects.Call("put", bytesValue(op.Data), op.Key)
		default:
			objects.Call("put", string(store.TextValue(revs[i], op.Key, op.Data)), op.Key)
		}
	}
}
