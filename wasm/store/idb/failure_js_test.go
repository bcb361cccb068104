package idb

import (
	"context"
	"errors"
	"syscall/js"
	"testing"

	"rroform/wasm/store"
)

// intercept calls f with every new transaction of the connection.
func intercept(t *testing.T, d *database, f func(tx js.Value)) {
	t.Helper()
	raw := d.conn.raw
	begin := js.Global().Get("IDBDatabase").Get("prototype").Get("transaction")
	fake := js.FuncOf(func(_ js.Value, args []js.Value) any {
		list := []any{raw}
		for _, a := range args {
			list = append(list, a)
		}
		tx := begin.Call("call", list...)
		f(tx)
		return tx
	})
	raw.Set("transaction", fake)
	t.Cleanup(func() {
		raw.Delete("transaction")
		fake.Release()
	})
}

// abortAll makes every transaction abort at the first success of one of its
// requests. reason is the error of the transaction, or null.
func abortAll(t *testing.T, d *database, reason js.Value) {
	t.Helper()
	intercept(t, d, func(tx js.Value) {
		if reason.Truthy() {
			js.Global().Get("Object").Call("defineProperty", tx, "error", map[string]any{"value": reason})
		}
		tx.Call("addEventListener", "success", tx.Get("abort").Call("bind", tx), map[string]any{"capture": true})
	})
}

// A put that throws in the middle of a batch undoes the puts before it.
func TestThrowingPut(t *testing.T) {
	cfg := testConfig(t)
	d := mustOpen(t, cfg)
	put := js.Global().Get("IDBObjectStore").Get("prototype").Get("put")
	throws := put.Call("bind", js.Global().Get("Object").New()) // not an IDBObjectStore
	intercept(t, d, func(tx js.Value) { tx.Call("objectStore", "presets").Set("put", throws) })
	_, err := d.Write(context.Background(), []store.Op{op(store.Appeals, "k", 0, `1`), op(store.Presets, "k", 0, `1`)})
	if err == nil || errors.Is(err, store.ErrConflict) {
		t.Errorf("Write: %v, want the TypeError", err)
	}
	wantMissing(t, mustOpen(t, cfg), store.Appeals, "k")
}

// The browser may abort a transaction at any time. Write must then return an error.
func TestAbortIsNotSuccess(t *testing.T) {
	for _, tt := range []struct {
		name   string
		reason js.Value
		want   error // nil: any error
	}{
		{"no reason", js.Null(), store.ErrDisk},
		{"an error of its own", exception("UnknownError"), store.ErrDisk},
		{"disk full", exception("QuotaExceededError"), store.ErrQuota},
	} {
		for _, o := range []store.Op{
			op(store.Appeals, "k", 0, `1`), // aborted after the get
			op(store.Files, "k", 0, "x"),   // aborted after the put
		} {
			t.Run(tt.name+" "+string(o.Table), func(t *testing.T) {
				cfg := testConfig(t)
				d := mustOpen(t, cfg)
				abortAll(t, d, tt.reason)
				revs, err := d.Write(context.Background(), []store.Op{o})
				if err == nil || revs != nil || tt.want != nil && !errors.Is(err, tt.want) {
					t.Errorf("Write = %v, %v, want nil and an error wrapping %v", revs, err, tt.want)
				}
				wantMissing(t, mustOpen(t, cfg), o.Table, o.Key)
			})
		}
	}
}

// The browser closes a connection by itself, with or without an event.
func TestLostConnectionIsReopened(t *testing.T) {
	for name, lose := range map[string]func(d *database){
		"close event": func(d *database) {
			raw := d.conn.raw
			raw.Call("close")
			raw.Call("dispatchEvent", js.Global().Get("Event").New("close"))
		},
		"versionchange event": func(d *database) {
			d.conn.raw.Call("dispatchEvent", js.Global().Get("Event").New("versionchange"))
		},
		"no event": func(d *database) { d.conn.raw.Call("close") },
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			d := mustOpen(t, testConfig(t))
			mustWrite(t, d, op(store.Appeals, "k", 0, `1`))
			lose(d)
			wantData(t, d, store.Appeals, "k", `1`)
			lose(d)
			mustWrite(t, d, op(store.Appeals, "k", 1, `2`))
			lose(d)
			if rows, err := d.All(ctx, store.Appeals); err != nil || len(rows) != 1 || rows[0].Rev != 2 {
				t.Errorf("All = %v, %v", rows, err)
			}
			lose(d)
			if keys, err := d.Keys(ctx, store.Appeals); err != nil || len(keys) != 1 {
				t.Errorf("Keys = %v, %v", keys, err)
			}
			lose(d)
			d.Close()
			if _, err := d.Get(ctx, store.Appeals, "k"); !errors.Is(err, store.ErrClosed) {
				t.Errorf("after Close: %v, want ErrClosed", err)
			}
		})
	}
}

// The browser empties its storage while the page is open. Nothing may be written
// into the new database as if the old rows still existed.
func TestWiped(t *testing.T) {
	ctx := context.Background()
	cfg := testConfig(t)
	d := mustOpen(t, cfg)
	mustWrite(t, d, op(store.Appeals, "k", 0, `1`))
	// As browsers do: the connection closes without a versionchange event, which
	// would come from another tab (store.ErrGone, see TestDropped).
	d.conn.raw.Call("close")
	d.conn.raw.Call("dispatchEvent", js.Global().Get("Event").New("close"))
	if err := <-requestSettled(js.Global().Get("indexedDB").Call("deleteDatabase", cfg.name)); err != nil {
		t.Fatal(err)
	}
	wiped := func(when string) {
		t.Helper()
		for range 2 {
			_, err := d.Write(ctx, []store.Op{op(store.Appeals, "l", 0, `2`)})
			if !errors.Is(err, store.ErrWiped) {
				t.Errorf("%s Write: %v, want ErrWiped", when, err)
			}
		}
		if _, err := d.All(ctx, store.Appeals); !errors.Is(err, store.ErrWiped) {
			t.Errorf("%s All: %v, want ErrWiped", when, err)
		}
	}
	wiped("with no database")
	other := mustOpen(t, cfg) // another tab, or this one reloaded
	wantMissing(t, other, store.Appeals, "k")
	wiped("with another database")
	mustWrite(t, other, op(store.Appeals, "k", 0, `3`))
	wantData(t, other, store.Appeals, "k", `3`)
}

// A database that an old program created without an identity gets one by an upgrade.
func TestNamesOldDatabase(t *testing.T) {
	cfg := testConfig(t)
	var tables []any
	for _, table := range store.Migrations[:2].Tables() {
		tables = append(tables, string(table))
	}
	req := js.Global().Get("indexedDB").Call("open", cfg.name, 2)
	req.Set("onupgradeneeded", js.Global().Call("eval", `((req, tables) => () => {
		for (const name of tables) req.result.createObjectStore(name);
		req.result.close();
	})`).Invoke(req, tables))
	<-requestSettled(req) // fails because it was closed early, but the upgrade is done
	d := mustOpen(t, cfg)
	if d.id == "" {
		t.Error("no identity")
	}
	mustWrite(t, d, op(store.Appeals, "k", 0, `1`))
}
