package app_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/archive"
	"rroform/wasm/forming"
	"rroform/wasm/incoming"
	"rroform/wasm/journal"
	"rroform/wasm/query"
)

// secret is in the text of an appeal and nowhere else.
const secret = "сокровенное"

// TestAppealTextStaysHome: the text of an appeal is in the record and its backup, but in no file that
// leaves the machine.
func TestAppealTextStaysHome(t *testing.T) {
	c, s := newFilled(t)
	ap := direct("1-ОГ", "2026-10-05")
	plain := c.save(ap)
	before := plain.Appeal.ContentHash()
	ap = plain.Appeal
	ap.Text = "  Прошу: " + secret + "\nвторая строка "
	card := c.save(ap)
	if card.Appeal.Text != ap.Text {
		t.Errorf("the text became %q", card.Appeal.Text)
	}
	if got := newCore(t, s, today).get(ap.ID).Appeal.Text; got != ap.Text {
		t.Errorf("after a restart %q", got)
	}
	if card.Appeal.ContentHash() != before {
		t.Error("the text is part of the fingerprint")
	}
	if len(c.register(query.RegisterReq{Query: secret}).Rows) != 0 {
		t.Error("the register finds the appeal by its text")
	}
	keptOut := func(where string, data []byte) {
		t.Helper()
		if bytes.Contains(data, []byte(secret)) {
			t.Errorf("the text is in %s", where)
		}
	}
	arch := c.build(october)
	files, err := archive.Open(c.part(arch, 0))
	if err != nil || len(files) != 1 {
		t.Fatalf("%d entries, %v", len(files), err)
	}
	keptOut("the archive", files[0].Data)
	keptOut("the bytes of the archive", c.part(arch, 0))
	print := c.protocol(arch)
	keptOut("the protocol", []byte(jsonOf(t, print)))
	keptOut("the register's rows, which tables are made of", []byte(jsonOf(t, c.register(query.RegisterReq{}))))
	keptOut("the history", []byte(jsonOf(t, card.Appeal.History)))
	for _, file := range c.must("handover", app.HandoverReq{}, nil) {
		keptOut("the hand-over", file)
		keptOut("what the hand-over holds", unpacked(t, file))
	}
	if last := card.Appeal.History[len(card.Appeal.History)-1]; len(last.Changes) != 0 {
		t.Errorf("the history tells of the text: %+v", last)
	}
	// A record that only got another text has not changed since its archive.
	if plan := c.planOf(forming.PlanReq{Mode: journal.ModeChanged}); len(plan.In) != 0 {
		t.Errorf("changed since the archive: %+v", plan.In)
	}
	ap = card.Appeal
	ap.Text = ""
	c.save(ap)
	if plan := c.planOf(forming.PlanReq{Mode: journal.ModeChanged}); len(plan.In) != 0 {
		t.Errorf("without the text changed since the archive: %+v", plan.In)
	}
	for key, data := range content(t, s) {
		if strings.Contains(data, secret) {
			t.Errorf("taken out of the record, the text is still in %s", key)
		}
	}
}

// unpacked is all that a zip holds.
func unpacked(t *testing.T, data []byte) (all []byte) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, part...)
	}
	return all
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestMergeKeepsText: a hand-over has no texts, and taking one in loses none.
func TestMergeKeepsText(t *testing.T) {
	c, _ := newFilled(t)
	ap := c.save(direct("1-ОГ", "2026-10-05")).Appeal
	ap.Text = secret
	ap = c.save(ap).Appeal
	r, _ := newFilled(t)
	file := c.must("handover", app.HandoverReq{}, nil)[0]
	r.openMerge([]string{"a.zip"}, file)
	r.must("mergeApply", incoming.MergeApplyReq{}, nil)
	theirs := r.get(ap.ID).Appeal
	theirs.Address = "г. Калуга, ул. Новая, д. 1"
	r.setDay("2026-11-03")
	r.save(theirs)
	back := r.must("handover", app.HandoverReq{}, nil)[0]
	c.setDay("2026-11-04")
	c.openMerge([]string{"b.zip"}, back)
	c.must("mergeApply", incoming.MergeApplyReq{}, nil)
	if now := c.get(ap.ID).Appeal; now.Address != theirs.Address || now.Text != secret {
		t.Errorf("after the merge: %q, text %q", now.Address, now.Text)
	}
}
