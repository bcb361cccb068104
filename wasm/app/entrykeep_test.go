package app

import (
	"testing"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
)

// TestKeepEntry: what was made before a change that it depends on is not kept,
// nor is what is too large, and what is forgotten is not counted.
func TestKeepEntry(t *testing.T) {
	a := startKit(t, "2026-11-02")
	p, _ := a.profile(a.active)
	p.Name, p.DepartmentID, p.PersonID, p.PersonName, p.Position = "Администрация", "89729055-843A-4EEB-88E1-71535B245D6F", "УИУЛ", "Образцова А. П.", "Делопроизводитель"
	if _, err := a.SaveProfile(t.Context(), SaveProfileReq{p}); err != nil {
		t.Fatal(err)
	}
	ap := appeal.Appeal{ID: newID(), IsDirect: true, Format: appeal.Other, Number: "1-ОГ", IncomingDate: "2026-10-05", RegistrationDate: "2026-10-05",
		Name: "Иванов", Questions: []appeal.Question{{Code: "0003.0009.0097.0694", Status: appeal.InWork}}}
	if _, err := a.SaveAppeal(t.Context(), SaveAppealReq{Appeal: ap}); err != nil {
		t.Fatal(err)
	}
	prepare := func() *job {
		t.Helper()
		j := a.preparation(&PlanReq{Mode: ModeMonth})
		if len(j.items) != 1 {
			t.Fatalf("%d items", len(j.items))
		}
		return j
	}
	small, large := archive.Packed{Data: make([]byte, 100)}, archive.Packed{Data: make([]byte, keptEntry+1)}
	for name, row := range map[string]struct {
		p      archive.Packed
		change func()
		want   int // bytes that are kept
	}{
		"small":   {small, func() {}, 100},
		"large":   {large, func() {}, 0},
		"format":  {small, func() { must(t)(a.setFormat(t.Context(), a.format)) }, 0},
		"profile": {small, func() { must(t)(a.SaveProfile(t.Context(), SaveProfileReq{a.profiles[0]})) }, 0},
		"reload":  {small, func() { must(t)(a.Reload(t.Context(), ReloadReq{})) }, 0},
		"save":    {small, func() { must(t)(a.SaveAppeal(t.Context(), SaveAppealReq{Appeal: a.index.byID[ap.ID].appeal})) }, 0},
	} {
		a.forget()
		j := prepare()
		row.change()
		a.keepEntry(j, j.items[0], row.p)
		if rec := a.index.byID[ap.ID]; a.packedBytes != row.want || (a.packed[rec] != nil) != (row.want > 0) {
			t.Errorf("%s: %d bytes are kept, entry %v", name, a.packedBytes, a.packed[rec])
		}
	}
	a.forget()
	if res, err := a.PrepareArchive(t.Context(), PlanReq{}); err != nil || res.Ready != 1 || a.packed[a.index.byID[ap.ID]] == nil {
		t.Errorf("the month whose report is due: %+v, %v", res, err)
	}
	must(t)(a.DeleteAppeals(t.Context(), DeleteAppealsReq{[]string{ap.ID}}))
	if a.packedBytes != 0 {
		t.Errorf("%d bytes of what is deleted", a.packedBytes)
	}
}

func must(t *testing.T) func(any, error) {
	return func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
}
