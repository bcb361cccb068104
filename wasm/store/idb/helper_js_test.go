package idb

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"
	"testing"
	"time"

	"rroform/wasm/store"
)

// testConfig configures a database for one test and deletes it at the end.
func testConfig(t *testing.T) config {
	t.Helper()
	name := fmt.Sprintf("test %s %d", t.Name(), time.Now().UnixNano())
	t.Cleanup(func() {
		req := js.Global().Get("indexedDB").Call("deleteDatabase", name)
		timeout := time.NewTimer(5 * time.Second)
		defer timeout.Stop() // a timer that fires after the program has ended throws in the page
		select {
		case err := <-requestSettled(req):
			if err != nil {
				t.Errorf("delete database: %v", err)
			}
		case <-timeout.C:
			t.Error("delete database: a connection was left open")
		}
	})
	return config{name: name, history: store.Migrations, timeout: 5 * time.Second,
		factory: js.Global().Get("indexedDB")}
}

// mustOpen opens the database and closes it at the end of the test.
func mustOpen(t *testing.T, cfg config) *database {
	t.Helper()
	d, err := open(context.Background(), cfg)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// rawOpen opens a connection that, unlike ours, ignores versionchange.
func rawOpen(t *testing.T, name string, version int) js.Value {
	t.Helper()
	req := js.Global().Get("indexedDB").Call("open", name, version)
	if err := <-requestSettled(req); err != nil {
		t.Fatalf("raw open: %v", err)
	}
	return req.Get("result")
}

const notes store.Table = "notes"

// newer returns the history of a later program, which has one more table: notes.
func newer() store.History {
	next := store.Migration{Version: store.Version() + 1, Text: []store.Table{notes}}
	return append(append(store.History{}, store.Migrations...), next)
}

func mustWrite(t *testing.T, s store.Store, ops ...store.Op) {
	t.Helper()
	if _, err := s.Write(context.Background(), ops); err != nil {
		t.Fatalf("Write: %v", err)
	}
}

func wantData(t *testing.T, s store.Store, table store.Table, key, want string) {
	t.Helper()
	row, err := s.Get(context.Background(), table, key)
	if err != nil {
		t.Fatalf("Get: %v", err)
	}
	if string(row.Data) != want {
		t.Fatalf("%s/%s = %q, want %q", table, key, row.Data, want)
	}
}

func wantMissing(t *testing.T, s store.Store, table store.Table, key string) {
	t.Helper()
	if _, err := s.Get(context.Background(), table, key); !errors.Is(err, store.ErrNotFound) {
		t.Fatalf("Get(%s, %s): %v, want ErrNotFound", table, key, err)
	}
}

func op(table store.Table, key string, rev int64, data string) store.Op {
	return store.Op{Table: table, Key: key, Rev: rev, Data: []byte(data)}
}

// exception makes a DOMException of this name.
func exception(name string) js.Value {
	return js.Global().Get("DOMException").New("made by a test", name)
}
