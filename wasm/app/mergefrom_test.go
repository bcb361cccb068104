package app_test

import (
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/incoming"
	"rroform/wasm/query"
)

// idOf finds the only appeal with the number.
func (c *core) idOf(number string) string {
	c.t.Helper()
	for _, r := range c.register(query.RegisterReq{}).Rows {
		if r.Number == number {
			return r.ID
		}
	}
	c.t.Fatalf("no %s in the register", number)
	return ""
}

// TestMergeFromArchive: what «Принять в реестр» leaves is decided in a merge,
// which needs the archive no longer, not even for its answer files.
func TestMergeFromArchive(t *testing.T) {
	c, _ := newFilled(t)
	ours := direct("А26-1", "2026-10-06")
	ours.Name = "Заявитель А26-1"
	c.save(ours)
	c.refused("closed", "mergeFrom", app.MergeFromReq{Archive: "no such"})
	file := `"Explained","responseDate":"2026-10-20","attachment":{"name":"Ответ.pdf","content":"QUJD"}`
	id := c.openArchive("a.zip", zipFile(t, "1.json", entryText("А26-1", `"InWork"`, file), "2.json", entryText("2"))).
		ID
	if res := c.accept(app.AcceptOpenedReq{ID: id}); res.Conflicts != 1 || res.Taken.New != 1 {
		t.Fatalf("%+v", res)
	}
	var plan incoming.MergePlan
	c.must("mergeFrom", app.MergeFromReq{Archive: id}, &plan)
	if plan.Total != (incoming.MergeCounts{Conflict: 1}) || plan.Open != 1 || plan.Sources[0].Name != "a.zip" {
		t.Fatalf("%+v", plan)
	}
	c.refused("open", "mergeFrom", app.MergeFromReq{Archive: id})
	c.must("closeOpened", app.OpenedIDReq{ID: id}, nil)
	c.setDay("2026-11-20")
	c.must("sweep", app.SweepReq{}, nil)
	c.must("mergeDecide", incoming.MergeDecideReq{Rule: incoming.RuleFile}, nil)
	var done incoming.MergeRes
	if c.must("mergeApply", incoming.MergeApplyReq{}, &done); done.Updated != 1 {
		t.Errorf("%+v", done)
	}
	got := c.get(c.idOf("А26-1")).Appeal
	at := got.Questions[0].Attachment
	if at == nil || at.Name != "Ответ.pdf" {
		t.Fatalf("%+v", got)
	}
	if data := c.must("getFile", app.GetFileReq{FileID: at.FileID}, nil); string(data[0]) != "ABC" {
		t.Errorf("%q", data)
	}
}

// TestMergeFromTable: the same for a table; what the clerk has decided is not
// asked again.
func TestMergeFromTable(t *testing.T) {
	c, _ := newFilled(t)
	c.importTable(c.mapped(c.openTable("октябрь.csv", plainTable), allDirect), false)
	changed := c.mapped(c.openTable("октябрь.csv", strings.Replace(plainTable, "с. Примерное, д. 1", "с. Новое", 1)),
		allDirect)
	id := c.idOf("301-ОГ")
	ap := c.get(id).Appeal
	ap.Address = "с. Третье"
	c.save(ap)
	if check := c.checkTable(changed); len(check.Conflict) != 1 {
		t.Fatalf("%+v", check)
	}
	var plan incoming.MergePlan
	c.must("mergeFrom", app.MergeFromReq{Table: changed.ID}, &plan)
	rows := c.items("conflict")[0].Rows
	if plan.Open != 1 || len(rows) != 1 || rows[0].Here != "с. Третье" || rows[0].File != "с. Новое" {
		t.Fatalf("%+v, %+v", plan, rows)
	}
	c.must("mergeDecide", incoming.MergeDecideReq{Rule: incoming.RuleHere}, nil)
	c.must("mergeApply", incoming.MergeApplyReq{}, nil)
	if got := c.get(id).Appeal.Address; got != "с. Третье" {
		t.Errorf("address %q", got)
	}
	if c.must("mergeFrom", app.MergeFromReq{Table: changed.ID}, &plan); plan.Open != 0 ||
		plan.Total != (incoming.MergeCounts{Older: 1}) {
		t.Errorf("asked again: %+v", plan)
	}
	c.must("mergeClose", incoming.MergeCloseReq{}, nil)
	c.refused("none", "mergeFrom",
		app.MergeFromReq{Table: c.mapped(c.openTable("б.csv", strings.ReplaceAll(plainTable, "-ОГ", "-Н")),
			allDirect).ID})
}
