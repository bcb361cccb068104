package idb

import (
	"context"
	"fmt"
	"slices"
	"syscall/js"
	"testing"

	"rroform/wasm/store"
	"rroform/wasm/store/storetest"
)

func TestDamaged(t *testing.T) {
	storetest.RunDamaged(t, func(t *testing.T) (store.Store, storetest.Spoil) {
		d := mustOpen(t, testConfig(t))
		return d, func(table store.Table, key string, change func([]byte) []byte) {
			objects := d.conn.raw.Call("transaction", string(table), "readwrite").Call("objectStore", string(table))
			get := objects.Call("get", key)
			if err := <-requestSettled(get); err != nil {
				t.Fatal(err)
			}
			spoilt := string(change(utf8Bytes(get.Get("result"))))
			if err := <-requestSettled(objects.Call("put", spoilt, key)); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// TestDamagedLater: if a later block has a damaged row, Each starts again from 0 and
// passes every row once.
func TestDamagedLater(t *testing.T) {
	d := mustOpen(t, testConfig(t))
	var ops []store.Op
	for i := range blockRows + 10 {
		ops = append(ops, op(store.Appeals, fmt.Sprintf("%06d", i), 0, `1`))
	}
	mustWrite(t, d, ops...)
	bad := ops[blockRows+5].Key
	objects := d.conn.raw.Call("transaction", "appeals", "readwrite").Call("objectStore", "appeals")
	if err := <-requestSettled(objects.Call("put", "x", bad)); err != nil {
		t.Fatal(err)
	}
	var begins []int
	var rows []store.Row
	err := d.Each(context.Background(), store.Appeals, func(from int, block []store.Row) error {
		begins, rows = append(begins, from), append(rows[:from], block...)
		return nil
	})
	if err != nil || !slices.Equal(begins, []int{0, 0}) || len(rows) != len(ops) {
		t.Fatalf("%d rows, blocks from %v, %v", len(rows), begins, err)
	}
	for i, row := range rows {
		if row.Key != ops[i].Key || row.Damaged != (row.Key == bad) {
			t.Fatalf("row %d = %+v", i, row)
		}
	}
}

// TestNotText: a stored value that is not a string is a damaged row.
func TestNotText(t *testing.T) {
	d := mustOpen(t, testConfig(t))
	mustWrite(t, d, op(store.Appeals, "a", 0, `1`), op(store.Appeals, "b", 0, `2`))
	objects := d.conn.raw.Call("transaction", "appeals", "readwrite").Call("objectStore", "appeals")
	if err := <-requestSettled(objects.Call("put", 7, "b")); err != nil {
		t.Fatal(err)
	}
	rows, err := d.All(context.Background(), store.Appeals)
	if err != nil || len(rows) != 2 || rows[0].Damaged || !rows[1].Damaged || rows[1].Key != "b" || rows[1].Rev != 0 {
		t.Fatalf("All = %+v, %v", rows, err)
	}
	mustWrite(t, d, op(store.Appeals, "b", 0, `3`))
	wantData(t, d, store.Appeals, "b", `3`)
}

// TestRefusedRow: the browser cannot read one row and therefore refuses to read the
// whole table. The other rows are still read, one by one.
func TestRefusedRow(t *testing.T) {
	d := mustOpen(t, testConfig(t))
	var ops []store.Op
	for i := range 30 {
		ops = append(ops, op(store.Appeals, fmt.Sprintf("%02d", i), 0, `1`))
	}
	mustWrite(t, d, ops...)
	// A test cannot make a real row unreadable, so the methods of the object store
	// are replaced by ones whose requests fail.
	refuse := func(every bool) func(tx js.Value) {
		return func(tx js.Value) {
			objects := tx.Call("objectStore", "appeals")
			objects.Set("getAll", failing)
			if every {
				objects.Set("get", failing)
			} else {
				objects.Set("get", failingFor("07"))
			}
		}
	}
	intercept(t, d, refuse(false))
	rows, err := d.All(context.Background(), store.Appeals)
	if err != nil || len(rows) != 30 {
		t.Fatalf("All = %d rows, %v", len(rows), err)
	}
	for i, row := range rows {
		if row.Key != ops[i].Key || row.Damaged != (i == 7) {
			t.Errorf("row %d = %+v", i, row)
		}
	}
	intercept(t, d, refuse(true))
	if rows, err := d.All(context.Background(), store.Appeals); err == nil {
		t.Errorf("All returns %d rows of a table that cannot be read", len(rows))
	}
}

// failing is a method of an object store whose request fails with UnknownError. As
// with a real failure, the transaction is aborted unless preventDefault is called.
var failing = js.Global().Call("eval", `(function () {
	const req = this.count();
	Object.defineProperty(req, "error", {value: new DOMException("made by a test", "UnknownError")});
	req.addEventListener("success", (e) => {
		e.stopImmediatePropagation();
		const failed = new Event("error", {bubbles: true, cancelable: true});
		if (req.dispatchEvent(failed)) this.transaction.abort();
	}, {capture: true});
	return req;
})`)

// failingFor returns a get that fails for one key only.
func failingFor(key string) js.Value {
	return js.Global().Call("eval", `((key, failing) => function (asked) {
		return asked === key ? failing.call(this) : IDBObjectStore.prototype.get.call(this, asked);
	})`).Invoke(key, failing)
}
