package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"rroform/wasm/store"
)

func testGet(t *testing.T, s store.Store) {
	write(t, s, put(store.Appeals, "a", `{"n":1}`))
	wantRow(t, s, store.Appeals, "a", 1, `{"n":1}`)
	for _, tt := range []struct {
		table store.Table
		key   string
	}{
		{store.Appeals, "b"},
		{store.Profiles, "a"}, // the same key in another table is another row
		{store.Files, "a"},
		{store.Appeals, "A"},
	} {
		_, err := s.Get(context.Background(), tt.table, tt.key)
		if !errors.Is(err, store.ErrNotFound) {
			t.Errorf("Get(%s, %q): %v, want ErrNotFound", tt.table, tt.key, err)
		}
	}
}

// Keys that sort differently by UTF-8, by UTF-16 and by the order of writing.
var unordered = []string{"б", "a", "\U0001F600", "\uFF5E", "Z", "a b", "10", "9", "ї"}
var ordered = []string{"10", "9", "Z", "a", "a b", "б", "ї", "\uFF5E", "\U0001F600"}

func testAll(t *testing.T, s store.Store) {
	if rows, err := s.All(context.Background(), store.Appeals); err != nil || len(rows) != 0 {
		t.Fatalf("All of an empty table = %v, %v", rows, err)
	}
	for _, key := range unordered {
		write(t, s, put(store.Appeals, key, `"`+key+`"`))
	}
	write(t, s, put(store.Appeals, "Z", `"again"`), put(store.Presets, "other", `0`))
	rows, err := s.All(context.Background(), store.Appeals)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(ordered) {
		t.Fatalf("All gave %d rows, want %d", len(rows), len(ordered))
	}
	for i, key := range ordered {
		want := store.Row{Key: key, Rev: 1, Data: []byte(`"` + key + `"`)}
		if key == "Z" {
			want = store.Row{Key: key, Rev: 2, Data: []byte(`"again"`)}
		}
		if rows[i].Key != want.Key || rows[i].Rev != want.Rev || !bytes.Equal(rows[i].Data, want.Data) {
			t.Errorf("row %d = %q rev %d %q, want %q rev %d %q", i,
				rows[i].Key, rows[i].Rev, rows[i].Data, want.Key, want.Rev, want.Data)
		}
	}
}

func testKeys(t *testing.T, s store.Store) {
	for _, table := range []store.Table{store.Bodies, store.Parts} {
		wantKeys(t, s, table)
		for _, key := range unordered {
			write(t, s, put(table, key, "1"))
		}
		wantKeys(t, s, table, ordered...)
	}
}

func testManyRows(t *testing.T, s store.Store) {
	const n = 2000
	ops := make([]store.Op, n)
	for i := range ops {
		ops[i] = put(store.Appeals, fmt.Sprintf("%05d", i), fmt.Sprintf(`{"n":%d}`, i))
		ops[i].Rev = 0
	}
	if revs := write(t, s, ops...); len(revs) != n || revs[0] != 1 || revs[n-1] != 1 {
		t.Fatalf("%d revisions, want %d times 1", len(revs), n)
	}
	rows, err := s.All(context.Background(), store.Appeals)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != n {
		t.Fatalf("All gave %d rows, want %d", len(rows), n)
	}
	for i, row := range rows {
		if row.Key != ops[i].Key || row.Rev != 1 || !bytes.Equal(row.Data, ops[i].Data) {
			t.Fatalf("row %d = %q rev %d %q", i, row.Key, row.Rev, row.Data)
		}
	}
	// Write half of them again and as many new ones, first with one wrong revision.
	for i := range ops {
		ops[i] = put(store.Appeals, fmt.Sprintf("%05d", n/2+i), `{}`)
		if ops[i].Rev = 0; i < n/2 {
			ops[i].Rev = 1
		}
	}
	wrong := slices.Clone(ops)
	wrong[n-1].Rev = 7
	var conflict *store.ConflictError
	_, err = s.Write(context.Background(), wrong)
	if !errors.As(err, &conflict) || conflict.Key != wrong[n-1].Key || conflict.Have != 0 {
		t.Fatalf("a missing row with a revision: %v", err)
	}
	wrong[n-1].Rev, wrong[0].Rev = 0, 0
	_, err = s.Write(context.Background(), wrong)
	if !errors.As(err, &conflict) || conflict.Key != wrong[0].Key || conflict.Have != 1 {
		t.Fatalf("an existing row that must not exist: %v", err)
	}
	if revs := write(t, s, ops...); revs[0] != 2 || revs[n/2-1] != 2 || revs[n/2] != 1 || revs[n-1] != 1 {
		t.Fatalf("revisions %d %d %d %d, want 2 2 1 1", revs[0], revs[n/2-1], revs[n/2], revs[n-1])
	}
	for i := range ops {
		ops[i] = store.Op{Table: store.Appeals, Key: ops[i].Key, Rev: store.AnyRev} // there or not
	}
	write(t, s, ops...)
	keys, err := s.Keys(context.Background(), store.Appeals)
	if err != nil || len(keys) != n/2 || keys[n/2-1] != fmt.Sprintf("%05d", n/2-1) {
		t.Fatalf("%d keys, %v", len(keys), err)
	}
}
