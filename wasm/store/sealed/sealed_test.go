package sealed

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"rroform/wasm/store"
	"rroform/wasm/store/storetest"
)

var testKey = bytes.Repeat([]byte{7}, KeySize)

func mustNew(t *testing.T, inner store.Store, key []byte, speaking ...store.Table) *Store {
	t.Helper()
	s, err := New(inner, key, speaking...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return mustNew(t, store.NewMemory(), testKey, store.Choices) })
}

// The contract holds for a table with hidden keys too: the tests write most
// into these.
func TestContractOfHiddenKeys(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		return mustNew(t, store.NewMemory(), testKey, store.Appeals, store.Presets, store.Settings, store.Bodies)
	})
}

// TestNothingInSight: what was written stands nowhere in the inner store, in
// every table there is.
func TestNothingInSight(t *testing.T) {
	ctx, inner := t.Context(), store.NewMemory()
	s := mustNew(t, inner, testKey, store.Choices)
	const name = "Приметная"
	for _, table := range store.Tables() {
		key := "k"
		if table == store.Choices {
			key = name
		}
		if _, err := s.Write(ctx, []store.Op{{Table: table, Key: key, Rev: store.AnyRev, Data: []byte(`{"name":"` + name + `"}`)}}); err != nil {
			t.Fatal(err)
		}
		keys, err := inner.Keys(ctx, table)
		if err != nil || len(keys) != 1 {
			t.Fatalf("%s: %q, %v", table, keys, err)
		}
		row, err := inner.Get(ctx, table, keys[0])
		if err != nil || strings.Contains(keys[0]+string(row.Data), name) {
			t.Errorf("%s: %q %q, %v", table, keys[0], row.Data, err)
		}
		if got, err := s.Get(ctx, table, key); err != nil || !strings.Contains(string(got.Data), name) {
			t.Errorf("%s came back as %q, %v", table, got.Data, err)
		}
	}
}

// TestMisplaced: another key, a row moved to another place, a changed byte and
// a plain row are all refused, never taken for something.
func TestMisplaced(t *testing.T) {
	ctx, inner := t.Context(), store.NewMemory()
	s := mustNew(t, inner, testKey)
	put := func(table store.Table, key string, data []byte) {
		t.Helper()
		if _, err := inner.Write(ctx, []store.Op{{Table: table, Key: key, Rev: store.AnyRev, Data: data}}); err != nil {
			t.Fatal(err)
		}
	}
	for _, table := range []store.Table{store.Appeals, store.Files} {
		if _, err := s.Write(ctx, []store.Op{{Table: table, Key: "k", Rev: store.AnyRev, Data: []byte(`{"a":1}`)}}); err != nil {
			t.Fatal(err)
		}
		row, err := inner.Get(ctx, table, "k")
		if err != nil {
			t.Fatal(err)
		}
		put(table, "moved", row.Data)
		put(table, "plain", []byte(`{"a":1}`))
		put(table, "short", []byte(`"AAAA"`))
		for i := range row.Data {
			changed := bytes.Clone(row.Data)
			if changed[i] ^= 1; changed[i] == '\n' {
				continue
			}
			put(table, "k", changed)
			if got, err := s.Get(ctx, table, "k"); err == nil && string(got.Data) != `{"a":1}` {
				t.Fatalf("%s: byte %d changed: %q", table, i, got.Data)
			} else if err != nil && !errors.Is(err, store.ErrDamaged) {
				t.Fatal(err)
			}
		}
		for _, key := range []string{"moved", "plain", "short"} {
			if _, err := s.Get(ctx, table, key); !errors.Is(err, store.ErrDamaged) {
				t.Errorf("%s/%s: %v, want ErrDamaged", table, key, err)
			}
		}
		put(table, "k", row.Data)
		if _, err := mustNew(t, inner, bytes.Repeat([]byte{8}, KeySize)).Get(ctx, table, "k"); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("another key: %v, want ErrDamaged", err)
		}
	}
	rows, err := s.All(context.Background(), store.Appeals)
	if err != nil || len(rows) != 4 {
		t.Fatalf("All: %d rows, %v", len(rows), err)
	}
	for _, row := range rows { // the damaged ones hide none of the others
		if row.Damaged != (row.Key != "k") {
			t.Errorf("All: row %+v", row)
		}
	}
}
