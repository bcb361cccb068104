package app_test

import (
	"bytes"
	"fmt"
	"reflect"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/store"
)

// TestDeleteAndUndo: a deletion is undone, also after a restart.
func TestDeleteAndUndo(t *testing.T) {
	c, s := newFilled(t)
	var ids []string
	for _, n := range []string{"1-ОГ", "2-ОГ", "3-ОГ"} {
		ids = append(ids, c.save(direct(n, "2026-10-05")).Appeal.ID)
	}
	before := c.get(ids[0]).Appeal
	c.refused("notFound", "deleteAppeals", app.DeleteAppealsReq{IDs: []string{ids[0], "x"}})
	if res := c.register(query.RegisterReq{}); res.All != 3 {
		t.Fatalf("a refused deletion left %d", res.All)
	}
	var done ledger.ActionInfo
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: ids[:2]}, &done)
	c.refused("notFound", "getAppeal", app.AppealIDReq{ID: ids[0]})
	later := newCore(t, s, today)
	if res := later.register(query.RegisterReq{}); res.All != 1 {
		t.Errorf("%d records after deletion and restart", res.All)
	}
	var undone ledger.UndoRes
	later.must("undo", app.UndoReq{ID: done.ID}, &undone)
	got := later.get(ids[0]).Appeal
	got.Rev = before.Rev
	if undone.Undone != 2 || !reflect.DeepEqual(got, before) {
		t.Errorf("%+v; restored %+v, was %+v", undone, got, before)
	}
	later.save(later.get(ids[0]).Appeal) // its revision is the stored one
	later.refused("gone", "undo", app.UndoReq{ID: done.ID})
	if rows, err := s.Keys(t.Context(), store.Actions); err != nil || len(rows) != 0 {
		t.Errorf("actions left: %v, %v", rows, err)
	}
}

// TestTwentyActions: the twenty last can be undone, in the store too.
func TestTwentyActions(t *testing.T) {
	c, s := newFilled(t)
	for i := range 23 {
		card := c.save(direct(fmt.Sprint(i), "2026-10-05"))
		c.now = c.now.Add(1e9)
		c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{card.Appeal.ID}}, nil)
	}
	for name, core := range map[string]*core{"now": c, "after a restart": newCore(t, s, today)} {
		var res app.ActionsRes
		core.must("actions", app.ActionsReq{}, &res)
		if len(res.Actions) != 20 || res.Actions[0].Label != "Удаление" ||
			res.Actions[0].At.Before(res.Actions[19].At) {
			t.Errorf("%s: %d actions, first %+v", name, len(res.Actions), res.Actions[0])
		}
	}
	if keys, err := s.Keys(t.Context(), store.Actions); err != nil || len(keys) != 20 {
		t.Errorf("%d actions are stored, %v", len(keys), err)
	}
}

// TestUndoSkips: what was changed after the action stays and is named.
func TestUndoSkips(t *testing.T) {
	c, s := newFilled(t)
	one, two := c.save(direct("1-ОГ", "2026-10-05")).Appeal, c.save(direct("2-ОГ", "2026-10-05")).Appeal
	rows := func() []byte {
		row, err := s.Get(t.Context(), store.Appeals, two.ID)
		if err != nil {
			t.Fatal(err)
		}
		return row.Data
	}
	before := rows()
	var res app.MassRes
	hold := true
	c.must("massEdit", app.MassReq{IDs: []string{one.ID, two.ID}, Edit: app.MassEdit{Draft: &hold}, Apply: true}, &res)
	if bytes.Equal(before, rows()) {
		t.Fatal("nothing was changed")
	}
	again := c.get(one.ID).Appeal
	again.Name = "Кто-то другой"
	c.save(again)
	var undone ledger.UndoRes
	c.must("undo", app.UndoReq{ID: res.Action.ID}, &undone)
	if undone.Undone != 1 || !reflect.DeepEqual(undone.Skipped, []string{"1-ОГ"}) {
		t.Errorf("%+v", undone)
	}
	if !bytes.Equal(before, rows()) {
		t.Error("not byte for byte")
	}
	if got := c.get(one.ID).Appeal; got.Name != "Кто-то другой" || !got.Draft {
		t.Errorf("the later change was touched: %+v", got)
	}
}
