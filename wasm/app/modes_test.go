package app_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/query"
)

func (c *core) planOf(req forming.PlanReq) forming.PlanRes {
	c.t.Helper()
	var res forming.PlanRes
	c.must("plan", req, &res)
	return res
}

func (c *core) buildOf(req forming.PlanReq) journal.Archive {
	c.t.Helper()
	var res forming.BuildRes
	c.must("build", req, &res)
	return res.Archive
}

func ranged(m journal.ArchiveMode, from, to appeal.Date) forming.PlanReq {
	return forming.PlanReq{Mode: m, From: from, To: to}
}

// said is who goes in, and who stays out and why.
func said(res forming.PlanRes) string {
	out := planned(res.In)
	for _, row := range res.Out {
		out += fmt.Sprintf("; %s %s", row.Number, row.Because)
	}
	return out
}

// TestModes: one register, asked in every way.
func TestModes(t *testing.T) {
	c, _ := newFilled(t)
	enter := func(day string, ap appeal.Appeal) appeal.Appeal {
		c.setDay(day)
		return c.save(ap).Appeal
	}
	enter("2026-10-01", direct("1-ОГ", "2026-09-10"))
	enter("2026-10-03", direct("2-ОГ", "2026-09-30"))
	enter("2026-10-04", direct("3-ОГ", "2026-10-02"))
	draft := direct("4-ОГ", "2026-09-11")
	draft.Draft = true
	enter("2026-10-02", draft)
	broken := direct("5-ОГ", "2026-09-12")
	broken.Name = ""
	enter("2026-10-02", broken)
	undated := direct("6-ОГ", "")
	undated.Questions[0].Status = appeal.NotReceived
	enter("2026-10-02", undated)
	unregistered := direct("7-ОГ", "2026-09-30")
	unregistered.RegistrationDate, unregistered.Questions[0].Status = "", appeal.NotRegistered
	enter("2026-10-01", unregistered)
	c.setDay("2026-10-05")

	september := appeal.Month{Year: 2026, Month: 9}
	filter := &query.RegisterReq{Query: "2-ог"}
	for _, row := range []struct {
		name    string
		req     forming.PlanReq
		want    string
		outside int
	}{
		{"the month is the default", forming.PlanReq{Month: september},
			"1-ОГ 2-ОГ 7-ОГ; 4-ОГ draft; 5-ОГ errors; 6-ОГ period", 1},
		{"by month", forming.PlanReq{Mode: journal.ModeMonth, Month: september, From: "вчера"},
			"1-ОГ 2-ОГ 7-ОГ; 4-ОГ draft; 5-ОГ errors; 6-ОГ period", 1},
		{"by days of entry", ranged(journal.ModeEntered, "2026-09-01", "2026-10-03"),
			"1-ОГ 2-ОГ 7-ОГ; 4-ОГ draft; 5-ОГ errors; 6-ОГ month", 1},
		{"one day, as it is typed", ranged(journal.ModeEntered, "4.10.26", "04.10.2026"), "3-ОГ", 6},
		{"by days of registration", ranged(journal.ModeRegistered, "2026-09-30", "2026-10-02"),
			"2-ОГ 3-ОГ; 6-ОГ period; 7-ОГ period", 3},
		{"nothing was exported", forming.PlanReq{Mode: journal.ModeChanged},
			"1-ОГ 2-ОГ 3-ОГ 7-ОГ; 4-ОГ draft; 5-ОГ errors; 6-ОГ month", 0},
		{"a filter beside", forming.PlanReq{Month: september, Filter: filter},
			"2-ОГ; 1-ОГ filter; 4-ОГ filter; 5-ОГ filter; 6-ОГ filter; 7-ОГ filter", 1},
	} {
		res := c.planOf(row.req)
		if got := said(res); got != row.want || res.Outside != row.outside || len(res.Period) > 0 {
			t.Errorf("%s\n got %s, %d outside, %v\nwant %s, %d", row.name, got, res.Outside, res.Period, row.want,
				row.outside)
		}
		for _, out := range res.Out {
			if out.Reason == "" {
				t.Errorf("%s: %s has no reason", row.name, out.Number)
			}
		}
	}
	if out := c.planOf(forming.PlanReq{Month: september}).Out[0]; out.Reason != "Черновик: снимите отметку, чтобы "+
		"выгрузить" {
		t.Error(out.Reason)
	}
}

// TestRegisteredByWhatGoesOut: a date that the status does not take is not in
// the archive, so no archive is taken by it.
func TestRegisteredByWhatGoesOut(t *testing.T) {
	c, _ := newFilled(t)
	early := direct("1-ОГ", "2026-10-05")
	early.Questions[0].Status = appeal.NotRegistered
	c.save(early)
	c.save(direct("2-ОГ", "2026-10-05"))
	if got := said(c.planOf(ranged(journal.ModeRegistered, "2026-10-01", "2026-10-31"))); got != "2-ОГ; 1-ОГ period" {
		t.Error(got)
	}
	if got := said(c.planOf(ranged(journal.ModeRegistered, "2026-09-01", "2026-09-30"))); got != "" {
		t.Error(got)
	}
}

// TestPeriod: a range that cannot be is said in the list and stops the build.
func TestPeriod(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	for _, row := range []struct{ from, to, rule string }{
		{"", "2026-10-03", "B-39"}, {"2026-09-01", "31.09.2026", "B-39"}, {"2026-10-03", "2026-10-02", "B-39.1"},
	} {
		req := ranged(journal.ModeEntered, appeal.Date(row.from), appeal.Date(row.to))
		res := c.planOf(req)
		if len(res.Period) != 1 || res.Period[0].Rule != row.rule || len(res.In)+len(res.Out) != 0 {
			t.Errorf("%v: %+v", row, res.Period)
		}
		c.refused("period", "build", req)
	}
	e := c.refused("nothing", "build", ranged(journal.ModeRegistered, "2026-09-01", "2026-09-30"))
	if !strings.Contains(e.Text, "зарегистрированных с 01.09.2026 по 30.09.2026") || e.Hint == "" {
		t.Errorf("%+v", e)
	}
}

// TestEntryDayIsTheClerks: what is typed at nine in the evening of 30 September
// in New York belongs to that day, although it is October in UTC.
func TestEntryDayIsTheClerks(t *testing.T) {
	c, _ := newFilled(t)
	c.now = time.Date(2026, 9, 30, 21, 0, 0, 0, time.FixedZone("UTC-5", -5*3600))
	c.save(direct("1-ОГ", "2026-09-10"))
	if got := said(c.planOf(ranged(journal.ModeEntered, "2026-09-30", "2026-09-30"))); got != "1-ОГ" {
		t.Errorf("in: %q", got)
	}
	if got := said(c.planOf(ranged(journal.ModeEntered, "2026-10-01", "2026-10-01"))); got != "" {
		t.Errorf("in: %q", got)
	}
}

// TestChanged: by content, since the last archive that held the appeal.
func TestChanged(t *testing.T) {
	c, s := newFilled(t)
	changed := forming.PlanReq{Mode: journal.ModeChanged}
	file := c.put("Ответ.pdf", []byte("ответ"))
	one, two := c.save(direct("1-ОГ", "2026-10-05")).Appeal, c.save(direct("2-ОГ", "2026-10-05")).Appeal
	three := c.save(fromAdministration("А26-3", "2026-10-05", file)).Appeal
	made := c.build(october)
	for _, e := range c.entries(made) {
		if len(e.Hash) != 64 {
			t.Errorf("%+v", e)
		}
	}
	expect := func(when, want string) {
		t.Helper()
		for _, core := range []*core{c, newCore(t, s, today)} { // and after a restart
			if got := said(core.planOf(changed)); got != want {
				t.Errorf("%s: %q, want %q", when, got, want)
			}
		}
	}
	expect("just exported", "")
	c.refused("nothing", "build", changed)

	one.Draft = true
	one = c.save(one).Appeal
	expect("held back only", "")
	one.Draft, one.Name = false, "Другой"
	one = c.save(one).Appeal
	expect("name", "1-ОГ")
	one.Name = "Иванов Иван Иванович"
	one = c.save(one).Appeal
	expect("and back", "")

	three.Questions[0].Attachment = c.put("Ответ.pdf", []byte("отказ"))
	three = c.save(three).Appeal
	expect("other bytes under the same name", "А26-3")
	c.save(direct("9-ОГ", "2025-01-05"))
	expect("a new one, of any month", "9-ОГ А26-3")
	second := c.buildOf(changed)
	if name := second.Parts[0].Name; name != "РРО_Администрация_села_Примерное_изменения_2026-11-02_001.zip" {
		t.Error(name)
	}
	if got := fmt.Sprint(second.Months); got != "[{{2026 10} 1} {{2025 1} 1}]" && got != "[{2026-10 1} {2025-01 1}]" {
		t.Errorf("months %s", got)
	}
	expect("exported by changes", "")

	two.Name = "Новый"
	two = c.save(two).Appeal
	third := c.buildOf(changed)
	expect("exported again", "")
	c.must("setArchiveState", app.SetArchiveStateReq{ID: third.ID, State: journal.StateFailed,
		Note: "Портал вернул ошибку"}, nil)
	expect("the portal did not take it", "2-ОГ")
	c.must("setArchiveState", app.SetArchiveStateReq{ID: third.ID, State: journal.StateDone}, nil)
	expect("it did after all", "")
	c.loadFormat(func(f map[string]any) { f["createDateOfDirect"] = "none" })
	expect("another format of the portal", "1-ОГ 2-ОГ 9-ОГ")
	_ = two
}

// TestNamesNeverTwice: modes, months and bodies of the same name share numbers.
func TestNamesNeverTwice(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	seen := map[string]bool{}
	take := func(made journal.Archive) {
		t.Helper()
		if name := made.Parts[0].Name; seen[name] {
			t.Errorf("%s twice", name)
		}
		seen[made.Parts[0].Name] = true
	}
	week := func(m journal.ArchiveMode) forming.PlanReq { return ranged(m, "2026-10-01", "2026-11-02") }
	for range 2 {
		take(c.build(october))
		take(c.buildOf(week(journal.ModeEntered)))
		take(c.buildOf(week(journal.ModeRegistered)))
	}
	if !seen["РРО_Администрация_села_Примерное_2026-10-01_2026-11-02_004.zip"] {
		t.Errorf("%v", seen)
	}
	made := c.journal()[0]
	if made.Mode != journal.ModeRegistered || made.From != "2026-10-01" || made.To != "2026-11-02" ||
		!made.Month.IsZero() || made.Period == "" {
		t.Errorf("%+v", made)
	}
	if got := len(c.planOf(week(journal.ModeEntered)).Earlier); got != 2 {
		t.Errorf("%d earlier of the same range", got)
	}
	if got := len(c.plan(october).Earlier); got != 6 {
		t.Errorf("%d archives hold October", got)
	}
	other := c.fillProfile("", "«администрация» села Примерное", body2)
	c.must("activateProfile", app.ProfileIDReq{ID: other.ID}, nil)
	c.save(direct("1-ОГ", "2026-10-05"))
	take(c.build(october))
	if made := c.journal()[0]; made.Parts[0].Name != "РРО_администрация_села_Примерное_2026-10_003.zip" {
		t.Error(made.Parts[0].Name)
	}
}

// TestModesNeverMixProfiles: in no mode does one body's archive hold another's.
func TestModesNeverMixProfiles(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	second := c.fillProfile("", "Школа № 5", body2)
	c.must("activateProfile", app.ProfileIDReq{ID: second.ID}, nil)
	c.save(direct("2-ОГ", "2026-10-05"))
	for _, mode := range forming.ArchiveModes {
		req := forming.PlanReq{Mode: mode.Mode, Month: october, From: "2026-01-01", To: "2026-12-31"}
		if res := c.planOf(req); said(res) != "2-ОГ" || res.Outside != 0 {
			t.Errorf("%s: %s, %d outside", mode.Mode, said(res), res.Outside)
		}
		made := c.buildOf(req)
		if made.Count != 1 || c.entries(made)[0].Number != "2-ОГ" || made.Profile.ID != second.ID {
			t.Errorf("%s: %+v", mode.Mode, c.entries(made))
		}
		if mode.Label == "" || mode.Hint == "" {
			t.Errorf("%s has no words", mode.Mode)
		}
		c.must("setArchiveState", app.SetArchiveStateReq{ID: made.ID, State: journal.StateFailed, Note: "нет"}, nil)
	}
}
