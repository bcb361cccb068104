package app_test

import (
	"fmt"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
)

func (c *core) savePreset(p app.Preset) app.PresetsRes {
	c.t.Helper()
	var res app.PresetsRes
	c.must("savePreset", app.SavePresetReq{Preset: p}, &res)
	return res
}

// TestPresets: what each asks for on a day, in order of their names.
func TestPresets(t *testing.T) {
	c, s := newFilled(t)
	filter := &app.RegisterReq{Origin: app.Direct}
	for _, p := range []app.Preset{
		{Name: " Прошлый  месяц ", Period: app.PeriodPrevious, Plan: app.PlanReq{Month: october, From: "x", Filter: filter}},
		{Name: "Внесённые", Period: app.PeriodSincePrevious, Plan: app.PlanReq{Mode: app.ModeEntered}},
		{Name: "Изменения", Plan: app.PlanReq{Mode: app.ModeChanged, From: "x"}},
		{Name: "Этот месяц", Period: app.PeriodCurrent, Plan: app.PlanReq{Mode: app.ModeRegistered}},
		{Name: "Год", Period: app.PeriodFixed, Plan: app.PlanReq{Mode: app.ModeRegistered, From: "1.1.2026", To: "31122026"}},
	} {
		c.savePreset(p)
	}
	var res app.PresetsRes
	newCore(t, s, "2027-01-11").must("presets", app.PresetsReq{}, &res)
	want := []string{
		"Внесённые: entered 0000-00 2026-12-01 2027-01-11 false",
		"Год: registered 0000-00 2026-01-01 2026-12-31 false",
		"Изменения: changed 0000-00   false",
		"Прошлый месяц: month 2026-12   true",
		"Этот месяц: registered 0000-00 2027-01-01 2027-01-31 false",
	}
	for i, row := range res.Presets {
		got := fmt.Sprintf("%s: %s %s %s %s %v", row.Preset.Name, row.Today.Mode, row.Today.Month, row.Today.From, row.Today.To, row.Today.Filter != nil)
		if i >= len(want) || got != want[i] {
			t.Errorf("got %s", got)
		}
	}
	if len(res.Presets) != len(want) {
		t.Fatalf("%d presets", len(res.Presets))
	}
	p := res.Presets[0].Preset
	p.Name = "По дням внесения"
	if res = c.savePreset(p); len(res.Presets) != 5 || res.Presets[2].Preset.ID != p.ID || res.Presets[2].Preset.Rev != p.Rev+1 {
		t.Errorf("renamed: %+v", res.Presets)
	}
	c.refused("conflict", "savePreset", app.SavePresetReq{Preset: p}) // of a form that was open meanwhile
	c.must("deletePreset", app.PresetIDReq{ID: p.ID}, &res)
	if len(res.Presets) != 4 {
		t.Errorf("%d presets", len(res.Presets))
	}
	c.refused("notFound", "deletePreset", app.PresetIDReq{ID: p.ID})
}

// TestPresetRunsTheSame: the preset's request gives the same list (G36).
func TestPresetRunsTheSame(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	c.save(direct("2-ОГ", "2026-10-06"))
	filter := &app.RegisterReq{Query: "2-ОГ"}
	row := c.savePreset(app.Preset{Name: "x", Period: app.PeriodPrevious, Plan: app.PlanReq{Mode: app.ModeMonth, Filter: filter}}).Presets[0]
	if got, want := said(c.planOf(row.Today)), said(c.planOf(app.PlanReq{Month: october, Filter: filter})); got != want || got == "" {
		t.Errorf("%q, want %q", got, want)
	}
	if made := c.buildOf(row.Today); made.Filter == nil || made.Filter.Query != "2-ОГ" || made.Mode != app.ModeMonth || made.Count != 1 {
		t.Errorf("%+v", made)
	}
}

func TestBadPresets(t *testing.T) {
	c, _ := newFilled(t)
	c.savePreset(app.Preset{Name: "Ёлка", Period: app.PeriodPrevious})
	for name, row := range map[string]struct {
		code string
		p    app.Preset
	}{
		"no name":     {"name", app.Preset{Name: " ", Period: app.PeriodPrevious}},
		"taken":       {"name", app.Preset{Name: "елка", Period: app.PeriodPrevious}},
		"no period":   {"period", app.Preset{Name: "a"}},
		"no month":    {"period", app.Preset{Name: "a", Period: app.PeriodFixed}},
		"not of mode": {"period", app.Preset{Name: "a", Period: app.PeriodSincePrevious, Plan: app.PlanReq{Mode: app.ModeMonth}}},
		"no range":    {"period", app.Preset{Name: "a", Period: app.PeriodFixed, Plan: app.PlanReq{Mode: app.ModeEntered, From: "2026-01-01"}}},
		"end first":   {"period", app.Preset{Name: "a", Period: app.PeriodFixed, Plan: ranged(app.ModeEntered, "2026-02-01", "2026-01-01")}},
	} {
		if e := c.refused(row.code, "savePreset", app.SavePresetReq{Preset: row.p}); e.Hint == "" {
			t.Errorf("%s: %+v", name, e)
		}
	}
	c.savePreset(app.Preset{Name: "a", Period: app.PeriodFixed, Plan: app.PlanReq{Month: appeal.Month{Year: 2026, Month: 5}}})
}
