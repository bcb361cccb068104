package idb

import (
	"context"
	"syscall/js"

	"rroform/wasm/store"
)

// lookFirst makes the changes when the stored revisions are known.
func (b *batch) lookFirst(ctx context.Context) ([]int64, error) {
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

// lookMeanwhile makes the changes in the same turn in which it asks for the
// revisions that they expect: one way to the browser and back less. Where another
// revision turns out to be stored, all is undone; it is not too late for that,
// since the answers of the changes come after those.
func (b *batch) lookMeanwhile(ctx context.Context) ([]int64, error) {
	expected, stored := make([]int64, len(b.ops)), make([]int64, len(b.ops))
	for i, op := range b.ops {
		expected[i] = op.Rev
	}
	revs, err := b.revise(expected)
	if err != nil {
		return nil, err
	}
	looks, err := b.ask(0, b.look)
	if err == nil {
		err = b.change(ctx, revs)
	}
	if err == nil {
		err = looks.answered(ctx, b.into(stored))
	}
	if err != nil {
		return nil, err
	}
	return b.revise(stored)
}

// foreseen reports whether all ops say which revision they expect, so that the
// new ones are known before, and are one portion.
func (b *batch) foreseen() bool {
	bytes := 0
	for _, op := range b.ops {
		if b.looks(op) && op.Rev == store.AnyRev {
			return false
		}
		bytes += len(op.Data)
	}
	return len(b.ops) <= portionRows && bytes <= portionBytes
}

func (b *batch) revise(stored []int64) ([]int64, error) {
	return b.history.Revise(b.ops, func(i int) int64 { return stored[i] })
}

// look asks for the row of an op whose revision matters.
func (b *batch) look(i int) js.Value {
	if op := b.ops[i]; b.looks(op) {
		return b.objects[op.Table].Call("get", op.Key)
	}
	return js.Undefined()
}

// into takes the revision of each row that was asked for.
func (b *batch) into(revs []int64) func(int, js.Value) {
	return func(i int, req js.Value) {
		if !req.IsUndefined() {
			revs[i] = storedRev(req.Get("result"))
		}
	}
}

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
		if all, read := known[op.Table]; read && b.looks(op) {
			revs[i] = all[op.Key]
			if revs[i] != unread {
				return js.Undefined()
			}
		}
		return b.look(i)
	}, b.into(revs))
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
		return objects.Call("put", string(store.TextValue(revs[i], op.Key, op.Kept(revs[i]))), op.Key)
	}, nil)
}
