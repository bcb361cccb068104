package app_test

import (
	"bytes"
	"fmt"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/store"
)

// TestMassEdit: preview changes nothing and says the same as the change; the
// change of 200 rows is undone after a reload, byte for byte.
func TestMassEdit(t *testing.T) {
	c, s := newFilled(t)
	var ids []string
	for i := range 200 {
		ap := direct(fmt.Sprintf("%d-ОГ", i), "2026-10-05")
		ap.Questions = append(ap.Questions, appeal.Question{Code: "0005.0005.0056.1161", Status: appeal.InWork})
		ids = append(ids, c.save(ap).Appeal.ID)
	}
	already := direct("already", "2026-10-05")
	already.Questions[0].Status, already.Questions[0].ResponseDate = appeal.Answered, "2026-10-20"
	ids = append(ids, c.save(already).Appeal.ID)
	before := bytesOf(t, s)
	edit := app.MassReq{IDs: ids, Edit: app.MassEdit{Status: appeal.Answered, ResponseDate: "20.10"}}
	var preview, done app.MassRes
	c.must("massEdit", edit, &preview)
	if preview.Changed != 200 || preview.Same != 1 || preview.Errors != 0 || len(preview.Rows) != app.MassRows || preview.Action != nil {
		t.Fatalf("preview: changed %d, same %d, errors %d, rows %d", preview.Changed, preview.Same, preview.Errors, len(preview.Rows))
	}
	if !equal(before, bytesOf(t, s)) {
		t.Fatal("the preview changed something")
	}
	edit.Apply = true
	c.must("massEdit", edit, &done)
	if done.Changed != 200 || done.Action == nil || done.Action.Label != "Изменение: статус, дата ответа" {
		t.Fatalf("done: %+v", done.Action)
	}
	got := c.get(ids[7]).Appeal
	if q := got.Questions[1]; q.Status != appeal.Answered || q.ResponseDate != "2026-10-20" {
		t.Errorf("second question: %+v", q)
	}
	later := newCore(t, s, "2026-11-20")
	var undone app.UndoRes
	later.must("undo", app.UndoReq{ID: done.Action.ID}, &undone)
	if undone.Undone != 200 || len(undone.Skipped) != 0 || !equal(before, bytesOf(t, s)) {
		t.Errorf("undo: %+v; equal %v", undone, equal(before, bytesOf(t, s)))
	}
}

// TestMassEditRefuses: what makes no sense changes nothing and says why.
func TestMassEditRefuses(t *testing.T) {
	c, _ := newFilled(t)
	id := c.save(direct("1-ОГ", "2026-10-05")).Appeal.ID
	for code, edit := range map[string]app.MassEdit{
		"nothing": {}, "responseDate": {ResponseDate: "31.02.2026"}, "code": {Code: "9999"},
	} {
		c.refused(code, "massEdit", app.MassReq{IDs: []string{id}, Edit: edit, Apply: true})
	}
	c.refused("notFound", "massEdit", app.MassReq{IDs: []string{id, "x"}, Edit: app.MassEdit{Code: "0005.0005.0056.1161"}, Apply: true})
	if got := c.get(id).Appeal; got.Rev != 1 {
		t.Errorf("changed: %+v", got)
	}
}

func bytesOf(t *testing.T, s store.Store) map[string][]byte {
	t.Helper()
	rows, err := s.All(t.Context(), store.Appeals)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, row := range rows {
		out[row.Key] = row.Data
	}
	return out
}

func equal(a, b map[string][]byte) bool {
	if len(a) != len(b) {
		return false
	}
	for key := range a {
		if !bytes.Equal(a[key], b[key]) {
			return false
		}
	}
	return true
}
