package app_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/journal"
	"rroform/wasm/store"
)

// TestStates: the way of an archive is kept step by step, also over a restart;
// any order is taken, an error needs a note.
func TestStates(t *testing.T) {
	c, s := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	made := c.build(october)
	if made.State != journal.StateFormed || len(made.States) != 1 || made.States[0].Who != "Образцова А. П." ||
		!made.States[0].At.Equal(made.Created) {
		t.Errorf("%+v", made.States)
	}
	set := func(state journal.ArchiveState, note string) journal.Archive {
		t.Helper()
		c.now = c.now.Add(time.Hour)
		var res app.ArchiveRes
		c.must("setArchiveState", app.SetArchiveStateReq{ID: made.ID, State: state, Note: note}, &res)
		return res.Archive
	}
	set(journal.StateHanded, " в район ")
	set(journal.StateLoaded, "")
	set(journal.StateLoaded, "") // twice pressed
	set(journal.StateFailed, "Неверный код вопроса")
	set(journal.StateHanded, "")
	want := "[formed  handed в район loaded  failed Неверный код вопроса handed  done ]"
	got := set(journal.StateDone, "")
	for _, row := range []journal.Archive{got, newCore(t, s, today).journal()[0]} {
		var steps []string
		for _, step := range row.States {
			steps = append(steps, fmt.Sprintf("%s %s", step.State, step.Note))
		}
		if fmt.Sprint(steps) != want || row.State != journal.StateDone ||
			row.States[1].At.Sub(row.Created) != time.Hour {
			t.Errorf("%v", steps)
		}
	}
	c.refused("note", "setArchiveState", app.SetArchiveStateReq{ID: made.ID, State: journal.StateFailed, Note: " "})
	c.refused("state", "setArchiveState", app.SetArchiveStateReq{ID: made.ID, State: "потерян"})
	c.refused("notFound", "setArchiveState", app.SetArchiveStateReq{ID: "x", State: journal.StateDone})

	// Another tab was faster.
	newCore(t, s, today).must("setArchiveState",
		app.SetArchiveStateReq{ID: made.ID, State: journal.StateFailed, Note: "нет"}, nil)
	c.refused("conflict", "setArchiveState", app.SetArchiveStateReq{ID: made.ID, State: journal.StateLoaded})
}

// TestSameSumLater: a month later, with its records changed, deleted and the
// profile renamed, an archive has the SHA-256 that it had (G33).
func TestSameSumLater(t *testing.T) {
	c, s := newFilled(t)
	card := c.save(fromAdministration("А26-1", "2026-10-05", c.put("Ответ.pdf", noise(1, 5000))))
	gone := c.save(direct("2-ОГ", "2026-10-05"))
	made := c.build(october)
	before := c.part(made, 0)

	c = newCore(t, s, "2026-12-02")
	card.Appeal.Name, card.Appeal.Questions[0].Attachment = "Другой", c.put("Ответ.pdf", noise(2, 5000))
	c.save(card.Appeal)
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{gone.Appeal.ID}}, nil)
	c.fillProfile("first", "Администрация города", body2)
	c.must("sweep", app.SweepReq{}, nil)
	after := newCore(t, s, "2026-12-03").part(made, 0)
	if sum(before) != made.Parts[0].SHA256 || sum(after) != made.Parts[0].SHA256 {
		t.Errorf("%s was formed, %s then, %s now", made.Parts[0].SHA256, sum(before), sum(after))
	}
}

// TestSweepParts: parts that a build left behind go after two days, those of
// the journal stay.
func TestSweepParts(t *testing.T) {
	c, s := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	lost, kept := c.build(october), c.build(october)
	if _, err := s.Write(t.Context(),
		[]store.Op{{Table: store.Archives, Key: lost.ID, Rev: store.AnyRev}}); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		age  time.Duration
		want int
	}{{0, 0}, {47 * time.Hour, 0}, {49 * time.Hour, 1}, {50 * time.Hour, 0}} {
		c.now = time.Now().Add(row.age) // ids of archives hold the true time
		var res app.SweepRes
		if c.must("sweep", app.SweepReq{}, &res); res.Parts != row.want || res.Files != 0 {
			t.Errorf("after %v: %+v, want %d", row.age, res, row.want)
		}
	}
	if keys, err := s.Keys(t.Context(), store.Parts); err != nil || len(keys) != 1 || keys[0] != kept.ID+"/0" {
		t.Errorf("%v, %v", keys, err)
	}
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
