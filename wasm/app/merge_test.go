package app_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/incoming"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// TestMergeArchives: two archives and the register hold one appeal in three
// states; an appeal of another body stays out and is logged.
func TestMergeArchives(t *testing.T) {
	c, s := newFilled(t)
	ap := direct("1-ОГ", "2026-10-05")
	mine := c.save(ap).Appeal
	archiveOf := func(address string, more ...appeal.Appeal) []byte {
		x, _ := newFilled(t)
		other := ap.Clone()
		other.ID, other.Address = "", address
		for i, entry := range append(more, other) {
			entry.ID = fmt.Sprintf("00000000-0000-4000-8000-%012d", i+len(address))
			x.save(entry)
		}
		return x.part(x.build(october), 0)
	}
	one, two := archiveOf("ул. Первая", direct("2-ОГ", "2026-10-06")), archiveOf("ул. Вторая улица")
	foreign, _ := newFilled(t)
	foreign.fillProfile("first", "Школа", body2)
	foreign.save(direct("3-ОГ", "2026-10-05"))
	three := foreign.part(foreign.build(october), 0)
	plan := c.openMerge([]string{"один.zip", "два.zip", "школа.zip"}, one, two, three)
	if plan.Total != (incoming.MergeCounts{New: 1, Conflict: 2, Outside: 1}) || plan.Open != 2 {
		t.Fatalf("%+v", plan)
	}
	if out := c.items("outside"); len(out) != 1 || !strings.Contains(out[0].Reason, "другой орган") {
		t.Errorf("%+v", out)
	}
	var next incoming.MergePlan
	c.must("mergeDecide", incoming.MergeDecideReq{Rule: incoming.RuleLater}, &next)
	if next.Open != 2 {
		t.Errorf("times of archives are not known, yet %+v", next)
	}
	c.must("mergeDecide", incoming.MergeDecideReq{Rule: incoming.RuleFile}, &next)
	if next.Open != 0 || next.Updated != 1 || next.New != 1 {
		t.Errorf("%+v", next)
	}
	if it := c.items("conflict")[1]; it.Here.From != "один.zip" || !it.ByRule || it.AppealID != mine.ID {
		t.Errorf("%+v", it)
	}
	var done incoming.MergeRes
	c.must("mergeApply", incoming.MergeApplyReq{}, &done)
	got := c.get(mine.ID).Appeal
	if got.Address != "ул. Вторая улица" || got.Source == nil || got.Source.File != "два.zip" || done.Outside != 1 {
		t.Errorf("%+v, %+v", got, done)
	}
	var log app.LogRes
	c.must("log", app.LogReq{ID: done.LogID}, &log)
	said := fmt.Sprint(log.Entries)
	for _, want := range []string{"ул. Циолковского", "ул. Первая", "другой орган", "3-ОГ"} {
		if !strings.Contains(said, want) {
			t.Errorf("the log does not say %q: %s", want, said)
		}
	}
	if len(log.Entries) != 4 || len(log.Table.Rows) < 4 || len(log.Table.Rows[0]) != len(log.Table.Columns) {
		t.Errorf("%d entries, %d rows", len(log.Entries), len(log.Table.Rows))
	}
	if plan := c.openMerge([]string{"один.zip", "два.zip"}, one, two); plan.Open != 0 || plan.New+plan.Updated != 0 {
		t.Errorf("merged again: %+v", plan)
	}
	if other := newCore(t, s, today); len(other.journalOfMerges()) != 1 {
		t.Error("the log does not last")
	}
}

func (c *core) journalOfMerges() []ledger.Log {
	c.t.Helper()
	var res app.LogsRes
	c.must("logs", app.LogsReq{}, &res)
	return res.Logs
}

// TestMergeRefused: a file that cannot be read is refused by itself; the others
// go on when the clerk agrees.
func TestMergeRefused(t *testing.T) {
	c, s := newFilled(t)
	good := copyOf(t, body1, nil, direct("1-ОГ", "2026-10-05"))
	want := content(t, s)
	for name, bad := range map[string][]byte{"text": []byte("hello"), "cut": good[:len(good)-30],
		"zip": zipFile(t, "a.txt", "hello"), "empty": zipFile(t),
		"zero report": zipFile(t, "a.json", `{"zero":true}`), "same": good} {
		plan := c.openMerge([]string{"хороший.zip", "плохой.zip"}, good, bad)
		if plan.Refused != 1 || plan.Sources[1].Refused == "" || plan.Sources[1].Hint == "" || plan.New != 1 {
			t.Errorf("%s: %+v", name, plan)
		}
		c.refused("refused", "mergeApply", incoming.MergeApplyReq{})
	}
	if !reflect.DeepEqual(content(t, s), want) {
		t.Error("something was written")
	}
	var done incoming.MergeRes
	if c.must("mergeApply", incoming.MergeApplyReq{WithoutRefused: true}, &done); done.New != 1 {
		t.Errorf("%+v", done)
	}
	if logs := c.journalOfMerges(); len(logs) != 1 || logs[0].Sources[1].Refused == "" {
		t.Errorf("%+v", logs)
	}
	if plan := c.openMerge([]string{"плохой.zip"}, []byte("hello")); plan.Refused != 1 {
		t.Errorf("%+v", plan)
	}
	c.refused("refused", "mergeApply", incoming.MergeApplyReq{WithoutRefused: true})
	c.must("mergeClose", incoming.MergeCloseReq{}, nil)
	c.refused("noMerge", "mergeApply", incoming.MergeApplyReq{})
	c.refused("file", "mergeOpen", incoming.MergeOpenReq{})
}

// TestMergeProfiles: only appeals of the active body are taken from a copy.
func TestMergeProfiles(t *testing.T) {
	c, _ := newFilled(t)
	for guid, reason := range map[string]string{body2: "другой орган", "": "не указан идентификатор"} {
		plan := c.openMerge([]string{"копия.zip"}, copyOf(t, guid, nil, direct("1-ОГ", "2026-10-05")))
		if out := c.items("outside"); plan.New != 0 || len(out) != 1 || !strings.Contains(out[0].Reason, reason) {
			t.Errorf("%s: %+v, %+v", guid, plan, out)
		}
	}
	if plan := c.openMerge([]string{"копия.zip"},
		copyOf(t, strings.ToLower(body1), nil, direct("1-ОГ", "2026-10-05"))); plan.New != 1 {
		t.Errorf("%+v", plan)
	}
	second := c.fillProfile("", "Школа № 5", body2)
	c.must("activateProfile", app.ProfileIDReq{ID: second.ID}, nil)
	var plan incoming.MergePlan
	if c.must("mergePlan", incoming.MergePlanReq{}, &plan); len(plan.Sources) != 0 {
		t.Errorf("the merge of another body is shown: %+v", plan)
	}
}

// TestHandover: chosen appeals go to a colleague with files and history, and
// the file does not pass for a backup.
func TestHandover(t *testing.T) {
	c, _ := newFilled(t)
	file := noise(3, 4000)
	c.save(fromAdministration("А26-1", "2026-10-05", c.put("Ответ.pdf", file)))
	c.save(direct("2-ОГ", "2026-09-05"))
	var res app.HandoverRes
	data := c.must("handover", app.HandoverReq{Filter: query.RegisterReq{Year: 2026, Month: 10}}, &res)[0]
	if res.Appeals != 1 || res.Size != int64(len(data)) || !strings.Contains(res.Name, "передача_Образцова_А_П_") {
		t.Errorf("%+v", res)
	}
	other, s := newFilled(t)
	want := content(t, s)
	if e := other.refused("handover", "restore", app.RestoreReq{}, data); !strings.Contains(e.Hint, "Объединить") ||
		!reflect.DeepEqual(content(t, s), want) {
		t.Errorf("%+v", e)
	}
	other.openMerge([]string{res.Name}, data)
	other.must("mergeApply", incoming.MergeApplyReq{}, nil)
	card := other.get(other.register(query.RegisterReq{}).Rows[0].ID).Appeal
	got := other.must("getFile", app.GetFileReq{FileID: card.Questions[0].Attachment.FileID}, nil)[0]
	if string(got) != string(file) || len(card.History) != 1 || card.History[0].Who != "Образцова А. П." {
		t.Errorf("%+v", card)
	}
	c.now = c.now.Add(48 * time.Hour)
	c.save(direct("3-ОГ", "2026-10-07"))
	c.must("handover", app.HandoverReq{Since: "03.11.2026"}, &res)
	if res.Appeals != 1 {
		t.Errorf("changed since: %+v", res)
	}
	c.refused("nothing", "handover", app.HandoverReq{Since: "03.12.2026"})
	c.refused("since", "handover", app.HandoverReq{Since: "31.02.2026"})
}

// TestMergeCancelled: stopped at any of its reports, a merge has changed nothing.
func TestMergeCancelled(t *testing.T) {
	c, s := newFilled(t)
	c.save(direct("0-ОГ", "2026-10-05"))
	file := copyOf(t, body1, nil, direct("1-ОГ", "2026-10-05"), direct("2-ОГ", "2026-10-05"))
	want := content(t, s)
	for stop := range 3 {
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		ctx = rpc.WithProgress(ctx, func(int, int, string) {
			if n++; n > stop {
				cancel()
			}
		})
		if _, err := c.call(ctx, "mergeOpen", incoming.MergeOpenReq{Names: []string{"копия.zip"}}, nil,
			file); err == nil || err.Code != rpc.CodeCancelled {
			t.Errorf("stop %d: %v", stop, err)
		}
	}
	c.openMerge([]string{"копия.zip"}, file)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.call(ctx, "mergeApply", incoming.MergeApplyReq{}, nil); err == nil || err.Code != rpc.CodeCancelled {
		t.Errorf("%v", err)
	}
	if !reflect.DeepEqual(content(t, s), want) {
		t.Error("something was written")
	}
	var done incoming.MergeRes
	if c.must("mergeApply", incoming.MergeApplyReq{}, &done); done.New != 2 {
		t.Errorf("after a cancelled try: %+v", done)
	}
}

// TestMergeAfterEdit: a decision holds for the state it was made about; when
// the register goes on meanwhile, it is asked again.
func TestMergeAfterEdit(t *testing.T) {
	c, _ := newFilled(t)
	mine := c.save(direct("1-ОГ", "2026-10-05")).Appeal
	theirs := mine.Clone()
	theirs.Address, theirs.History = "ул. Их", nil
	c.openMerge([]string{"копия.zip"}, copyOf(t, body1, nil, theirs))
	var plan incoming.MergePlan
	c.must("mergeDecide", incoming.MergeDecideReq{
		Choices: []incoming.MergeChoice{{Key: c.items("conflict")[0].Key, Side: incoming.MergeFile}}}, &plan)
	if plan.Open != 0 {
		t.Fatalf("%+v", plan)
	}
	mine.Email = "a@example.com"
	c.save(mine)
	c.refused("open", "mergeApply", incoming.MergeApplyReq{})
	var done incoming.MergeRes
	c.must("mergeApply", incoming.MergeApplyReq{LeaveOpen: true}, &done)
	var log app.LogRes
	c.must("log", app.LogReq{ID: done.LogID}, &log)
	if done.Left != 1 || done.Action != nil || log.Entries[0].Decision != "не решено, оставлено здешнее" ||
		len(log.Entries[0].Lost) != 2 {
		t.Errorf("%+v, %+v", done, log.Entries)
	}
	if plan := c.openMerge([]string{"копия.zip"}, copyOf(t, body1, nil, theirs)); plan.Open != 1 {
		t.Errorf("what was not decided is asked again: %+v", plan)
	}
}

// TestMergeIsInBackup: the log goes along with a backup.
func TestMergeIsInBackup(t *testing.T) {
	c, _ := newFilled(t)
	c.openMerge([]string{"копия.zip"}, copyOf(t, body1, nil, direct("1-ОГ", "2026-10-05")))
	c.must("mergeApply", incoming.MergeApplyReq{}, nil)
	data := c.backup()
	r := newCore(t, store.NewMemory(), today)
	r.must("restore", app.RestoreReq{}, nil, data)
	if logs := r.journalOfMerges(); len(logs) != 1 || logs[0].Counts[0].Count != 1 {
		t.Errorf("%+v", logs)
	}
}
