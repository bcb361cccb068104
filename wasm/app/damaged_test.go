package app_test

import (
	"bytes"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/incoming"
	"rroform/wasm/query"
	"rroform/wasm/store"
	"rroform/wasm/store/vaulttest"
	"rroform/wasm/tables"
)

// spoilt changes a letter of a stored row.
func spoilt(old, new string) func([]byte) []byte {
	return func(value []byte) []byte { return bytes.Replace(value, []byte(old), []byte(new), 1) }
}

func (c *core) damaged() []app.DamagedRow {
	c.t.Helper()
	var res app.DamagedRes
	c.must("damaged", app.DamagedReq{}, &res)
	return res.Rows
}

func (c *core) mend(row app.DamagedRow, way app.MendWay) []app.DamagedRow {
	c.t.Helper()
	var res app.DamagedRes
	c.must("mend", app.MendReq{Row: app.DamagedID{Table: row.Table, Key: row.Key, Kept: row.Kept}, Way: way}, &res)
	return res.Rows
}

// TestDamagedAppeal: a damaged record does not stop the program; it is named,
// and comes back in whichever way the clerk chooses.
func TestDamagedAppeal(t *testing.T) {
	c, s := newFilled(t)
	first, second := c.save(direct("1-ОГ", "2026-10-05")).Appeal, c.save(direct("2-ОГ", "2026-10-06")).Appeal
	c.must("massEdit", app.MassReq{IDs: []string{first.ID}, Apply: true,
		Edit: app.MassEdit{Code: "0005.0005.0056.1161"}}, nil)
	for _, tt := range []struct {
		name   string
		change func([]byte) []byte
		way    app.MendWay
		row    app.DamagedRow
		code   string // afterwards; "" = the appeal is gone
	}{
		{"as it can be read", spoilt("Циолковского", "Циолкивского"), app.MendAsRead,
			app.DamagedRow{Number: "1-ОГ", Name: "Иванов Иван Иванович", Readable: true,
				Earlier: "2026-11-02T12:00:00Z"}, "0005.0005.0056.1161"},
		{"the earlier state", func(b []byte) []byte { return b[:len(b)*3/4] }, app.MendEarlier,
			app.DamagedRow{Number: "1-ОГ", Name: "Иванов Иван Иванович", Earlier: "2026-11-02T12:00:00Z"},
			"0003.0009.0097.0694"},
		{"taken away", func([]byte) []byte { return []byte("\x00\x00") }, app.MendRemove,
			app.DamagedRow{Earlier: "2026-11-02T12:00:00Z"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s.Spoil(store.Appeals, first.ID, tt.change)
			c := newCore(t, s, today)
			var hello app.HelloRes
			if c.must("hello", app.HelloReq{}, &hello); hello.Damaged != 1 {
				t.Errorf("%+v", hello)
			}
			if got := numbers(c.register(query.RegisterReq{}).Rows); len(got) != 1 || got[0] != "2-ОГ" {
				t.Errorf("register %v", got)
			}
			rows := c.damaged()
			tt.row.Table, tt.row.Key, tt.row.What = "appeals", first.ID, "обращения"
			if len(rows) == 1 {
				tt.row.Bytes = rows[0].Bytes
			}
			if len(rows) != 1 || rows[0] != tt.row {
				t.Fatalf("damaged: %+v, want %+v", rows, tt.row)
			}
			if left := c.must("damagedFile", app.DamagedID{Table: "appeals", Key: first.ID}, nil)[0]; len(
				left) != rows[0].Bytes {
				t.Errorf("%d bytes are left, want %d", len(left), rows[0].Bytes)
			}
			c.must("sweep", app.SweepReq{}, nil)
			if rows := c.mend(rows[0], tt.way); len(rows) != 0 {
				t.Errorf("still damaged: %+v", rows)
			}
			for _, c := range []*core{c, newCore(t, s, today)} {
				list := c.register(query.RegisterReq{}).Rows
				if tt.code == "" {
					if len(list) != 1 || list[0].ID != second.ID {
						t.Errorf("register %+v", list)
					}
				} else if got := c.get(first.ID).Appeal.Questions[0].Code; got != tt.code {
					t.Errorf("code %s, want %s", got, tt.code)
				}
			}
		})
	}
}

// TestAnyTableDamaged: whatever row is damaged, the program starts and works.
func TestAnyTableDamaged(t *testing.T) {
	for _, way := range []func([]byte) []byte{
		func(b []byte) []byte { return b[:len(b)-3] }, func([]byte) []byte { return []byte{} },
		// whole, and yet no sense
		func(b []byte) []byte { return store.TextValue(store.StoredRev(b), "", []byte(`{"id":5,"kind":[]}`)) },
	} {
		full, s := fullRegister(t)
		full.must("savePreset",
			forming.SavePresetReq{Preset: forming.Preset{Name: "Месяц", Period: forming.PeriodPrevious}}, nil)
		full.must("chooseCode", app.ChooseCodeReq{Query: "дорога яма", Code: "0003.0009.0097.0694"}, nil)
		n := 0
		for _, table := range store.Tables() {
			keys, err := s.Keys(t.Context(), table)
			if err != nil || store.IsBinary(table) {
				continue
			}
			for _, key := range keys {
				s.Spoil(table, key, way)
				n++
			}
		}
		c := newCore(t, s, today)
		if got := len(c.damaged()); got == 0 || got > n {
			t.Errorf("%d of %d damaged rows are named", got, n)
		}
		// The damaged profile has a stand-in that can be filled in and saved.
		c.fillProfile("first", "Администрация села Примерное", body1)
		c.save(direct("9-ОГ", "2026-10-05"))
		c.must("presets", forming.PresetsReq{}, nil)
		c.must("ownResults", tables.OwnResultsReq{}, nil)
		c.must("logs", app.LogsReq{}, nil)
		c.must("sweep", app.SweepReq{}, nil)
		for _, row := range c.damaged() {
			c.mend(row, app.MendRemove)
		}
		if c = newCore(t, s, today); len(c.damaged()) != 0 || len(c.register(query.RegisterReq{}).Rows) != 1 {
			t.Errorf("after all was removed: %+v", c.damaged())
		}
	}
}

// TestDamagedInBackup: what is left of a damaged record goes with the backup,
// and a copy made before the damage brings the record back in its place.
func TestDamagedInBackup(t *testing.T) {
	c, s := newFilled(t)
	ap := c.save(direct("1-ОГ", "2026-10-05")).Appeal
	before := c.backup()
	s.Spoil(store.Appeals, ap.ID, spoilt("Иванов", "Иваноф"))
	c = newCore(t, s, today)
	left := c.must("damagedFile", app.DamagedID{Table: "appeals", Key: ap.ID}, nil)[0]

	other := newCore(t, store.NewMemory(), today)
	other.must("restore", app.RestoreReq{}, nil, c.backup())
	rows := other.damaged()
	if len(rows) != 1 || !rows[0].Kept || rows[0].Number != "1-ОГ" || !rows[0].Readable {
		t.Fatalf("%+v", rows)
	}
	if got := other.must("damagedFile", app.DamagedID{Table: "appeals", Key: ap.ID, Kept: true}, nil)[0]; !bytes.Equal(
		got, left) {
		t.Errorf("%q is left, want %q", got, left)
	}
	if rows := other.mend(rows[0], app.MendAsRead); len(rows) != 0 ||
		other.get(ap.ID).Appeal.Name != "Иваноф Иван Иванович" {
		t.Errorf("%+v", rows)
	}

	c.must("mergeOpen", incoming.MergeOpenReq{Names: []string{"Копия.zip"}}, nil, before)
	c.must("mergeApply", incoming.MergeApplyReq{}, nil)
	for _, c := range []*core{c, newCore(t, s, today)} {
		if got := c.get(ap.ID).Appeal; got.Name != ap.Name || len(c.damaged()) != 0 {
			t.Errorf("from the copy: %q, damaged %+v", got.Name, c.damaged())
		}
	}
}

// TestSavedBeforeTheCoreStopped: a save that was done and never answered is no
// change by somebody else; one by somebody else still is.
func TestSavedBeforeTheCoreStopped(t *testing.T) {
	c, _ := newFilled(t)
	sent := direct("1-ОГ", "2026-10-05")
	sent.Address = "с. Примерное, д. 1 " // normalised when stored
	c.save(sent)
	typed := sent.Clone()
	typed.Address = "с. Примерное, д. 12"
	c.refused("conflict", "saveAppeal", app.SaveAppealReq{Appeal: typed})
	var card app.Card
	c.must("saveAppeal", app.SaveAppealReq{Appeal: typed, Unanswered: []appeal.Appeal{sent}}, &card)
	if card.Appeal.Address != typed.Address {
		t.Errorf("%q", card.Appeal.Address)
	}
	foreign := card.Appeal.Clone()
	foreign.Name = "Другой Пётр"
	c.save(foreign)
	c.refused("conflict", "saveAppeal",
		app.SaveAppealReq{Appeal: card.Appeal, Unanswered: []appeal.Appeal{sent, typed}})
	if name := c.get(sent.ID).Appeal.Name; !strings.HasPrefix(name, "Другой") {
		t.Errorf("written over: %q", name)
	}
}

// TestDamagedKeysTellNothing: the key of a damaged row from a backup contains no word of it; with a
// passphrase nothing in the store does. Rows of older versions, whose keys did, get new keys.
func TestDamagedKeysTellNothing(t *testing.T) {
	const words = "приметная дорога"
	r := vaulttest.New()
	c := newVaulted(t, r, today)
	c.hello()
	c.work()
	old := []store.Op{{Table: store.Damaged, Key: "choices/" + words, Data: []byte("half of " + words)},
		{Table: store.Damaged, Key: "appeals/a/b", Data: []byte{0, 10, 10, 255}}}
	if _, err := r.All["base"].Write(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	check := func(c *core, step string) {
		t.Helper()
		rows := c.damaged()
		if len(rows) != 2 || !rows[0].Kept || !rows[1].Kept {
			t.Fatalf("%s: %+v", step, rows)
		}
		want := map[string]string{"choices/" + words: "half of " + words, "appeals/a/b": "\x00\n\n\xff"}
		for _, row := range rows {
			left := c.must("damagedFile", app.DamagedID{Table: row.Table, Key: row.Key, Kept: true}, nil)[0]
			if want[row.Table+"/"+row.Key] != string(left) {
				t.Errorf("%s: %s/%s holds %q", step, row.Table, row.Key, left)
			}
		}
		for name, memory := range r.All {
			keys, err := memory.Keys(t.Context(), store.Damaged)
			if err != nil || strings.Contains(strings.Join(keys, " "), "/") {
				t.Errorf("%s: keys %q in %s, %v", step, keys, name, err)
			}
		}
	}
	c = newVaulted(t, r, today)
	c.hello()
	check(c, "moved")
	var b app.BackupRes
	backup := c.must("backup", app.BackupReq{}, &b)[0]
	c.must("setLock", app.SetLockReq{New: lockPass}, nil)
	if found := inSight(t, r, words); len(found) > 0 {
		t.Errorf("under a passphrase the words lie open in %q", found)
	}
	c.must("restore", app.RestoreReq{}, nil, backup)
	check(c, "restored")
	if found := inSight(t, r, words); len(found) > 0 {
		t.Errorf("after the restore the words lie open in %q", found)
	}
	for _, row := range c.damaged() {
		c.mend(row, app.MendRemove)
	}
	if rows := c.damaged(); len(rows) > 0 {
		t.Errorf("left: %+v", rows)
	}
}
