package idb

import (
	"context"
	"syscall/js"

	"rroform/wasm/store"
)

// manyRows is from how many rows of a table on their revisions are looked for
// together: a request for each row costs the browser 0.1 ms.
const manyRows = 500

// unread is the revision of a row that is there and was not read.
const unread int64 = -1

var keyRange = js.Global().Get("IDBKeyRange")

// atOnce returns the revisions of a table's rows by key, as far as it pays: nil
// when only a few are looked for; [unread] when they are a small part of the
// table. Rows that are not there, as when an archive is taken in, are told by
// the keys alone.
func (b *batch) atOnce(ctx context.Context, table store.Table, looked []string) (map[string]int64, error) {
	if len(looked) < manyRows {
		return nil, nil
	}
	keys, err := result(ctx, b.objects[table], "getAllKeys")
	if err != nil {
		return nil, err
	}
	all := splitKeys(keys)
	revs := make(map[string]int64, len(all))
	for _, key := range all {
		revs[key] = unread
	}
	there := 0
	for _, key := range looked {
		if _, is := revs[key]; is {
			there++
		}
	}
	if there*4 < len(all) || b.single && there > 0 {
		return revs, nil
	}
	return revs, b.walk(ctx, table, len(all), revs)
}

// walk reads the revisions of a table of so many rows, a portion at a time.
func (b *batch) walk(ctx context.Context, table store.Table, rows int, revs map[string]int64) error {
	after := js.Undefined()
	for range (rows + portionRows - 1) / portionRows {
		nextKeys, err := pending(b.objects[table], "getAllKeys", after, portionRows)
		if err != nil {
			return err
		}
		values, err := result(ctx, b.objects[table], "getAll", after, portionRows)
		if err != nil {
			return err
		}
		keys, err := nextKeys(ctx)
		if err != nil {
			return err
		}
		err = try(func() {
			last := ""
			for i, key := range splitKeys(keys) {
				revs[key], last = storedRev(values.Index(i)), key
			}
			after = keyRange.Call("lowerBound", last, true)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
