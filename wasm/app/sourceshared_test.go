package app_test

import (
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/archive"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/store"
)

// TestSourceShared: an accepted appeal shares its original bytes with the open archive. They stay
// while the register or an undo can use them, and are deleted afterwards.
func TestSourceShared(t *testing.T) {
	c, s := newFilled(t)
	pretty := strings.ReplaceAll(entryText("1"), `,"`, ",\n  \"")
	id := c.openArchive("Чужой.zip", zipFile(t, "1.json", pretty, "2.json", entryText("2"))).ID
	taken := c.accept(app.AcceptOpenedReq{ID: id, Appeals: []string{row(t, c.opened(id), "1.json").ID}}).Taken
	c.must("closeOpened", app.OpenedIDReq{ID: id}, nil)
	want := func(when string, n int) {
		t.Helper()
		c = newCore(t, s, today)
		c.must("sweep", app.SweepReq{}, nil)
		if rows := content(t, s, store.Sources); len(rows) != n {
			t.Errorf("%s: %d entries as they came, want %d", when, len(rows), n)
		}
	}
	want("closed", 1)
	files, err := archive.Open(c.part(c.build(october), 0))
	if err != nil || len(files) != 1 || string(files[0].Data) != pretty {
		t.Errorf("%v; %d files, not byte for byte", err, len(files))
	}
	mine := c.register(query.RegisterReq{}).Rows[0].ID
	var gone ledger.ActionInfo
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{mine}}, &gone)
	want("deleted", 1)
	c.must("undo", app.UndoReq{ID: gone.ID}, nil)
	want("and back", 1)
	c.must("undo", app.UndoReq{ID: taken.Action.ID}, nil)
	want("given back", 0)
}
