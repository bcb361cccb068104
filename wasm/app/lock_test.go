package app_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/container"
	"rroform/wasm/incoming"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/packs"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
	"rroform/wasm/store/vault"
	"rroform/wasm/store/vaulttest"
	"rroform/wasm/table"
	"rroform/wasm/tables"
)

const (
	lockPass  = "три несвязанных слова"
	applicant = "Приметинцев Эраст"
)

// newVaulted returns a core whose store can be locked; start opens it again, like a page that is
// loaded again.
func newVaulted(t *testing.T, r *vaulttest.Databases, day string) *core {
	t.Helper()
	o := app.VaultOptions(r, "base")
	o.Work = 4
	c := &core{t: t}
	c.setDay(day)
	c.mux = app.New(app.Options{Build: "test", Now: func() time.Time { return c.now }, Work: 4,
		Open: func(ctx context.Context) (store.Store, error) { return vault.Open(ctx, o) },
		Wipe: func(ctx context.Context) error { return vault.Wipe(ctx, o) },
	}).Mux()
	return c
}

func (c *core) hello() (res app.HelloRes) {
	c.t.Helper()
	c.must("hello", app.HelloReq{Build: "test"}, &res)
	return res
}

// inSight tells where a text lies open.
func inSight(t *testing.T, r *vaulttest.Databases, text string) (found []string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(r.All)) {
		for place, data := range content(t, r.All[name]) {
			if strings.Contains(place+data, text) {
				found = append(found, name+"/"+place)
			}
		}
	}
	return found
}

// work does a bit of everything that leaves a name somewhere.
func (c *core) work() {
	c.t.Helper()
	c.fillProfile("first", "Администрация села Примерное", body1)
	ap := fromAdministration("А26-1", "2026-10-05", c.put("Ответ.pdf", []byte("Ответ: "+applicant)))
	ap.Name = applicant
	card := c.save(ap)
	card.Appeal.Name += " Пафнутьевич"
	c.save(card.Appeal)
	gone := direct("2-ОГ", "2026-10-06")
	gone.Name = applicant
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{c.save(gone).Appeal.ID}}, nil)
	c.must("chooseCode", app.ChooseCodeReq{Query: "дорога", Code: "0003.0009.0097.0694"}, nil)
	c.must("saveOwnResults", tables.SaveOwnResultsReq{
		Results: []packs.OwnResult{{Value: "Результат " + applicant, Outcome: table.Outcome{Status: "Answered"}}}}, nil)
	c.build(october)
}

// TestLock: nothing lies open under a passphrase, nothing is answered before
// it, and everything is there after it, undo included.
func TestLock(t *testing.T) {
	r := vaulttest.New()
	c := newVaulted(t, r, today)
	if h := c.hello(); h.Locked || h.Guarded {
		t.Fatalf("a new register: %+v", h)
	}
	c.work()
	if found := inSight(t, r, applicant); len(found) < 4 {
		t.Fatalf("without a passphrase the name lies only in %q", found)
	}
	for _, tt := range []struct {
		code string
		req  app.SetLockReq
	}{
		{"short", app.SetLockReq{New: "коротко"}}, {"weak", app.SetLockReq{New: "12345678"}},
		{"weak", app.SetLockReq{New: "Пароль123"}},
		{"weak", app.SetLockReq{New: "йцукенгш"}}, {"moved", app.SetLockReq{}},
		{"moved", app.SetLockReq{Old: "x", New: lockPass}},
	} {
		c.refused(tt.code, "setLock", tt.req)
	}
	var h app.HelloRes
	c.must("setLock", app.SetLockReq{New: lockPass}, &h)
	if !h.Guarded || h.Locked || h.AutoLock != 15 {
		t.Fatalf("after the passphrase was set: %+v", h)
	}
	for _, text := range []string{applicant, "дорог"} {
		if found := inSight(t, r, text); len(found) > 0 {
			t.Errorf("«%s» lies open in %q", text, found)
		}
	}
	c.must("setAutoLock", app.SetAutoLockReq{Minutes: 5}, nil)
	c.refused("minutes", "setAutoLock", app.SetAutoLockReq{Minutes: 7})

	c = newVaulted(t, r, today)
	if h := c.hello(); !h.Locked || h.AutoLock == 5 {
		t.Fatalf("opened anew: %+v", h)
	}
	c.refused("locked", "saveProfile", app.SaveProfileReq{})
	c.refused("locked", "backup", app.BackupReq{})
	if rows := c.register(query.RegisterReq{}).Rows; len(rows) > 0 {
		t.Errorf("before the passphrase the register shows %+v", rows)
	}
	c.refused("wrongPassphrase", "unlock", app.UnlockReq{Passphrase: "не тот пароль"})
	c.must("unlock", app.UnlockReq{Passphrase: lockPass}, &h)
	if h.Locked || h.AutoLock != 5 {
		t.Fatalf("unlocked: %+v", h)
	}
	var actions app.ActionsRes
	c.must("actions", app.ActionsReq{}, &actions)
	var undone ledger.UndoRes
	c.must("undo", app.UndoReq{ID: actions.Actions[0].ID}, &undone)
	if undone.Undone != 1 {
		t.Errorf("undo after the move: %+v", undone)
	}
	for _, row := range c.register(query.RegisterReq{}).Rows {
		if row.Number == "А26-1" && row.Exported != register.Same {
			t.Errorf("the journal takes %s for %q: revisions were not kept", row.Number, row.Exported)
		}
	}
	c.refused("old", "setLock", app.SetLockReq{New: "другой пароль"})
	c.refused("wrongPassphrase", "setLock", app.SetLockReq{Old: "не тот пароль", New: "другой пароль"})
	c.must("setLock", app.SetLockReq{Old: lockPass, New: "другой пароль"}, nil)
	c.must("setLock", app.SetLockReq{Old: "другой пароль"}, &h)
	if found := inSight(t, r, applicant); h.Guarded || len(found) < 4 {
		t.Errorf("after it was removed: %+v, in sight in %q", h, found)
	}
}

// TestLockInMemory: where nothing is stored there is nothing to lock.
func TestLockInMemory(t *testing.T) {
	c, _ := newFilled(t)
	c.refused("noStore", "setLock", app.SetLockReq{New: lockPass})
	c.refused("notLocked", "unlock", app.UnlockReq{})
}

// TestWipe: by the word only, locked or not.
func TestWipe(t *testing.T) {
	r := vaulttest.New()
	c := newVaulted(t, r, today)
	c.hello()
	c.work()
	c.must("setLock", app.SetLockReq{New: lockPass}, nil)
	c = newVaulted(t, r, today)
	c.hello()
	for _, word := range []string{"", "стереть все", "да"} {
		c.refused("word", "wipe", app.WipeReq{Word: word})
	}
	if len(r.All) == 0 {
		t.Fatal("wiped without the word")
	}
	c.must("wipe", app.WipeReq{Word: " стереть "}, nil)
	if len(r.All) != 0 {
		t.Errorf("%d databases are left", len(r.All))
	}
	c = newVaulted(t, r, today)
	if h := c.hello(); h.Locked || h.Guarded || !h.Empty {
		t.Errorf("after the wipe: %+v", h)
	}
}

// TestContainers: what goes out under a passphrase comes back by it alone, and
// a damaged file changes nothing.
func TestContainers(t *testing.T) {
	c := newVaulted(t, vaulttest.New(), today)
	c.hello()
	c.work()
	archive := c.journal()[0]
	var part journal.Part
	sealedPart := c.must("archivePart", app.ArchivePartReq{ID: archive.ID, Passphrase: lockPass}, &part)[0]
	var backup app.BackupRes
	sealedBackup := c.must("backup", app.BackupReq{Passphrase: lockPass}, &backup)[0]
	var handed app.HandoverRes
	sealedHand := c.must("handover", app.HandoverReq{Passphrase: lockPass}, &handed)[0]
	c.refused("short", "backup", app.BackupReq{Passphrase: "коротко"})
	c.refused("weak", "backup", app.BackupReq{Passphrase: "qwerty123"})
	c.refused("weak", "handover", app.HandoverReq{Passphrase: "12345678"})
	c.refused("weak", "archivePart", app.ArchivePartReq{ID: archive.ID, Passphrase: "парольпароль"})
	var proposed app.ProposePassphraseRes
	c.must("proposePassphrase", app.ProposePassphraseReq{}, &proposed)
	c.must("backup", app.BackupReq(proposed), nil)
	for name, data := range map[string][]byte{part.Name: sealedPart, backup.Name: sealedBackup,
		handed.Name: sealedHand} {
		if !strings.HasSuffix(name, ".zip.age") || !container.Is(bytes.NewReader(data)) ||
			bytes.Contains(data, []byte(applicant)) {
			t.Errorf("«%s»: %.30q", name, data)
		}
	}
	if part.Size != int64(len(sealedPart)) || backup.Size != int64(len(sealedBackup)) ||
		handed.Size != int64(len(sealedHand)) {
		t.Error("a size is not that of the container")
	}
	plain := c.part(archive, 0)
	var out app.UncoverRes
	if got := c.must("uncover", app.UncoverReq{Name: part.Name, Passphrase: lockPass}, &out,
		sealedPart)[0]; !bytes.Equal(got, plain) || out.Name != archive.Parts[0].Name {
		t.Errorf("«%s»: %d bytes, want %d of «%s»", out.Name, len(got), len(plain), archive.Parts[0].Name)
	}

	other := newVaulted(t, vaulttest.New(), today)
	other.hello()
	other.fillProfile("first", "Администрация села Примерное", body1)
	calls := map[string]func(passphrase string, data []byte) *rpc.Error{
		"checkBackup": func(p string, data []byte) *rpc.Error {
			_, err := other.call(t.Context(), "checkBackup", app.CheckBackupReq{Passphrase: p}, nil, data)
			return err
		},
		"restore": func(p string, data []byte) *rpc.Error {
			_, err := other.call(t.Context(), "restore", app.RestoreReq{Passphrase: p, Readable: true}, nil, data)
			return err
		},
		"openArchive": func(p string, data []byte) *rpc.Error {
			_, err := other.call(t.Context(), "openArchive", app.OpenArchiveReq{Name: "a.zip.age", Passphrase: p}, nil,
				data)
			return err
		},
		"mergeOpen": func(p string, data []byte) *rpc.Error {
			_, err := other.call(t.Context(), "mergeOpen",
				incoming.MergeOpenReq{Names: []string{"a"}, Passphrases: map[string]string{"a": p}}, nil, data)
			return err
		},
		"uncover": func(p string, data []byte) *rpc.Error {
			_, err := other.call(t.Context(), "uncover", app.UncoverReq{Name: "a.zip.age", Passphrase: p}, nil, data)
			return err
		},
	}
	files := map[string][]byte{"checkBackup": sealedBackup, "restore": sealedBackup, "openArchive": sealedPart,
		"mergeOpen": sealedHand, "uncover": sealedPart}
	var before app.PersonalRes
	other.must("personal", app.PersonalReq{}, &before)
	for method, call := range calls {
		data := files[method]
		changed := bytes.Clone(data)
		changed[len(data)/2] ^= 1
		for _, tt := range []struct {
			name, pass, code string
			data             []byte
		}{
			{"no passphrase", "", "passphrase", data}, {"wrong", "не тот пароль", "wrongPassphrase", data},
			{"cut", lockPass, "refused", data[:len(data)-100]}, {"changed", lockPass, "refused", changed},
		} {
			if err := call(tt.pass, tt.data); err == nil || err.Code != tt.code || err.Hint == "" {
				t.Errorf("%s, %s: %+v, want %s", method, tt.name, err, tt.code)
			}
		}
	}
	var after app.PersonalRes
	if other.must("personal", app.PersonalReq{}, &after); after != before {
		t.Errorf("refused files left %+v", after)
	}
	for _, method := range []string{"checkBackup", "openArchive", "mergeOpen", "restore", "uncover"} {
		if err := calls[method](lockPass, files[method]); err != nil {
			t.Errorf("%s: %v", method, err)
		}
	}
	if rows := other.register(query.RegisterReq{}).Rows; len(rows) != 1 {
		t.Errorf("%d appeals restored, want 1", len(rows))
	}
}

// TestExpire: old answered appeals that were sent are deleted from all tables. Younger, changed and
// unsent ones stay.
func TestExpire(t *testing.T) {
	r := vaulttest.New()
	c := newVaulted(t, r, today)
	c.hello()
	c.work() // А26-1, sent, answered in October 2026
	kept := fromAdministration("А26-7", "2026-10-05", c.put("Ответ.pdf", noise(7, 3000)))
	kept.Name = "Остаёткин Пров"
	kept = c.save(kept).Appeal
	c.build(october) // holds both
	kept.Address = "с. Новое"
	kept = c.save(kept).Appeal // … and is changed since
	c.save(direct("9-ОГ", "2026-10-05"))

	var res app.ExpiredRes
	c.must("expired", app.ExpiredReq{Months: 12}, &res)
	if res.Appeals != 0 {
		t.Fatalf("of a month ago: %+v", res)
	}
	c.setDay("2028-01-20")
	c.must("expired", app.ExpiredReq{Months: 12}, &res)
	if want := []string{"А26-1"}; !slices.Equal(res.Numbers, want) || res.Files != 1 || res.Archives != 2 ||
		res.Before != "2027-01-20" {
		t.Fatalf("%+v", res)
	}
	c.refused("months", "expired", app.ExpiredReq{})
	c.refused("changed", "expire", app.ExpireReq{Months: 12})
	c.refused("changed", "expire", app.ExpireReq{Months: 24, State: res.State}) // what was shown is of another term
	if len(inSight(t, r, applicant)) < 4 {
		t.Fatal("gone too soon")
	}
	var done app.ExpireRes
	c.must("expire", app.ExpireReq{Months: 12, State: res.State}, &done)
	if !done.Clean || done.Deleted.Appeals != 1 {
		t.Errorf("%+v", done)
	}
	// The action that deleted 2-ОГ is another appeal's: it can still be undone.
	for _, place := range inSight(t, r, applicant) {
		if !strings.Contains(place, "/actions/") && !strings.Contains(place, "/mappings/") {
			t.Errorf("the name still lies in %s", place)
		}
	}
	for _, row := range c.journal() {
		if row.Cleared == "" || row.Parts[0].Entries == 0 ||
			slices.ContainsFunc(c.entries(row), func(e journal.Entry) bool { return e.Number == "А26-1" }) {
			t.Errorf("the journal's row: %+v", row)
		}
		c.refused("cleared", "archivePart", app.ArchivePartReq{ID: row.ID})
		c.refused("cleared", "protocol", app.ArchiveIDReq{ID: row.ID})
	}
	if got := numbers(c.register(query.RegisterReq{Sort: "number"}).Rows); !slices.Equal(
		got, []string{"9-ОГ", "А26-7"}) {
		t.Errorf("there are left %v", got)
	}
	if got := c.must("getFile", app.GetFileReq{FileID: kept.Questions[0].Attachment.FileID}, nil)[0]; !bytes.Equal(
		got, noise(7, 3000)) {
		t.Error("the file of another appeal is gone")
	}
	again := newVaulted(t, r, "2028-01-20")
	again.hello()
	if rows := again.register(query.RegisterReq{}).Rows; len(rows) != 2 {
		t.Errorf("opened anew: %d rows", len(rows))
	}
}

// TestLockFails: if the disk is full or the browser ends, the answer says so and nothing has changed.
func TestLockFails(t *testing.T) {
	r := vaulttest.New()
	c := newVaulted(t, r, today)
	c.hello()
	c.work()
	r.Left = 40
	_, err := c.call(t.Context(), "setLock", app.SetLockReq{New: lockPass}, nil)
	if r.Left = -1; err == nil || !strings.Contains(fmt.Sprint(err), vaulttest.ErrKilled.Error()) {
		t.Fatalf("%v", err)
	}
	if errors.Is(err, store.ErrQuota) {
		t.Fatal(err)
	}
	c = newVaulted(t, r, today)
	if h := c.hello(); h.Locked || h.Guarded {
		t.Fatalf("%+v", h)
	}
	if rows := c.register(query.RegisterReq{}).Rows; len(rows) != 1 {
		t.Errorf("%d rows", len(rows))
	}
}

// TestStrippedIsTold: a register whose lock somebody has taken away is not
// opened, takes no input, says so, and can be wiped.
func TestStrippedIsTold(t *testing.T) {
	r := vaulttest.New()
	c := newVaulted(t, r, today)
	c.hello()
	c.work()
	c.must("setLock", app.SetLockReq{New: lockPass}, nil)
	for name, memory := range r.All {
		if name == "base" {
			continue
		}
		deed := store.Op{Table: store.Settings, Key: "vault", Rev: store.AnyRev, Data: []byte(`{"state":"home"}`)}
		if _, err := memory.Write(t.Context(), []store.Op{deed}); err != nil {
			t.Fatal(err)
		}
	}
	c = newVaulted(t, r, today)
	if h := c.hello(); !h.Stripped || !h.Locked || h.Guarded {
		t.Fatalf("hello: %+v", h)
	}
	before := fmt.Sprint(content(t, r.All["base-2"]))
	c.refused("stripped", "unlock", app.UnlockReq{Passphrase: lockPass})
	c.refused("stripped", "saveProfile", app.SaveProfileReq{})
	c.refused("stripped", "setLock", app.SetLockReq{New: lockPass})
	if after := fmt.Sprint(content(t, r.All["base-2"])); after != before {
		t.Error("the rows are not as they were")
	}
	c.must("wipe", app.WipeReq{Word: "СТЕРЕТЬ"}, nil)
	c = newVaulted(t, r, today)
	if h := c.hello(); h.Stripped || h.Locked || !h.Empty {
		t.Errorf("after the wipe: %+v", h)
	}
}

// TestChangedLock: the copy that a browser may keep of the rows and the lock of
// before opens nothing that came later, and a change can be cancelled.
func TestChangedLock(t *testing.T) {
	r := vaulttest.New()
	c := newVaulted(t, r, today)
	c.hello()
	c.work()
	c.must("setLock", app.SetLockReq{New: lockPass}, nil)
	deed := func() string {
		t.Helper()
		for _, memory := range r.All {
			row, err := memory.Get(t.Context(), store.Settings, "vault")
			if err == nil && strings.Contains(string(row.Data), `"home"`) {
				return string(row.Data)
			}
		}
		t.Fatal("no register")
		return ""
	}
	old := deed()
	var h app.HelloRes
	c.must("setLock", app.SetLockReq{Old: lockPass, New: "другой пароль"}, &h)
	if !h.Guarded || h.Locked {
		t.Fatalf("%+v", h)
	}
	c.save(direct("3-ОГ", "2026-10-06"))
	for name, memory := range r.All {
		op := store.Op{Table: store.Settings, Key: "vault", Rev: store.AnyRev, Data: []byte(old)}
		if name == "base" {
			continue
		}
		if _, err := memory.Write(t.Context(), []store.Op{op}); err != nil {
			t.Fatal(err)
		}
	}
	c = newVaulted(t, r, today)
	if h := c.hello(); !h.Locked {
		t.Fatalf("%+v", h)
	}
	c.must("unlock", app.UnlockReq{Passphrase: lockPass}, nil) // the wrap is the old one …
	if rows := c.register(query.RegisterReq{}).Rows; len(rows) > 0 {
		t.Errorf("… and the old passphrase shows %+v", rows)
	}
}
