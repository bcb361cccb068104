package app_test

import (
	"reflect"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/register"
)

// TestViewIsFresh: after a change of any kind a view that was just seen is what
// a core shows that has never seen it.
func TestViewIsFresh(t *testing.T) {
	p := newProperty(t, 7)
	failed := 0
	changes := map[string]func(all []*entry){
		"deleted": func(all []*entry) { p.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{all[0].ID}}, nil) },
		"added":   func([]*entry) { p.save(p.random()) },
		"archived": func(all []*entry) {
			p.save(direct("архив-"+all[0].ID, "2026-10-05")) // one at least is ready
			p.must("build", forming.PlanReq{Mode: journal.ModeChanged}, nil)
		},
		"made a draft": func(all []*entry) {
			ap := p.get(all[0].ID).Appeal
			ap.Draft = !ap.Draft
			p.save(ap)
		},
		"another day":    func([]*entry) { p.now = p.now.AddDate(0, 0, 40) },
		"the clock back": func([]*entry) { p.now = p.now.AddDate(0, 0, -30) },
		"an archive failed": func([]*entry) {
			var formed app.JournalRes
			p.must("journal", app.JournalReq{}, &formed)
			defer func() { failed++ }()
			p.must("setArchiveState", app.SetArchiveStateReq{ID: formed.Archives[failed%len(formed.Archives)].ID,
				State: journal.StateFailed, Note: "Портал не принял."}, nil)
		},
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			all := p.entries()
			for _, r := range []query.RegisterReq{{}, {OnlyErrors: true}, {NotExported: true}, {Origin: query.Direct},
				{Status: appeal.InWork}, {ChangedSince: true}} {
				p.register(r)
				change(all)
				all = all[1:]
				p.fresh(t, r)
			}
		})
	}
}

// fresh holds a view against that of a core which has just read the store.
func (p *property) fresh(t *testing.T, r query.RegisterReq) {
	t.Helper()
	r.Size = 10_000
	other := newCore(t, p.s, today)
	other.now = p.now
	other.must("checkRegister", register.CheckRegisterReq{}, nil)
	if got, want := p.register(r), other.register(r); !reflect.DeepEqual(got, want) {
		t.Fatalf("%+v:\n got %d rows, %+v\nwant %d rows, %+v", r, len(got.Rows), got.Counts, len(want.Rows),
			want.Counts)
	}
}
