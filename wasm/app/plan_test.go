package app_test

import (
	"fmt"
	"strings"
	"testing"

	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/store"
)

func (c *core) plan(m appeal.Month) forming.PlanRes {
	c.t.Helper()
	var res forming.PlanRes
	c.must("plan", forming.PlanReq{Month: m}, &res)
	return res
}

func planned(rows []forming.PlanRow) string {
	var list []string
	for _, r := range rows {
		list = append(list, r.Number)
	}
	return strings.Join(list, " ")
}

// TestPlan: what goes in, what stays out and why, and where the rest belongs.
func TestPlan(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("10-ОГ", "2026-10-05"))
	c.save(direct("9-ОГ", "2026-10-31"))
	c.save(direct("11-ОГ", "2026-11-01"))
	c.save(direct("12-ОГ", "2025-10-05"))
	c.save(direct("13-ОГ", "2025-10-06"))
	broken := direct("14-ОГ", "2026-10-05")
	broken.Name = ""
	c.save(broken)
	undated := direct("15-ОГ", "")
	undated.Questions[0].Status = appeal.NotReceived // no error: it has not arrived
	c.save(undated)
	res := c.plan(october)
	if planned(res.In) != "9-ОГ 10-ОГ" || planned(res.Out) != "14-ОГ 15-ОГ" || len(res.Blocked) != 0 {
		t.Errorf("in %s, out %s, blocked %v", planned(res.In), planned(res.Out), res.Blocked)
	}
	if got := fmt.Sprint(res.Other); got != "[{2026-11 1} {2025-10 2}]" {
		t.Errorf("other months %s", got)
	}
	for i, want := range []string{"Есть ошибки", "Не определён отчётный месяц"} {
		if !strings.HasPrefix(res.Out[i].Reason, want) {
			t.Errorf("%s: %q", res.Out[i].Number, res.Out[i].Reason)
		}
	}
	if len(res.Out[0].Findings) == 0 || res.In[0].Reason != "" || len(res.Earlier) != 0 {
		t.Errorf("%+v", res)
	}
	made := c.build(october)
	if got := c.plan(october); len(got.Earlier) != 1 || got.Earlier[0].ID != made.ID {
		t.Errorf("earlier %+v", got.Earlier)
	}
	if got := c.plan(october.Prev()); len(got.In)+len(got.Earlier) != 0 || planned(got.Out) != "15-ОГ" {
		t.Errorf("september %+v", got)
	}
}

// TestBlockedProfile: with a profile that is not complete nothing is formed.
func TestBlockedProfile(t *testing.T) {
	c := newCore(t, store.NewMemory(), today)
	c.save(direct("1-ОГ", "2026-10-05"))
	if res := c.plan(october); len(res.Blocked) != 5 || len(res.In) != 1 {
		t.Errorf("blocked %v, in %s", res.Blocked, planned(res.In))
	}
	c.refused("blocked", "build", forming.PlanReq{Month: october})
	c.fillProfile("first", "Администрация", body1)
	c.refused("nothing", "build", forming.PlanReq{Month: october.Prev()})
	c.build(october)
	if len(c.journal()) != 1 {
		t.Errorf("journal %+v", c.journal())
	}
}
