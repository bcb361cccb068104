package app_test

import (
	"slices"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

func (c *core) mark(made journal.Archive, state journal.ArchiveState, way journal.ArchiveWay,
	note string) journal.Archive {
	c.t.Helper()
	var res app.ArchiveRes
	c.must("setArchiveState", app.SetArchiveStateReq{ID: made.ID, State: state, Way: way, Note: note}, &res)
	return res.Archive
}

func (c *core) zero(m appeal.Month) journal.Archive {
	c.t.Helper()
	var res forming.BuildRes
	c.must("buildZero",
		forming.ZeroReq{Zero: rules.Zero{Declared: true, Month: m, NoDirect: true, NoAdministration: true,
			NoOtherBodies: true, Looked: true}}, &res)
	return res.Archive
}

// later lets a minute pass: what is saved now is newer than what was formed.
func (c *core) later() { c.now = c.now.Add(time.Minute) }

// TestSentIsOneAnswer: first screen, card, register, plan and journal say the
// same of what was sent.
func TestSentIsOneAnswer(t *testing.T) {
	c, _ := newFilled(t)
	one, two := c.save(direct("1-ОГ", "2026-10-05")).Appeal, c.save(direct("2-ОГ", "2026-10-06")).Appeal
	expect := func(when string, sent, changed, fresh int, exported register.ExportState, state journal.ArchiveState) {
		t.Helper()
		if m := c.today().Month; m.Ready != sent+changed+fresh || m.Sent != sent || m.Changed != changed ||
			m.New != fresh {
			t.Errorf("%s: first screen %+v", when, m)
		}
		if p := c.plan(october); p.Sent != sent+changed || p.Changed != changed {
			t.Errorf("%s: plan %d, %d", when, p.Sent, p.Changed)
		}
		rows := c.register(query.RegisterReq{Query: "1-ОГ"}).Rows
		if row := rows[slices.IndexFunc(rows, func(r register.RegisterRow) bool {
			return r.Number == "1-ОГ"
		})]; row.Exported != exported || row.SentState != state {
			t.Errorf("%s: register %+v", when, row)
		}
		card := c.get(one.ID)
		if told := card.Sent; (told == nil) != (exported == register.Never) || told != nil &&
			(told.State != state || told.Changed != (exported == register.Changed) || told.File == "") {
			t.Errorf("%s: card %+v", when, told)
		}
	}
	expect("nothing was sent", 0, 0, 2, register.Never, "")
	first := c.build(october)
	expect("formed", 2, 0, 0, register.Same, journal.StateFormed)
	c.mark(first, journal.StateDone, journal.WayHandOver, "")
	expect("done", 2, 0, 0, register.Same, journal.StateDone)
	c.later()
	c.save(direct("3-ОГ", "2026-10-07"))
	expect("one more", 2, 0, 1, register.Same, journal.StateDone)
	one.Name = "Петров Пётр Петрович"
	one = c.save(one).Appeal
	expect("one changed", 1, 1, 1, register.Changed, journal.StateDone)
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{two.ID}}, nil)
	second := c.build(october)
	expect("sent again", 2, 0, 0, register.Same, journal.StateFormed)
	c.mark(second, journal.StateFailed, "", "не принят")
	expect("the second was refused", 0, 1, 1, register.Changed, journal.StateDone)

	var res app.ArchiveEntriesRes
	c.must("archiveEntries", app.ArchiveIDReq{ID: first.ID}, &res)
	if len(res.Entries) != 2 || res.Entries[0].Since != app.SinceChanged || res.Entries[1].Since != app.SinceGone {
		t.Errorf("of the first: %+v", res.Entries)
	}
	c.mark(second, journal.StateLoaded, "", "")
	c.must("archiveEntries", app.ArchiveIDReq{ID: first.ID}, &res)
	if res.Entries[0].Since != app.SinceSent {
		t.Errorf("of the first, after the second was loaded: %+v", res.Entries)
	}
	if m := c.today().Month; !m.Reported || m.State != journal.StateLoaded || m.Archives != 2 {
		t.Errorf("%+v", m)
	}
}

// TestSameRevisionSaysNothing: a restore counts revisions from the beginning.
func TestSameRevisionSaysNothing(t *testing.T) {
	c, _ := newFilled(t)
	ap := c.save(direct("1-ОГ", "2026-10-05")).Appeal
	for _, name := range []string{"Второй", "Третий"} {
		ap.Name = name
		ap = c.save(ap).Appeal
	}
	made := c.build(october)
	if ap.Rev != 3 || c.entries(made)[0].Rev != 3 {
		t.Fatalf("revision %d", ap.Rev)
	}
	r := newCore(t, store.NewMemory(), today)
	r.must("restore", app.RestoreReq{}, nil, c.backup())
	r.now = c.now.Add(time.Hour)
	ap = r.get(ap.ID).Appeal
	for ap.Rev < 3 {
		ap.Address = "г. Калуга, д. " + ap.Modified.String()
		r.later()
		ap = r.save(ap).Appeal
	}
	if told := r.get(ap.ID).Sent; told == nil || !told.Changed {
		t.Errorf("revision %d: %+v", ap.Rev, told)
	}
}

// TestWaysApart: a step that is marked on one way says nothing of the others.
func TestWaysApart(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	made := c.build(october)
	for _, step := range []struct {
		state journal.ArchiveState
		way   journal.ArchiveWay
		note  string
		want  journal.ArchiveWay
	}{
		{journal.StateHanded, journal.WayHandOver, "", journal.WayHandOver},
		{journal.StateDone, journal.WayHandOver, "", journal.WayHandOver},
		{journal.StateDone, journal.WayOpen, "", journal.WayOpen},
		{journal.StateFailed, journal.WayOpen, "не принят", ""},
		{journal.StateLoaded, "", "", ""},
		{journal.StateLoaded, journal.WayPlatform, "", journal.WayPlatform},
		{journal.StateFormed, "", "", ""},
	} {
		got := c.mark(made, step.state, step.way, step.note)
		if got.State != step.state || got.Way != step.want || got.States[len(got.States)-1].Way != step.want {
			t.Errorf("%+v: %+v", step, got)
		}
	}
	if kept := c.journal()[0]; len(kept.States) != 8 {
		t.Errorf("%+v", kept.States)
	}
}

// TestZeroReportIsKnown: the first screen tells it with its state; an appeal of
// the month draws a word until the zero report is replaced or was refused.
func TestZeroReportIsKnown(t *testing.T) {
	c, s := newFilled(t)
	zero := c.zero(october)
	expect := func(when string, state journal.ArchiveState, reported bool) {
		t.Helper()
		m := c.today().Month
		if (m.Zero == nil) != (state == "") || m.Zero != nil && m.Zero.State != state || m.Reported != reported ||
			m.Archives != 0 {
			t.Errorf("%s: %+v", when, m)
		}
	}
	expect("formed", journal.StateFormed, false)
	c.mark(zero, journal.StateHanded, journal.WayHandOver, "")
	expect("handed over", journal.StateHanded, true)

	warned := func(c *core, id string) bool {
		return slices.ContainsFunc(c.get(id).Findings, func(f rules.Finding) bool { return f.Rule == "B-50.4" })
	}
	late, other := c.save(direct("1-ОГ", "2026-10-30")).Appeal, c.save(direct("2-ОГ", "2026-11-01")).Appeal
	if !warned(c, late.ID) || warned(c, other.ID) {
		t.Error("the appeal of the month draws a word, the other does not")
	}
	if again := newCore(t, s, today); !warned(again, late.ID) {
		t.Error("not after a restart")
	}
	if got := c.judge(october); !got.Blocked {
		t.Error("another zero report may be formed")
	}
	c.mark(zero, journal.StateFailed, "", "портал не принял")
	expect("refused", "", false)
	if warned(c, late.ID) {
		t.Error("the zero report was refused")
	}
	c.mark(zero, journal.StateLoaded, "", "")
	if !warned(c, late.ID) {
		t.Error("it was taken after all")
	}
	made := c.build(october)
	if m := c.today().Month; m.Zero != nil || m.Archives != 1 || warned(c, late.ID) {
		t.Errorf("an archive of the month was formed: %+v", m)
	}
	c.mark(made, journal.StateFailed, "", "портал не принял")
	if m := c.today().Month; m.Zero == nil || !warned(c, late.ID) {
		t.Errorf("that was refused: %+v", m)
	}
	second := c.fillProfile("", "Школа № 5", body2)
	c.must("activateProfile", app.ProfileIDReq{ID: second.ID}, nil)
	if here := c.save(direct("3-ОГ", "2026-10-30")).Appeal; warned(c, here.ID) || c.today().Month.Zero != nil {
		t.Error("another body is warned of it")
	}
}

// TestZeroReportOfRunningMonth: it is formed only when the clerk was asked.
func TestZeroReportOfRunningMonth(t *testing.T) {
	c, _ := newFilled(t)
	req := forming.ZeroReq{Zero: rules.Zero{Declared: true, Month: october.Next(), NoDirect: true,
		NoAdministration: true, NoOtherBodies: true, Looked: true}}
	c.refused("early", "buildZero", req)
	c.setDay("2026-11-30")
	c.refused("early", "buildZero", req)
	req.Early = true
	c.must("buildZero", req, nil)
	req.Early = false
	c.setDay("2026-12-01")
	c.must("buildZero", req, nil)
	if len(c.journal()) != 2 {
		t.Errorf("%d reports", len(c.journal()))
	}
}

// TestGuide: the first steps are shown until an archive is marked.
func TestGuide(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	made := c.build(october)
	if got := c.today(); !got.Guide || got.Archives != 1 {
		t.Errorf("%+v", got)
	}
	c.mark(made, journal.StateHanded, journal.WayHandOver, "")
	if c.today().Guide {
		t.Error("still")
	}
}

// TestLatestMonth: a hand-over begins with a month that has appeals.
func TestLatestMonth(t *testing.T) {
	c, _ := newFilled(t)
	for _, step := range []struct {
		day, want string
	}{{"2026-08-05", "2026-08"}, {"2026-11-01", "2026-11"}, {"2026-10-05", "2026-10"}, {"2026-11-02", "2026-10"}} {
		c.save(direct(step.day, appeal.Date(step.day)))
		if got := c.today().Latest; got.String() != step.want {
			t.Errorf("%s: %s", step.day, got)
		}
	}
}

// TestPersonalCountsAll: archives that stand open hold citizens too, and bytes
// that are no answer file are not called one.
func TestPersonalCountsAll(t *testing.T) {
	from, _ := newFilled(t)
	from.save(fromAdministration("А26-1", "2026-10-05", from.put("Ответ.pdf", noise(1, 5000))))
	from.save(direct("2-ОГ", "2026-10-05"))
	made := from.build(october)
	zero := from.zero(october.Prev())

	c := newCore(t, store.NewMemory(), today)
	personal := func() (res app.PersonalRes) {
		t.Helper()
		c.must("personal", app.PersonalReq{}, &res)
		return res
	}
	c.openArchive("zero.zip", from.part(zero, 0))
	if got := personal(); got.Files != 0 || got.Opened != 1 || got.Appeals != 0 || got.InOpened != 0 {
		t.Errorf("a zero report: %+v", got)
	}
	c.openArchive("month.zip", from.part(made, 0))
	if got := personal(); got.Files != 1 || got.Opened != 2 || got.Appeals != 0 || got.InOpened != 2 {
		t.Errorf("and an archive: %+v", got)
	}
	kept := c.put("Ответ.pdf", noise(2, 500))
	ap := c.save(fromAdministration("А26-2", "2026-10-05", kept)).Appeal
	if got := personal(); got.Files != 2 || got.Appeals != 1 {
		t.Errorf("and an appeal: %+v", got)
	}
	before := personal().Rest
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{ap.ID}}, nil)
	if got := personal(); got.Files != 1 || got.Rest != before+1 || got.Actions != 1 {
		t.Errorf("deleted, its file can be had back: %+v", got)
	}
}
