package forming

import (
	"sync"
	"testing"
	"time"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/classifier"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/packs"
	"rroform/wasm/register"
	"rroform/wasm/source"
	"rroform/wasm/store"
)

// TestKeepEntry: what was made before a change that it depends on is not kept,
// nor is what is too large, and what is dropped is not counted.
func TestKeepEntry(t *testing.T) {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		t.Fatal(err)
	}
	o := &office.Office{Active: "p", Format: office.BuiltinFormat(), Clock: func() time.Time {
		return time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC)
	},
		Profiles: []appeal.Profile{
			{ID: "p", Name: "Администрация", DepartmentID: "89729055-843A-4EEB-88E1-71535B245D6F", PersonID: "УИУЛ",
				PersonName: "Образцова А. П.", Position: "Делопроизводитель"}}}
	mu := new(sync.Mutex)
	l := ledger.New(o, store.NewMemory(), nil)
	l.Records = map[string]*ledger.Record{}
	e, j := packs.New(table, l, o), journal.New(l, o)
	r := register.New(mu, l, o, e, j)
	s := source.New(l)
	f := New(mu, l, o, e, j, r, s)
	l.Hooks.Added = r.Added
	l.Hooks.Removed = func(rec *ledger.Record) {
		f.DropEntry(r.Get(rec.Appeal.ID))
		r.Removed(rec)
	}
	save := func() {
		l.Keep(
			&ledger.Record{Appeal: appeal.Appeal{ID: "a", ProfileID: "p", IsDirect: true, Format: appeal.Other,
				Number:       "1-ОГ",
				IncomingDate: "2026-10-05", RegistrationDate: "2026-10-05", Name: "Иванов",
				Questions: []appeal.Question{{Code: "0003.0009.0097.0694", Status: appeal.InWork}}}})
	}
	save()
	small, large := archive.Packed{Data: make([]byte, 100)}, archive.Packed{Data: make([]byte, keptEntry+1)}
	for name, row := range map[string]struct {
		p      archive.Packed
		change func()
		want   int // bytes that are kept
	}{
		"small":           {small, func() {}, 100},
		"large":           {large, func() {}, 0},
		"profile, format": {small, func() { o.Epoch++; f.DropPacked() }, 0},
		"save":            {small, save, 0},
	} {
		o.Epoch++
		f.DropPacked()
		j := f.preparation(&PlanReq{Mode: journal.ModeMonth})
		if len(j.items) != 1 {
			t.Fatalf("%d items", len(j.items))
		}
		row.change()
		f.keepEntry(j, j.items[0], row.p)
		if rec := r.Get("a"); f.packedBytes != row.want || (f.packed[rec] != nil) != (row.want > 0) {
			t.Errorf("%s: %d bytes are kept, entry %v", name, f.packedBytes, f.packed[rec])
		}
	}
	o.Epoch++
	f.DropPacked()
	if res, err := f.PrepareArchive(t.Context(), PlanReq{}); err != nil || res.Ready != 1 ||
		f.packed[r.Get("a")] == nil {
		t.Errorf("the month whose report is due: %+v, %v", res, err)
	}
	l.Drop("a")
	if f.packedBytes != 0 {
		t.Errorf("%d bytes of what is deleted", f.packedBytes)
	}
}
