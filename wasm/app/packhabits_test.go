package app_test

import (
	"encoding/json"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/packs"
)

// TestHabitsPack: a pack of counts changes the order of codes, goes with the pack of
// directories, stays after a restart, and is taken back; an unreadable one is refused.
func TestHabitsPack(t *testing.T) {
	c, s := newFilled(t)
	const words = "не вывозят мусор"
	built := c.searchCodes(words)
	usual := built[1].Code
	file, err := json.Marshal(packs.PackFile{Format: packs.FileFormat, Parts: []packs.Row{{Kind: packs.PackHabits,
		Edition: "2026", Source: "район", TSV: "code\tcount\treasons\n" + usual[:19] + "\t900000\t2\n"}}})
	if err != nil {
		t.Fatal(err)
	}
	c.takePacks(c.readPack("pack", "counts.json", file))
	first := c.searchCodes(words)[0]
	if first.Code[:19] != usual[:19] || !first.Usual {
		t.Errorf("first %+v, want %s", first, usual)
	}
	if again := newCore(t, s, today).searchCodes(words)[0]; again.Code != first.Code {
		t.Errorf("after a restart %+v", again)
	}
	var named app.ExportPacksRes
	files := c.must("exportPacks", app.ExportPacksReq{}, &named)
	colleague, _ := newFilled(t)
	colleague.takePacks(colleague.readPack("pack", named.Name, files[0]))
	if got := colleague.searchCodes(words)[0]; got.Code != first.Code {
		t.Errorf("a colleague finds %+v", got)
	}
	c.must("resetPack", app.ResetPackReq{Key: string(packs.PackHabits)}, nil)
	if got := c.searchCodes(words)[0]; got.Code != built[0].Code {
		t.Errorf("after the reset %+v, want %+v", got, built[0])
	}
	bad := []byte(`{"format":"rroform-pack-1","parts":[{"kind":"habits","tsv":"code\tcount\n"}]}`)
	if err := c.refused("file", "readPack", packs.ReadPackReq{Kind: "pack", Name: "a.json"}, bad); err.Text == "" {
		t.Errorf("%+v", err)
	}
}
