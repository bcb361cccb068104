package app_test

import (
	"fmt"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
)

// TestRemarks: all that is wrong, by rule, the heavier first; fixes for one
// appeal and for all, undone as one.
func TestRemarks(t *testing.T) {
	c, s := newFilled(t)
	var short []string
	for i := range 60 {
		ap := direct(fmt.Sprintf("%d-ОГ", i), "2026-10-05")
		ap.Name, ap.Address = fmt.Sprintf("Заявитель%d Иван", i), fmt.Sprintf("с. Примерное, %d", i) // no doubles
		ap.Questions[0].Code = "0455"
		short = append(short, c.save(ap).Appeal.ID)
	}
	late := direct("поздно", "2026-09-05")
	late.Email = "без собаки"
	late.Questions[0].Code = "0455"
	c.save(late)
	before := bytesOf(t, s)
	remarks := func(req app.RemarksReq) app.RemarksRes {
		var res app.RemarksRes
		c.must("remarks", req, &res)
		return res
	}
	all := remarks(app.RemarksReq{})
	if all.Appeals != 61 || all.Errors != 61 || all.Warnings != 1 || len(all.Groups) != 2 {
		t.Fatalf("%d appeals, %d errors, %d warnings, %d groups", all.Appeals, all.Errors, all.Warnings,
			len(all.Groups))
	}
	first := all.Groups[0]
	if first.Rule.Code != "B-16.4" || first.Level != appeal.Error || first.Count != 61 || first.Fixes != 61 ||
		len(first.Items) != app.RemarkItems {
		t.Errorf("first group: %+v", first.Rule)
	}
	if got := fmt.Sprint(all.Months); got != "[{2026-10 60} {2026-09 1}]" {
		t.Errorf("months to choose from: %s", got)
	}
	if change := first.Items[0].Change; change == nil ||
		*change != (appeal.FieldChange{Field: "questions.0.code", From: "0455", To: "0002.0014.0145.0455"}) {
		t.Errorf("the fix would put in %+v", change)
	}
	if got := remarks(app.RemarksReq{Rule: "B-16.4", Month: appeal.Month{Year: 2026, Month: 9}}); len(
		got.Groups) != 1 || got.Groups[0].Count != 1 {
		t.Errorf("of September: %d groups", len(got.Groups))
	}
	if got := remarks(app.RemarksReq{Rule: "B-16.4"}); len(got.Groups[0].Items) != 61 {
		t.Errorf("of one rule: %d items", len(got.Groups[0].Items))
	}
	var one, rest ledger.ActionInfo
	c.must("fixRemarks", app.FixRemarksReq{Rule: "B-16.4", IDs: short[:1]}, &one)
	c.must("fixRemarks", app.FixRemarksReq{Rule: "B-16.4"}, &rest)
	if one.Count != 1 || rest.Count != 60 {
		t.Errorf("fixed %d and %d", one.Count, rest.Count)
	}
	if got := remarks(app.RemarksReq{}); got.Errors != 0 || got.Warnings != 1 {
		t.Errorf("after the fixes: %d errors, %d warnings", got.Errors, got.Warnings)
	}
	c.refused("nothing", "fixRemarks", app.FixRemarksReq{Rule: "B-16.4"})
	for _, action := range []ledger.ActionInfo{rest, one} {
		c.must("undo", app.UndoReq{ID: action.ID}, nil)
	}
	if !equal(before, bytesOf(t, s)) {
		t.Error("the fixes are not undone byte for byte")
	}
}

// TestRemarksChoice: what can be mended in two ways is mended as the clerk
// says, and never in one of them without a word.
func TestRemarksChoice(t *testing.T) {
	c, _ := newFilled(t)
	var ids []string
	for i := range 4 {
		ap := direct(fmt.Sprintf("%d-ОГ", i), "2026-10-05")
		ap.Name, ap.Address = fmt.Sprintf("Заявитель%d Иван", i), fmt.Sprintf("с. Примерное, %d", i)
		ap.Format, ap.CreateDate = appeal.Electronic, "2026-10-01"
		ids = append(ids, c.save(ap).Appeal.ID)
	}
	var res app.RemarksRes
	c.must("remarks", app.RemarksReq{}, &res)
	group := res.Groups[0]
	if group.Rule.Code != "B-03.1" || group.Fixes != 4 || len(group.Choices) != 2 || group.Items[0].Change != nil {
		t.Fatalf("%+v", group)
	}
	c.refused("choose", "fixRemarks", app.FixRemarksReq{Rule: "B-03.1"})
	c.refused("choose", "fixRemarks", app.FixRemarksReq{Rule: "B-03.1", IDs: ids[:1], Label: "Иначе"})
	other, forwarded := group.Choices[0], group.Choices[1]
	var action ledger.ActionInfo
	c.must("fixRemarks", app.FixRemarksReq{Rule: "B-03.1", IDs: ids[:1], Label: other}, &action)
	if ap := c.get(ids[0]).Appeal; !ap.IsDirect || ap.Format != appeal.Other {
		t.Errorf("%+v", ap)
	}
	c.must("fixRemarks", app.FixRemarksReq{Rule: "B-03.1", Label: forwarded}, &action)
	if action.Count != 3 {
		t.Errorf("%+v", action)
	}
	for _, id := range ids[1:] {
		if card := c.get(id); card.Appeal.IsDirect || card.Appeal.Format != appeal.Electronic ||
			len(card.Findings) != 0 {
			t.Errorf("%+v", card)
		}
	}
	c.must("undo", app.UndoReq{ID: action.ID}, nil)
	if ap := c.get(ids[1]).Appeal; !ap.IsDirect || ap.Format != appeal.Electronic {
		t.Errorf("%+v", ap)
	}
}
