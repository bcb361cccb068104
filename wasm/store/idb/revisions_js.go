package idb

import (
	"context"
	"syscall/js"

	"rroform/wasm/store"
)

// manyRows is the number of keys of a table from which their revisions are read
// together: a request for each row costs the browser 0.1 ms.
const manyRows = 500

// unread marks a row that exists but whose revision was not read.
const unread int64 = -1

var keyRange = js.Global().Get("IDBKeyRange")

// tableRevs returns the revisions of all rows of a table by key, for a batch that
// needs those of the needed keys. It returns nil if these are too few to be worth
// it. It reads only the keys of the table, and returns [unread] for each, if few
// of the needed rows exist: importing an archive writes mostly new rows, and the
// keys alone show which are new.
func (b *batch) tableRevs(ctx context.Context, table store.Table, needed []string) (map[string]int64, error) {
	if len(needed) < manyRows {
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
	existing := 0
	for _, key := range needed {
		if _, ok := revs[key]; ok {
			existing++
		}
	}
	if existing*4 < len(all) || b.single && existing > 0 {
		return revs, nil
	}
	return revs, b.walk(ctx, table, len(all), revs)
}

// walk reads the revisions of a table with this number of rows into revs, a portion
// at a time.
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
