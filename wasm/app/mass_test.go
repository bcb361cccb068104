package app_test

import (
	"bytes"
	"fmt"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/ledger"
	"rroform/wasm/packs"
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
	if preview.Changed != 200 || preview.Same != 1 || preview.Errors != 0 || len(preview.Rows) != app.MassRows ||
		preview.Action != nil {
		t.Fatalf("preview: changed %d, same %d, errors %d, rows %d", preview.Changed, preview.Same, preview.Errors,
			len(preview.Rows))
	}
	if !equal(before, bytesOf(t, s)) {
		t.Fatal("the preview changed something")
	}
	edit.Apply = true
	edit.State = preview.State
	other := c.get(ids[3]).Appeal
	other.Name = "Изменён в другой вкладке"
	c.save(other)
	c.refused("changed", "massEdit", edit)
	var undoneSave app.MassRes
	c.must("massEdit", app.MassReq{IDs: edit.IDs, Edit: edit.Edit}, &undoneSave)
	edit.State = undoneSave.State
	c.save(direct("elsewhere", "2026-10-05")) // what was not chosen does not matter
	before = bytesOf(t, s)
	c.must("massEdit", edit, &done)
	if done.Changed != 200 || done.Action == nil || done.Action.Label != "Изменение: статус, дата ответа" {
		t.Fatalf("done: %+v", done.Action)
	}
	got := c.get(ids[7]).Appeal
	if q := got.Questions[1]; q.Status != appeal.Answered || q.ResponseDate != "2026-10-20" {
		t.Errorf("second question: %+v", q)
	}
	later := newCore(t, s, "2026-11-20")
	var undone ledger.UndoRes
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
	c.refused("notFound", "massEdit",
		app.MassReq{IDs: []string{id, "x"}, Edit: app.MassEdit{Code: "0005.0005.0056.1161"}, Apply: true})
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

// TestMassEditQuestions: under a filter of questions only those change that it
// names, and the preview says how many of how many.
func TestMassEditQuestions(t *testing.T) {
	c, _ := newFilled(t)
	var ids []string
	for i := range 3 {
		ap := direct(fmt.Sprintf("%d-ОГ", i), "2026-10-05")
		answered := appeal.Question{Code: "0005.0005.0056.1161", Status: appeal.Answered, ResponseDate: "2026-10-08"}
		ap.Questions = append(ap.Questions, answered)
		ids = append(ids, c.save(ap).Appeal.ID)
	}
	req := app.MassReq{IDs: ids, Edit: app.MassEdit{Status: appeal.Explained, ResponseDate: "20.10"},
		Only: app.Questions{Status: appeal.InWork}}
	var preview, done app.MassRes
	c.must("massEdit", req, &preview)
	if preview.Changed != 3 || preview.Questions != 6 || preview.Edited != 3 || preview.Errors != 0 {
		t.Fatalf("%+v", preview)
	}
	req.Apply = true
	c.must("massEdit", req, &done)
	for _, id := range ids {
		q := c.get(id).Appeal.Questions
		if q[0].Status != appeal.Explained || q[0].ResponseDate != "2026-10-20" || q[1].Status != appeal.Answered ||
			q[1].ResponseDate != "2026-10-08" {
			t.Errorf("%+v", q)
		}
	}
	// A code of any level names its questions; nothing else is touched.
	byCode := app.MassReq{IDs: ids, Edit: app.MassEdit{ResponseDate: "21.10"}, Only: app.Questions{Code: "0005.0005."},
		Apply: true}
	c.must("massEdit", byCode, &done)
	if q := c.get(ids[1]).Appeal.Questions; q[0].ResponseDate != "2026-10-20" || q[1].ResponseDate != "2026-10-21" {
		t.Errorf("%+v", q)
	}
	none := app.MassReq{IDs: ids, Edit: app.MassEdit{ResponseDate: "22.10"},
		Only: app.Questions{Code: "0005.0005.0056.116"}}
	if c.must("massEdit", none, &preview); preview.Changed != 0 || preview.Same != 3 {
		t.Errorf("%+v", preview)
	}
}

// TestMassEditAppeals: where an appeal came from, its format and dates, and the
// recipient of what is sent on, are set for many at once.
func TestMassEditAppeals(t *testing.T) {
	c, s := newFilled(t)
	c.must("saveBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: body2, Name: "Управление ЖКХ"}}, nil)
	sent := direct("1-ОГ", "2026-10-05")
	sent.Questions = []appeal.Question{sentTo("Кто-то"), {Code: "0005.0005.0056.1161", Status: appeal.InWork}}
	several := direct("2-ОГ", "2026-10-05")
	several.Questions = []appeal.Question{sentTo("Один", "Другой")}
	bare := direct("3-ОГ", "2026-10-05")
	bare.Questions = []appeal.Question{{Code: "0005.0005.0056.1161", Status: appeal.Transferred}}
	ids := []string{c.save(sent).Appeal.ID, c.save(several).Appeal.ID, c.save(bare).Appeal.ID}
	before := bytesOf(t, s)
	no := false
	req := app.MassReq{IDs: ids, Apply: true,
		Edit: app.MassEdit{Recipient: "управление жкх", TransferDate: "7.10", TransferNumber: " 77 ",
			IsDirect: &no, Format: appeal.Electronic, IncomingDate: "4.10", RegistrationDate: "5.10"}}
	var done app.MassRes
	c.must("massEdit", req, &done)
	if done.Changed != 3 || done.Several != 1 || done.Action.Label != "Изменение: поступило из другого органа, "+
		"формат, дата поступления, дата регистрации, получатель, дата сопроводительного документа, номер "+
		"сопроводительного документа" {
		t.Fatalf("%+v, %+v", done, done.Action)
	}
	for n, want := range []string{body2, "", body2} {
		ap := c.get(ids[n]).Appeal
		if ap.IsDirect || ap.Format != appeal.Electronic || ap.IncomingDate != "2026-10-04" ||
			ap.RegistrationDate != "2026-10-05" {
			t.Errorf("%+v", ap)
		}
		for _, tr := range ap.Questions[0].Transfers {
			if tr.DepartmentID != want || tr.TransferDate != "2026-10-07" || tr.TransferNumber != "77" {
				t.Errorf("%d: %+v", n, tr)
			}
		}
	}
	if q := c.get(ids[0]).Appeal.Questions[1]; len(q.Transfers) != 0 {
		t.Errorf("a question that is not sent on got a recipient: %+v", q)
	}
	if ap := c.get(ids[1]).Appeal; ap.Questions[0].Transfers[0].DepartmentName != "Один" {
		t.Errorf("%+v", ap)
	}
	c.must("undo", app.UndoReq{ID: done.Action.ID}, nil)
	if !equal(before, bytesOf(t, s)) {
		t.Error("not undone byte for byte")
	}
	for code, edit := range map[string]app.MassEdit{"transferDate": {TransferDate: "31.02.2026"},
		"incomingDate": {IncomingDate: "когда-то"}, "recipient": {Recipient: "AAAAAAAA-0000-4000"}} {
		c.refused(code, "massEdit", app.MassReq{IDs: ids, Edit: edit})
	}
}
