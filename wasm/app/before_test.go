package app_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/incoming"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/store"
	"rroform/wasm/store/vaulttest"
)

// Files and rows of the program as it was on 30.11.2026, before the core was split into
// packages, made by that program: two appeals of which one changed after its archive was
// formed, and a third that was deleted.
const beforeDir = "../../testdata/before"

type beforeRow struct {
	Table store.Table
	Key   string
	Rev   int64
	Data  []byte
}

func before(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(beforeDir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func beforeStore(t *testing.T, rows []beforeRow) *store.Memory {
	t.Helper()
	s := store.NewMemory()
	for _, r := range rows {
		op := store.Op{Table: r.Table, Key: r.Key, Rev: store.AnyRev, NewRev: r.Rev, Data: r.Data}
		if _, err := s.Write(t.Context(), []store.Op{op}); err != nil {
			t.Fatalf("%s/%s: %v", r.Table, r.Key, err)
		}
	}
	return s
}

// sameAsBefore checks that the register has all that the earlier program had.
func sameAsBefore(t *testing.T, c *core) {
	t.Helper()
	if h := c.hello(); h.Damaged+h.Failing != 0 || h.Empty {
		t.Fatalf("%+v", h)
	}
	res := c.register(query.RegisterReq{Sort: query.ByNumber, Size: 10})
	if res.Total != 2 {
		t.Fatalf("%d appeals", res.Total)
	}
	states := map[string]register.ExportState{}
	for _, row := range res.Rows {
		states[row.Number] = row.Exported
	}
	if states["2-ОГ"] != register.Changed || states["А26-1"] != register.Same {
		t.Errorf("states %v", states)
	}
	for _, row := range res.Rows {
		if card := c.get(row.ID); row.Number == "А26-1" {
			c.must("getFile", app.GetFileReq{FileID: card.Appeal.Questions[0].Attachment.FileID}, nil)
		}
	}
	if formed := c.journal(); len(formed) != 1 || len(c.part(formed[0], 0)) == 0 {
		t.Errorf("%d archives", len(formed))
	}
	var actions app.ActionsRes
	c.must("actions", app.ActionsReq{}, &actions)
	if len(actions.Actions) != 1 {
		t.Fatalf("%d actions", len(actions.Actions))
	}
	var undone ledger.UndoRes
	c.must("undo", app.UndoReq{ID: actions.Actions[0].ID}, &undone)
	if undone.Undone != 1 || c.register(query.RegisterReq{Size: 10}).Total != 3 {
		t.Errorf("undo: %+v", undone)
	}
}

// TestOpensWhatWasBefore: what an earlier program kept or wrote opens in this one.
func TestOpensWhatWasBefore(t *testing.T) {
	t.Run("register", func(t *testing.T) {
		var rows []beforeRow
		if err := json.Unmarshal(before(t, "register.json"), &rows); err != nil {
			t.Fatal(err)
		}
		sameAsBefore(t, newCore(t, beforeStore(t, rows), today))
	})
	t.Run("sealed register", func(t *testing.T) {
		var all map[string][]beforeRow
		if err := json.Unmarshal(before(t, "sealed.json"), &all); err != nil {
			t.Fatal(err)
		}
		r := vaulttest.New()
		for name, rows := range all {
			r.All[name] = beforeStore(t, rows)
		}
		c := newVaulted(t, r, today)
		if h := c.hello(); !h.Locked || h.Stripped {
			t.Fatalf("%+v", h)
		}
		c.refused("wrongPassphrase", "unlock", app.UnlockReq{Passphrase: "другие слова здесь"})
		c.must("unlock", app.UnlockReq{Passphrase: lockPass}, nil)
		sameAsBefore(t, c)
	})
	t.Run("backup", func(t *testing.T) {
		c, _ := newFilled(t)
		c.must("restore", app.RestoreReq{}, nil, before(t, "backup.zip"))
		sameAsBefore(t, c)
	})
	t.Run("hand-over file", func(t *testing.T) {
		c, _ := newFilled(t)
		var plan incoming.MergePlan
		c.must("mergeOpen", incoming.MergeOpenReq{Names: []string{"передача.zip"}}, &plan, before(t, "handover.zip"))
		if plan.New != 2 || plan.Refused+plan.Open+plan.Total.Outside != 0 {
			t.Errorf("%+v", plan)
		}
	})
}
