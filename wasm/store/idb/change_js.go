package idb

import (
	"context"
	"syscall/js"

	"rroform/wasm/store"
)

// checkThenWrite reads and checks the stored revisions, then writes.
func (b *batch) checkThenWrite(ctx context.Context) ([]int64, error) {
	stored, err := b.stored(ctx)
	if err != nil {
		return nil, err
	}
	revs, err := b.revise(stored)
	if err != nil {
		return nil, err
	}
	return revs, b.change(ctx, revs)
}

// writeWhileChecking requests the stored revisions and the changes together,
// which saves one round trip to the browser. If a stored revision is not the
// expected one, the caller aborts the transaction. It is still open then, because
// the browser answers the reads before the changes.
func (b *batch) writeWhileChecking(ctx context.Context) ([]int64, error) {
	expected, stored := make([]int64, len(b.ops)), make([]int64, len(b.ops))
	for i, op := range b.ops {
		expected[i] = op.Rev
	}
	revs, err := b.revise(expected)
	if err != nil {
		return nil, err
	}
	reads, err := b.ask(0, b.requestRow)
	if err == nil {
		err = b.change(ctx, revs)
	}
	if err == nil {
		err = reads.answered(ctx, revsInto(stored))
	}
	if err != nil {
		return nil, err
	}
	return b.revise(stored)
}

// revsKnown reports whether all ops name the revision they expect, so that the new
// revisions are known without reading, and whether the ops fit into one portion.
func (b *batch) revsKnown() bool {
	bytes := 0
	for _, op := range b.ops {
		if b.needsRev(op) && op.Rev == store.AnyRev {
			return false
		}
		bytes += len(op.Data)
	}
	return len(b.ops) <= portionRows && bytes <= portionBytes
}

func (b *batch) revise(stored []int64) ([]int64, error) {
	return b.history.Revise(b.ops, func(i int) int64 { return stored[i] })
}

// requestRow requests the row of op i if its stored revision is needed.
func (b *batch) requestRow(i int) js.Value {
	if op := b.ops[i]; b.needsRev(op) {
		return b.objects[op.Table].Call("get", op.Key)
	}
	return js.Undefined()
}

// revsInto returns a function that stores the revision of each requested row in
// revs.
func revsInto(revs []int64) func(int, js.Value) {
	return func(i int, req js.Value) {
		if !req.IsUndefined() {
			revs[i] = storedRev(req.Get("result"))
		}
	}
}

// stored returns the stored revision of each op.
func (b *batch) stored(ctx context.Context) ([]int64, error) {
	known := map[store.Table]map[string]int64{}
	for table, keys := range b.neededKeys() {
		revs, err := b.tableRevs(ctx, table, keys)
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
		if all, read := known[op.Table]; read && b.needsRev(op) {
			revs[i] = all[op.Key]
			if revs[i] != unread {
				return js.Undefined()
			}
		}
		return b.requestRow(i)
	}, revsInto(revs))
}

// needsRev reports whether the stored revision of an op is needed.
func (b *batch) needsRev(op store.Op) bool { return b.history.IsText(op.Table) && !op.IgnoresRev() }

// neededKeys returns the keys whose stored revisions are needed, by table.
func (b *batch) neededKeys() map[store.Table][]string {
	keys := map[store.Table][]string{}
	for _, op := range b.ops {
		if b.needsRev(op) {
			keys[op.Table] = append(keys[op.Table], op.Key)
		}
	}
	return keys
}

// change requests the puts and deletes. If one fails, the browser aborts the
// transaction.
func (b *batch) change(ctx context.Context, revs []int64) error {
	return b.inPortions(ctx, func(i int) js.Value {
		store.Progress(ctx, i)
		op := b.ops[i]
		objects := b.objects[op.Table]
		switch {
		case op.CheckOnly:
			return js.Undefined()
		case op.Data == nil:
			return objects.Call("delete", op.Key)
		case b.history.IsBinary(op.Table):
			return objects.Call("put", bytesValue(op.Data), op.Key)
		}
		return objects.Call("put", string(store.TextValue(revs[i], op.Key, op.Encoded(revs[i]))), op.Key)
	}, nil)
}
