package storetest

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"testing"

	"rroform/wasm/store"
)

// Spoil changes a stored row of a text table without going through the store.
type Spoil func(table store.Table, key string, change func([]byte) []byte)

// RunDamaged tests what the contract says of damaged rows. open returns a new,
// empty store and the function that damages its rows.
func RunDamaged(t *testing.T, open func(t *testing.T) (store.Store, Spoil)) {
	replace := func(old, new string) func([]byte) []byte {
		return func(b []byte) []byte { return bytes.Replace(b, []byte(old), []byte(new), 1) }
	}
	for _, tt := range []struct {
		name   string
		change func([]byte) []byte
	}{
		{"a changed letter", replace("Иванов", "Иваноф")},
		{"a changed letter of the key", replace("\tb\t", "\tc\t")},
		{"a changed revision", func(b []byte) []byte { b[0] = '7'; return b }},
		{"no revision", replace("2:", "x:")},
		{"a cut end", func(b []byte) []byte { return b[:len(b)-4] }},
		{"a line break", replace("Иванов", "Ива\nнов")},
		{"zeros", func(b []byte) []byte { return make([]byte, len(b)) }},
		{"nothing", func(b []byte) []byte { return []byte{} }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, spoil := open(t)
			t.Cleanup(func() { _ = s.Close() })
			testDamaged(t, s, spoil, tt.change)
		})
	}
}

func testDamaged(t *testing.T, s store.Store, spoil Spoil, change func([]byte) []byte) {
	ctx := context.Background()
	for _, key := range []string{"a", "b", "c"} {
		write(t, s, put(store.Appeals, key, `{"name":"Петров"}`))
		write(t, s, put(store.Appeals, key, `{"name":"Иванов"}`))
	}
	var left []byte
	spoil(store.Appeals, "b", func(value []byte) []byte {
		left = change(value)
		return slices.Clone(left)
	})
	row, err := s.Get(ctx, store.Appeals, "b")
	if !errors.Is(err, store.ErrDamaged) || !row.Damaged || row.Key != "b" || !bytes.Equal(row.Data, left) {
		t.Fatalf("Get = %+v %q, %v, want what is left and ErrDamaged", row, row.Data, err)
	}
	rows, err := s.All(ctx, store.Appeals)
	if err != nil || len(rows) != 3 {
		t.Fatalf("All = %d rows, %v", len(rows), err)
	}
	for i, key := range []string{"a", "b", "c"} {
		if rows[i].Key != key || rows[i].Damaged != (key == "b") {
			t.Errorf("row %d = %+v", i, rows[i])
		}
	}
	if !bytes.Equal(rows[1].Data, left) || rows[1].Rev != row.Rev ||
		rows[0].Rev != 2 || string(rows[2].Data) != `{"name":"Иванов"}` {
		t.Errorf("rows %+v", rows)
	}
	wantEachAsAll(t, s, store.Appeals)
	wantKeys(t, s, store.Appeals, "a", "b", "c")
	// The damaged row can be overwritten with the revision it was read with, and deleted.
	write(t, s, store.Op{Table: store.Appeals, Key: "b", Rev: row.Rev, Data: []byte(`{"name":"Сидоров"}`)})
	wantRow(t, s, store.Appeals, "b", row.Rev+1, `{"name":"Сидоров"}`)
	spoil(store.Appeals, "b", change)
	write(t, s, store.Op{Table: store.Appeals, Key: "b", Rev: store.AnyRev})
	wantKeys(t, s, store.Appeals, "a", "c")
}
