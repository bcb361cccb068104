package idb

import (
	"context"
	"errors"
	"syscall/js"
	"testing"
	"time"

	"rroform/wasm/store"
)

// refusePuts makes the Cache API reject every put with an error of this name
// until the returned function or the end of the test.
func refusePuts(t *testing.T, name string) (accept func()) {
	t.Helper()
	prototype := js.Global().Get("Cache").Get("prototype")
	real := prototype.Get("put")
	refuse := js.FuncOf(func(js.Value, []js.Value) any {
		return js.Global().Get("Promise").Call("reject", exception(name))
	})
	prototype.Set("put", refuse)
	accept = func() { prototype.Set("put", real) }
	t.Cleanup(func() {
		accept()
		refuse.Release()
	})
	return accept
}

// TestFullDisk: on a full disk nothing is written and stored rows stay; once there is
// space, the same write succeeds.
func TestFullDisk(t *testing.T) {
	for name, want := range map[string]error{
		"UnknownError": store.ErrDisk, "InvalidAccessError": store.ErrDisk, "QuotaExceededError": store.ErrQuota,
	} {
		t.Run(name, func(t *testing.T) {
			d := mustOpen(t, testConfig(t))
			disk.until = time.Time{}
			mustWrite(t, d, op(store.Appeals, "a", 0, `1`))
			begun := 0
			intercept(t, d, func(js.Value) { begun++ })
			accept := refusePuts(t, name)
			disk.until = time.Time{}
			next := []store.Op{op(store.Appeals, "a", 1, `2`), op(store.Appeals, "b", 0, `1`)}
			if _, err := d.Write(context.Background(), next); !errors.Is(err, want) || begun != 0 {
				t.Fatalf("%v, want %v; %d transactions were begun", err, want, begun)
			}
			wantData(t, d, store.Appeals, "a", `1`)
			accept()
			mustWrite(t, d, next...)
			wantData(t, d, store.Appeals, "a", `2`)
		})
	}
}

// TestUnknownDisk: an error of a Cache API that has never worked in this browser is
// no error of the disk.
func TestUnknownDisk(t *testing.T) {
	d := mustOpen(t, testConfig(t))
	clearCache(t)
	disk.works, disk.until = false, time.Time{}
	accept := refusePuts(t, "UnknownError")
	mustWrite(t, d, op(store.Appeals, "a", 0, `1`))
	accept()
	disk.until = time.Time{}
	mustWrite(t, d, op(store.Appeals, "a", 1, `2`))
	if !disk.works {
		t.Error("a successful put is not remembered")
	}
	disk.works, disk.until = false, time.Time{} // another session
	refusePuts(t, "UnknownError")
	_, err := d.Write(context.Background(), []store.Op{op(store.Appeals, "a", 2, `3`)})
	if !errors.Is(err, store.ErrDisk) {
		t.Errorf("%v in the next session", err)
	}
}

// TestExpect: after Expect the write finds its space proved, whatever the Cache API does then.
func TestExpect(t *testing.T) {
	d := mustOpen(t, testConfig(t))
	mustWrite(t, d, op(store.Appeals, "a", 0, `1`)) // the Cache API works
	disk.until = time.Time{}
	const size = 3 << 20
	disk.expect(context.Background(), size) // what d.Expect begins
	refusePuts(t, "UnknownError")
	mustWrite(t, d, store.Op{Table: store.Parts, Key: "p", Data: make([]byte, size)})
	next := []store.Op{{Table: store.Parts, Key: "q", Data: make([]byte, size)}}
	if _, err := d.Write(context.Background(), next); !errors.Is(err, store.ErrDisk) {
		t.Errorf("%v: the space of one write is used by two", err)
	}
}

// clearCache removes the entry that remembers that the Cache API has worked.
func clearCache(t *testing.T) {
	t.Helper()
	if _, err := promised(context.Background(), func() js.Value {
		return js.Global().Get("caches").Call("delete", cacheName)
	}); err != nil {
		t.Fatal(err)
	}
}
