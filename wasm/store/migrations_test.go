package store_test

import (
	"testing"

	"rroform/wasm/store"
)

// Steps are only ever added. Upgrades rely on the rules checked here.
func TestHistoryIsSound(t *testing.T) {
	seen := map[store.Table]bool{}
	for i, m := range store.Migrations {
		if m.Version != i+1 {
			t.Errorf("step %d has version %d; versions count from 1 without gaps", i, m.Version)
		}
	}
	for _, table := range store.Tables() {
		if seen[table] {
			t.Errorf("table %s is created twice", table)
		}
		seen[table] = true
		if store.Migrations.IsText(table) == store.IsBinary(table) {
			t.Errorf("table %s must be either text or binary", table)
		}
	}
	if want := len(store.Migrations); store.Version() != want {
		t.Errorf("Version() = %d, want %d", store.Version(), want)
	}
	if v := (store.History{}).Version(); v != 0 {
		t.Errorf("version of an empty history = %d, want 0", v)
	}
}

// The tables of version 1 are on users' disks: they must not be renamed or change their kind.
func TestVersion1IsFrozen(t *testing.T) {
	for table, binary := range map[store.Table]bool{
		"profiles": false, "appeals": false, "bodies": false, "actions": false,
		"presets": false, "archives": false, "settings": false, "files": true, "parts": true,
	} {
		first := store.Migrations[:1]
		if first.IsBinary(table) != binary || first.IsText(table) == binary {
			t.Errorf("version 1: table %s must stay, binary = %v", table, binary)
		}
	}
}
