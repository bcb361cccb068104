package ledger_test

import (
	"testing"

	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/store"
)

// TestKeepOrSetAside: a record on which an observer panics is set aside.
func TestKeepOrSetAside(t *testing.T) {
	l := ledger.New(&office.Office{}, store.NewMemory(), nil)
	l.Records = map[string]*ledger.Record{}
	l.Hooks.Added = func(*ledger.Record) { panic("cannot take it") }
	l.Hooks.Removed = func(*ledger.Record) { panic("never took it") }
	l.KeepOrSetAside(&ledger.Record{Appeal: appeal.Appeal{ID: "x", Number: "1-ОГ"}})
	if len(l.Records) != 0 || len(l.Aside) != 1 || !l.Aside[0].Failing || l.Aside[0].Row.Key != "x" {
		t.Errorf("%d records, aside %+v", len(l.Records), l.Aside)
	}
}
