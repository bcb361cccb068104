package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"strings"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/forming"
	"rroform/wasm/journal"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// TestDeterministic: the same state makes the same bytes, under another name.
func TestDeterministic(t *testing.T) {
	c, s := newFilled(t)
	for i := range 20 {
		c.save(fromAdministration(fmt.Sprintf("А26-%d", i), "2026-10-05", c.put("Ответ.pdf", noise(i, 2000))))
	}
	first := c.build(october)
	c.now = c.now.Add(time.Hour)
	second := newCore(t, s, "2026-11-03").build(october)
	if !bytes.Equal(c.part(first, 0), newCore(t, s, today).part(second, 0)) {
		t.Error("the same appeals made other bytes")
	}
	want := []string{"РРО_Администрация_села_Примерное_2026-10_001.zip",
		"РРО_Администрация_села_Примерное_2026-10_002.zip"}
	if first.Parts[0].Name != want[0] || second.Parts[0].Name != want[1] {
		t.Errorf("names %s, %s", first.Parts[0].Name, second.Parts[0].Name)
	}
	if first.Parts[0].SHA256 != second.Parts[0].SHA256 || first.Program == "" || first.Format == "" ||
		first.Codes == "" || first.Count != 20 {
		t.Errorf("journal %+v", first)
	}
}

func noise(seed, size int) []byte {
	data := make([]byte, size)
	rand.New(rand.NewSource(int64(seed))).Read(data)
	return data
}

// loadFormat loads the built-in format profile with changes.
func (c *core) loadFormat(change func(map[string]any)) app.FormatRes {
	c.t.Helper()
	text, err := os.ReadFile("../../static/format.json")
	var profile map[string]any
	if err == nil {
		err = json.Unmarshal(text, &profile)
	}
	if err != nil {
		c.t.Fatal(err)
	}
	change(profile)
	text, err = json.Marshal(profile)
	if err != nil {
		c.t.Fatal(err)
	}
	var res app.FormatRes
	c.must("loadFormat", app.FormatReq{}, &res, text)
	return res
}

// TestSplitParts: no part is larger than the profile allows, each appeal is in exactly one part, and
// the numbers of file names continue over several archives.
func TestSplitParts(t *testing.T) {
	const most = 100_000
	c, _ := newFilled(t)
	c.loadFormat(func(f map[string]any) { f["maxPartBytes"] = most })
	for i := range 12 {
		c.save(fromAdministration(fmt.Sprintf("А26-%d", i), "2026-10-05", c.put("Ответ.pdf", noise(i, 30_000))))
	}
	for round := range 2 {
		made := c.build(october)
		if len(made.Parts) != 4 {
			t.Fatalf("%d parts", len(made.Parts))
		}
		numbers := map[string]bool{}
		for i, part := range made.Parts {
			data := c.part(made, i)
			if want := fmt.Sprintf("РРО_Администрация_села_Примерное_2026-10_%03d.zip",
				4*round+i+1); part.Name != want {
				t.Errorf("name %s, want %s", part.Name, want)
			}
			files, err := archive.Open(data)
			if err != nil || len(files) != part.Entries || int64(len(data)) != part.Size || len(data) > most {
				t.Errorf("part %d: %d files of %d, %d bytes of %d, %v", i, len(files), part.Entries, len(data),
					part.Size, err)
			}
			for _, f := range files {
				o, err := archive.Unmarshal(f.Data)
				if err != nil || numbers[o.Appeal.Number] {
					t.Fatalf("%s again: %v", f.Name, err)
				}
				numbers[o.Appeal.Number] = true
			}
		}
		if len(numbers) != 12 {
			t.Errorf("%d appeals of 12", len(numbers))
		}
	}
}

// TestArchivePart: the journal gives the very same bytes after a restart and
// after the appeals have changed, and refuses bytes that were damaged.
func TestArchivePart(t *testing.T) {
	c, s := newFilled(t)
	card := c.save(direct("154-ОГ", "2026-10-05"))
	made := c.build(october)
	before := c.part(made, 0)
	card.Appeal.Name = "Другой"
	c.save(card.Appeal)
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{card.Appeal.ID}}, nil)
	later := newCore(t, s, today)
	if !bytes.Equal(later.part(made, 0), before) {
		t.Error("other bytes after a restart")
	}
	for _, n := range []int{-1, 1} {
		c.refused("notFound", "archivePart", app.ArchivePartReq{ID: made.ID, Part: n})
	}
	damaged := bytes.Clone(before)
	damaged[len(damaged)/2] ^= 1
	if _, err := s.Write(t.Context(),
		[]store.Op{{Table: store.Parts, Key: made.ID + "/0", Data: damaged}}); err != nil {
		t.Fatal(err)
	}
	c.refused("damaged", "archivePart", app.ArchivePartReq{ID: made.ID})
}

// TestProfilesNeverMix: each body has its own register, archive and names.
func TestProfilesNeverMix(t *testing.T) {
	c, s := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	second := c.fillProfile("", "Школа № 5", body2)
	if res := newCore(t, s, today).register(query.RegisterReq{}); res.All != 1 {
		t.Errorf("another profile became active by a restart: %d records", res.All)
	}
	c.must("activateProfile", app.ProfileIDReq{ID: second.ID}, nil)
	if res := c.register(query.RegisterReq{}); res.All != 0 {
		t.Errorf("%d records of the other body", res.All)
	}
	c.refused("nothing", "build", forming.PlanReq{Month: october})
	c.save(direct("2-ОГ", "2026-10-05"))
	for _, row := range []struct{ id, number, body, name string }{
		{"first", "1-ОГ", body1, "РРО_Администрация_села_Примерное_2026-10_001.zip"},
		{second.ID, "2-ОГ", body2, "РРО_Школа_5_2026-10_001.zip"},
	} {
		c := newCore(t, s, today)
		c.must("activateProfile", app.ProfileIDReq{ID: row.id}, nil)
		made := c.build(october)
		files, err := archive.Open(c.part(made, 0))
		if err != nil || len(files) != 1 || made.Parts[0].Name != row.name {
			t.Fatalf("%d files, %s, %v", len(files), made.Parts[0].Name, err)
		}
		o, err := archive.Unmarshal(files[0].Data)
		if err != nil || o.Appeal.Number != row.number || o.DepartmentID != row.body || len(c.journal()) != 1 {
			t.Errorf("%s of %s: %v, journal %d", o.Appeal.Number, o.DepartmentID, err, len(c.journal()))
		}
	}
	c.refused("inUse", "deleteProfile", app.ProfileIDReq{ID: second.ID})
	third := c.fillProfile("", "Пустой", body2)
	c.must("deleteProfile", app.ProfileIDReq{ID: third.ID}, nil)
}

// TestCancelledBuild: a build that is cancelled at any step leaves nothing in
// the journal, and the next one works.
func TestCancelledBuild(t *testing.T) {
	c, s := newFilled(t)
	for i := range 5 {
		c.save(direct(fmt.Sprintf("%d-ОГ", i), "2026-10-05"))
	}
	steps := 0
	ctx := rpc.WithProgress(t.Context(), func(done, total int, text string) {
		if steps++; done >= total || text == "" {
			t.Errorf("step %d of %d: %q", done, total, text)
		}
	})
	if _, err := c.call(ctx, "build", forming.PlanReq{Month: october}, nil); err != nil || steps != 6 {
		t.Fatalf("%d steps, %v", steps, err)
	}
	for stop := 1; stop <= steps; stop++ {
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		_, err := c.call(rpc.WithProgress(ctx, func(int, int, string) {
			if n++; n == stop {
				cancel()
			}
		}), "build", forming.PlanReq{Month: october}, nil)
		if err == nil || err.Code != rpc.CodeCancelled || n != stop {
			t.Errorf("cancelled at step %d: went on to %d, %v", stop, n, err)
		}
	}
	if parts, err := s.Keys(t.Context(), store.Parts); err != nil || len(parts) != 1 || len(c.journal()) != 1 {
		t.Errorf("%d parts, %d archives, %v", len(parts), len(c.journal()), err)
	}
	c.build(october)
}

// TestLostFile: the error about a missing answer file names its appeal.
func TestLostFile(t *testing.T) {
	c, s := newFilled(t)
	file := c.put("Ответ.pdf", []byte("ответ"))
	c.save(fromAdministration("А26-1", "2026-10-05", file))
	if _, err := s.Write(t.Context(), []store.Op{{Table: store.Files, Key: file.FileID}}); err != nil {
		t.Fatal(err)
	}
	if e := c.refused("fileLost", "build", forming.PlanReq{Month: october}); !strings.Contains(e.Text, "А26-1") {
		t.Error(e.Text)
	}
}

// TestLeftOut: the journal keeps who stayed out, and which files.
func TestLeftOut(t *testing.T) {
	c, _ := newFilled(t)
	own := fromAdministration("154-ОГ", "2026-10-05", c.put("Ответ.pdf", []byte("ответ")))
	c.save(own)
	broken := direct("155-ОГ", "2026-10-05")
	broken.Name = ""
	broken = c.save(broken).Appeal
	made := c.build(october)
	if len(made.FilesOut) != 1 || made.FilesOut[0] != (journal.FileOut{Number: "154-ОГ", Name: "Ответ.pdf"}) {
		t.Errorf("files out %+v", made.FilesOut)
	}
	if len(made.LeftOut) != 1 || made.LeftOut[0].ID != broken.ID || made.LeftOut[0].Reason == "" {
		t.Errorf("left out %+v", made.LeftOut)
	}
	if made.Count != 1 || c.entries(made)[0].Rev != 1 || made.Kind != journal.KindAppeals ||
		made.Month != (appeal.Month{Year: 2026, Month: 10}) {
		t.Errorf("%+v", made)
	}
}

// TestReadBack: if a loaded format profile turns a rule off, the schema still finds the error. The
// archive is not offered, and the error names the place.
func TestReadBack(t *testing.T) {
	c, _ := newFilled(t)
	c.loadFormat(func(f map[string]any) { f["levels"] = map[string]any{"B-15.5": "off"} })
	ap := direct("154-ОГ", "2026-10-05")
	ap.RegistrationDate = "давно"
	c.save(ap)
	e := c.refused("readBack", "build", forming.PlanReq{Month: october})
	if !strings.Contains(e.Text, ap.ID) || !strings.Contains(e.Text, "/questions/0/registrationDate") ||
		len(c.journal()) != 0 {
		t.Errorf("%s; journal %+v", e.Text, c.journal())
	}
}
