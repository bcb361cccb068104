package storetest

import (
	"testing"

	"rroform/wasm/store"
)

// Each calls visit for every row of these tables; without tables, of all of them.
func Each(t *testing.T, s store.Store, visit func(store.Table, store.Row), tables ...store.Table) {
	t.Helper()
	if len(tables) == 0 {
		tables = store.Tables()
	}
	for _, table := range tables {
		keys, err := s.Keys(t.Context(), table)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			row, err := s.Get(t.Context(), table, key)
			if err != nil {
				t.Fatal(err)
			}
			visit(table, row)
		}
	}
}
