package sealed

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"rroform/wasm/store"
	"rroform/wasm/store/storetest"
)

var testKey = bytes.Repeat([]byte{7}, KeySize)

func mustNew(t *testing.T, inner store.Store, key []byte, hideKeys ...store.Table) *Store {
	t.Helper()
	s, err := New(inner, key, hideKeys...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return mustNew(t, store.NewMemory(), testKey, store.Choices) })
}

// The contract holds for tables with encrypted keys too. These are the tables
// that the tests of the contract write to.
func TestContractOfHiddenKeys(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		return mustNew(t, store.NewMemory(), testKey, store.Appeals, store.Presets, store.Settings, store.Bodies)
	})
}

// TestNothingInPlain: no table of the inner store contains the text that was
// written.
func TestNothingInPlain(t *testing.T) {
	ctx, inner := t.Context(), store.NewMemory()
	s := mustNew(t, inner, testKey, store.Choices)
	const name = "Приметная"
	for _, table := range store.Tables() {
		key := "k"
		if table == store.Choices {
			key = name
		}
		op := store.Op{Table: table, Key: key, Rev: store.AnyRev, Data: []byte(`{"name":"` + name + `"}`)}
		if _, err := s.Write(ctx, []store.Op{op}); err != nil {
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

// TestMisplaced: a row encrypted with another key, a row moved to another key, a
// row with a changed byte and an unencrypted row are all reported as damaged.
func TestMisplaced(t *testing.T) {
	ctx, inner := t.Context(), store.NewMemory()
	s := mustNew(t, inner, testKey)
	as := func(table store.Table, key string, data []byte, rev int64) {
		t.Helper()
		op := store.Op{Table: table, Key: key, Rev: store.AnyRev, Data: data, NewRev: rev}
		if _, err := inner.Write(ctx, []store.Op{op}); err != nil {
			t.Fatal(err)
		}
	}
	put := func(table store.Table, key string, data []byte) { as(table, key, data, 1) }
	for _, table := range []store.Table{store.Appeals, store.Files} {
		op := store.Op{Table: table, Key: "k", Rev: store.AnyRev, Data: []byte(`{"a":1}`)}
		if _, err := s.Write(ctx, []store.Op{op}); err != nil {
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
		as(table, "k", row.Data, row.Rev)
		other := mustNew(t, inner, bytes.Repeat([]byte{8}, KeySize))
		if _, err := other.Get(ctx, table, "k"); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("another key: %v, want ErrDamaged", err)
		}
	}
	rows, err := s.All(context.Background(), store.Appeals)
	if err != nil || len(rows) != 4 {
		t.Fatalf("All: %d rows, %v", len(rows), err)
	}
	for _, row := range rows { // damaged rows do not hide the good one
		if row.Damaged != (row.Key != "k") {
			t.Errorf("All: row %+v", row)
		}
	}
}

// TestRolledBack: older data of a row that someone has put back are reported as
// damaged, in tables with and without encrypted keys.
func TestRolledBack(t *testing.T) {
	ctx, inner := t.Context(), store.NewMemory()
	s := mustNew(t, inner, testKey, store.Choices)
	for _, table := range []store.Table{store.Appeals, store.Settings, store.Choices} {
		put := func(s store.Store, key, data string) {
			t.Helper()
			op := store.Op{Table: table, Key: key, Rev: store.AnyRev, Data: []byte(data)}
			if _, err := s.Write(ctx, []store.Op{op}); err != nil {
				t.Fatal(err)
			}
		}
		put(s, "k", `{"state":"first"}`)
		name := s.innerKey(table, "k")
		first, err := inner.Get(ctx, table, name)
		if err != nil {
			t.Fatal(err)
		}
		put(s, "k", `{"state":"second"}`)
		put(inner, name, string(first.Data))
		if row, err := s.Get(ctx, table, "k"); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("%s: the first state came back as %q, %v", table, row.Data, err)
		}
		rows, err := s.All(ctx, table)
		if err != nil || len(rows) != 1 || !rows[0].Damaged {
			t.Errorf("%s: All gives %+v, %v", table, rows, err)
		}
		put(s, "k", `{"state":"third"}`)
		if row, err := s.Get(ctx, table, "k"); err != nil || string(row.Data) != `{"state":"third"}` {
			t.Errorf("%s: written over it is %q, %v", table, row.Data, err)
		}
	}
}

// TestUnboundRows: rows that older programs did not bind to their revision open,
// and are bound when they are written again.
func TestUnboundRows(t *testing.T) {
	ctx, inner := t.Context(), store.NewMemory()
	s := mustNew(t, inner, testKey)
	old := `"` + base64.StdEncoding.EncodeToString(s.encrypt([]byte(`{"a":1}`), aad(store.Appeals, "k"))) + `"`
	if _, err := inner.Write(ctx, []store.Op{{Table: store.Appeals, Key: "k", Rev: 0, Data: []byte(old)}}); err != nil {
		t.Fatal(err)
	}
	row, err := s.Get(ctx, store.Appeals, "k")
	if err != nil || string(row.Data) != `{"a":1}` {
		t.Fatalf("%q, %v", row.Data, err)
	}
	if _, err := s.Write(ctx, []store.Op{{Table: store.Appeals, Key: "k", Rev: row.Rev, Data: row.Data}}); err != nil {
		t.Fatal(err)
	}
	if row, err := inner.Get(ctx, store.Appeals, "k"); err != nil || !bytes.HasPrefix(row.Data, []byte(revPrefix)) {
		t.Errorf("written again it is %q, %v", row.Data, err)
	}
}

// TestLooksSealed: no row of an unencrypted register looks encrypted.
func TestLooksSealed(t *testing.T) {
	s := mustNew(t, store.NewMemory(), testKey)
	op := store.Op{Table: store.Settings, Key: "k", Data: []byte(`1`)}
	s.encryptOp(&op, "k")
	for data, want := range map[string]bool{
		string(op.Encoded(3)): true,
		`"` + base64.StdEncoding.EncodeToString(s.encrypt(nil, nil)) + `"`: true,
		`{}`: false, `15`: false, `""`: false, `"`: false, `null`: false, ``: false,
		`"2026-11-22T10:00:00.123456789Z"`:       false,
		`"7f9c2a60-12b4-4a7e-9d4e-0123456789ab"`: false,
		`["0003.0009.0097.0694"]`:                false,
	} {
		if LooksSealed([]byte(data)) != want {
			t.Errorf("%s: %v", data, !want)
		}
	}
}
