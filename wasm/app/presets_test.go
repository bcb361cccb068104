package app_test

import (
	"fmt"
	"testing"

	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/query"
)

func (c *core) savePreset(p forming.Preset) forming.PresetsRes {
	c.t.Helper()
	var res forming.PresetsRes
	c.must("savePreset", forming.SavePresetReq{Preset: p}, &res)
	return res
}

// TestPresets: what each asks for on a day, in order of their names.
func TestPresets(t *testing.T) {
	c, s := newFilled(t)
	filter := &query.RegisterReq{Origin: query.Direct}
	for _, p := range []forming.Preset{
		{Name: " Прошлый  месяц ", Period: forming.PeriodPrevious,
			Plan: forming.PlanReq{Month: october, From: "x", Filter: filter}},
		{Name: "Внесённые", Period: forming.PeriodSincePrevious, Plan: forming.PlanReq{Mode: journal.ModeEntered}},
		{Name: "Изменения", Plan: forming.PlanReq{Mode: journal.ModeChanged, From: "x"}},
		{Name: "Этот месяц", Period: forming.PeriodCurrent, Plan: forming.PlanReq{Mode: journal.ModeRegistered}},
		{Name: "Год", Period: forming.PeriodFixed,
			Plan: forming.PlanReq{Mode: journal.ModeRegistered, From: "1.1.2026", To: "31122026"}},
	} {
		c.savePreset(p)
	}
	var res forming.PresetsRes
	newCore(t, s, "2027-01-11").must("presets", forming.PresetsReq{}, &res)
	want := []string{
		"Внесённые: entered 0000-00 2026-12-01 2027-01-11 false",
		"Год: registered 0000-00 2026-01-01 2026-12-31 false",
		"Изменения: changed 0000-00   false",
		"Прошлый месяц: month 2026-12   true",
		"Этот месяц: registered 0000-00 2027-01-01 2027-01-31 false",
	}
	for i, row := range res.Presets {
		got := fmt.Sprintf("%s: %s %s %s %s %v", row.Preset.Name, row.Today.Mode, row.Today.Month, row.Today.From,
			row.Today.To, row.Today.Filter != nil)
		if i >= len(want) || got != want[i] {
			t.Errorf("got %s", got)
		}
	}
	if len(res.Presets) != len(want) {
		t.Fatalf("%d presets", len(res.Presets))
	}
	p := res.Presets[0].Preset
	p.Name = "По дням внесения"
	if res = c.savePreset(p); len(res.Presets) != 5 || res.Presets[2].Preset.ID != p.ID ||
		res.Presets[2].Preset.Rev != p.Rev+1 {
		t.Errorf("renamed: %+v", res.Presets)
	}
	c.refused("conflict", "savePreset", forming.SavePresetReq{Preset: p}) // of a form that was open meanwhile
	c.must("deletePreset", query.PresetIDReq{ID: p.ID}, &res)
	if len(res.Presets) != 4 {
		t.Errorf("%d presets", len(res.Presets))
	}
	c.refused("notFound", "deletePreset", query.PresetIDReq{ID: p.ID})
}

// TestPresetRunsTheSame: the preset's request gives the same list (G36).
func TestPresetRunsTheSame(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	c.save(direct("2-ОГ", "2026-10-06"))
	filter := &query.RegisterReq{Query: "2-ОГ"}
	row := c.savePreset(forming.Preset{Name: "x", Period: forming.PeriodPrevious,
		Plan: forming.PlanReq{Mode: journal.ModeMonth, Filter: filter}}).Presets[0]
	if got, want := said(c.planOf(row.Today)),
		said(c.planOf(forming.PlanReq{Month: october, Filter: filter})); got != want || got == "" {
		t.Errorf("%q, want %q", got, want)
	}
	if made := c.buildOf(row.Today); made.Filter == nil || made.Filter.Query != "2-ОГ" ||
		made.Mode != journal.ModeMonth || made.Count != 1 {
		t.Errorf("%+v", made)
	}
}

func TestBadPresets(t *testing.T) {
	c, _ := newFilled(t)
	c.savePreset(forming.Preset{Name: "Ёлка", Period: forming.PeriodPrevious})
	for name, row := range map[string]struct {
		code string
		p    forming.Preset
	}{
		"no name":   {"name", forming.Preset{Name: " ", Period: forming.PeriodPrevious}},
		"taken":     {"name", forming.Preset{Name: "елка", Period: forming.PeriodPrevious}},
		"no period": {"period", forming.Preset{Name: "a"}},
		"no month":  {"period", forming.Preset{Name: "a", Period: forming.PeriodFixed}},
		"not of mode": {"period", forming.Preset{Name: "a", Period: forming.PeriodSincePrevious,
			Plan: forming.PlanReq{Mode: journal.ModeMonth}}},
		"no range": {"period", forming.Preset{Name: "a", Period: forming.PeriodFixed,
			Plan: forming.PlanReq{Mode: journal.ModeEntered, From: "2026-01-01"}}},
		"end first": {"period", forming.Preset{Name: "a", Period: forming.PeriodFixed,
			Plan: ranged(journal.ModeEntered, "2026-02-01", "2026-01-01")}},
	} {
		if e := c.refused(row.code, "savePreset", forming.SavePresetReq{Preset: row.p}); e.Hint == "" {
			t.Errorf("%s: %+v", name, e)
		}
	}
	c.savePreset(forming.Preset{Name: "a", Period: forming.PeriodFixed,
		Plan: forming.PlanReq{Month: appeal.Month{Year: 2026, Month: 5}}})
}
