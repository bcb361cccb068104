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

// TestEntryCache checks that the cache has no entry which is too large or was made before a change of
// the record, the profile or the format profile, and that it counts the bytes of the others.
func TestEntryCache(t *testing.T) {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		t.Fatal(err)
	}
	o := &office.Office{
		Active: "p",
		Format: office.BuiltinFormat(),
		Clock:  func() time.Time { return time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC) },
		Profiles: []appeal.Profile{{
			ID: "p", Name: "Администрация", DepartmentID: "89729055-843A-4EEB-88E1-71535B245D6F",
			PersonID: "УИУЛ", PersonName: "Образцова А. П.", Position: "Делопроизводитель",
		}},
	}
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
		l.Keep(&ledger.Record{Appeal: appeal.Appeal{
			ID: "a", ProfileID: "p", IsDirect: true, Format: appeal.Other, Number: "1-ОГ", Name: "Иванов",
			IncomingDate: "2026-10-05", RegistrationDate: "2026-10-05",
			Questions: []appeal.Question{{Code: "0003.0009.0097.0694", Status: appeal.InWork}},
		}})
	}
	save()
	small := archive.Packed{Data: make([]byte, 100)}
	large := archive.Packed{Data: make([]byte, maxCachedEntry+1)}
	for name, row := range map[string]struct {
		p      archive.Packed
		change func()
		want   int // bytes in the cache
	}{
		"small":           {small, func() {}, 100},
		"large":           {large, func() {}, 0},
		"profile, format": {small, func() { o.Epoch++; f.DropEntries() }, 0},
		"save":            {small, save, 0},
	} {
		o.Epoch++
		f.DropEntries()
		j := f.preparation(&PlanReq{Mode: journal.ModeMonth})
		if len(j.items) != 1 {
			t.Fatalf("%d items", len(j.items))
		}
		row.change()
		f.cacheEntry(j, j.items[0], row.p)
		if rec := r.Get("a"); f.packedBytes != row.want || (f.packed[rec] != nil) != (row.want > 0) {
			t.Errorf("%s: %d bytes in the cache, entry %v", name, f.packedBytes, f.packed[rec])
		}
	}
	o.Epoch++
	f.DropEntries()
	res, err := f.PrepareArchive(t.Context(), PlanReq{})
	if err != nil || res.Ready != 1 || f.packed[r.Get("a")] == nil {
		t.Errorf("the month whose report is due: %+v, %v", res, err)
	}
	l.Drop("a")
	if f.packedBytes != 0 {
		t.Errorf("%d bytes in the cache of a deleted appeal", f.packedBytes)
	}
}
