// Package storetest tests the contract of store.Store. Every implementation runs
// it, so that tests of the app against the store in memory are valid for the
// browser.
package storetest

import (
	"bytes"
	"context"
	"testing"

	"rroform/wasm/store"
)

// Run tests the contract. open returns a new, empty store with the tables of
// store.Migrations each time; Run closes it.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, tt := range []struct {
		name string
		test func(t *testing.T, s store.Store)
	}{
		{"get and not found", testGet},
		{"all in key order", testAll},
		{"each as all", testEach},
		{"keys", testKeys},
		{"thousands of rows", testManyRows},
		{"any text comes back", testText},
		{"any bytes come back", testBinary},
		{"no shared memory", testIsolation},
		{"batch over tables", testBatch},
		{"revisions", testRevisions},
		{"conflicts", testConflicts},
		{"same key twice in a batch", testSameKey},
		{"delete", testDelete},
		{"check only", testCheckOnly},
		{"copies", testCopies},
		{"encoded with the revision", testEncode},
		{"concurrent writers", testConcurrent},
		{"refused", testRefused},
		{"cancelled", testCancelled},
		{"closed", testClosed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() {
				if err := s.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
			})
			tt.test(t, s)
		})
	}
}

// put returns an op that writes without checking the revision.
func put(table store.Table, key, data string) store.Op {
	return store.Op{Table: table, Key: key, Rev: store.AnyRev, Data: []byte(data)}
}

func write(t *testing.T, s store.Store, ops ...store.Op) []int64 {
	t.Helper()
	revs, err := s.Write(context.Background(), ops)
	if err != nil {
		t.Fatalf("Write: %v", err)
	}
	return revs
}

// wantRow fails unless the row is stored with this revision and data.
func wantRow(t *testing.T, s store.Store, table store.Table, key string, rev int64, data string) {
	t.Helper()
	row, err := s.Get(context.Background(), table, key)
	if err != nil {
		t.Fatalf("Get: %v", err)
	}
	if row.Key != key || row.Rev != rev || !bytes.Equal(row.Data, []byte(data)) {
		t.Fatalf("%s/%s = %q rev %d %.80q, want rev %d %.80q",
			table, key, row.Key, row.Rev, row.Data, rev, data)
	}
}

// wantKeys fails unless the table has exactly these keys.
func wantKeys(t *testing.T, s store.Store, table store.Table, want ...string) {
	t.Helper()
	got, err := s.Keys(context.Background(), table)
	if err != nil {
		t.Fatalf("Keys: %v", err)
	}
	if len(got) != len(want) {
		t.Fatalf("keys of %s = %q, want %q", table, got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("keys of %s = %q, want %q", table, got, want)
		}
	}
}
