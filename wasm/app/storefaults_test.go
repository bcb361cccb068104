package app_test

import (
	"encoding/json"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/exchange"
	"rroform/wasm/forming"
	"rroform/wasm/incoming"
	"rroform/wasm/ledger"
	"rroform/wasm/packs"
	"rroform/wasm/query"
	"rroform/wasm/rules"
	"rroform/wasm/store"
	"rroform/wasm/tables"
)

// TestNoRoom: what does not fit is undone whole, and is done once there is room.
func TestNoRoom(t *testing.T) {
	source, _ := fullRegister(t)
	copied := source.backup()
	handed, _ := newFilled(t)
	handed.save(fromAdministration("А26-7", "2026-10-05", handed.put("Ответ.pdf", noise(7, 9000))))
	var name app.HandoverRes
	handover := handed.must("handover", app.HandoverReq{}, &name)[0]

	s := store.NewMemory()
	f := &faulty{Store: s}
	c := newCore(t, f, today)
	c.fillProfile("first", "Администрация села Примерное", body1)
	ap := c.save(direct("1-ОГ", "2026-10-05")).Appeal
	var table tables.TableInfo
	var offer packs.PackOffer
	csv := []byte("Рег. №;Дата поступления;ФИО;Напрямую\n5-ОГ;05.10.2026;Петров;да\n6-ОГ;05.10.2026;Сидоров;да\n")
	for _, tt := range []struct {
		name    string
		prepare func()
		do      string
		req     func() any
		file    [][]byte
		parts   int // writes that the operation makes at least
	}{
		{"typing", nil, "saveAppeal", func() any {
			ap.Rev = 1
			ap.Name = "Петрова"
			return app.SaveAppealReq{Appeal: ap}
		}, nil, 1},
		{"mass", nil, "massEdit", func() any {
			return app.MassReq{IDs: []string{ap.ID}, Apply: true, Edit: app.MassEdit{Code: "0005.0005.0056.1161"}}
		}, nil, 1},
		{"import", func() {
			c.must("openTable", tables.OpenTableReq{Name: "т.csv", Kind: tables.TableText}, &table, csv)
		}, "importTable",
			func() any { return tables.ImportTableReq{ID: table.ID} }, nil, 1},
		{"merge", func() { c.must("mergeOpen", incoming.MergeOpenReq{Names: []string{"п.zip"}}, nil, handover) },
			"mergeApply",
			func() any { return incoming.MergeApplyReq{} }, nil, 1},
		{"archive", nil, "build", func() any { return forming.PlanReq{Month: october} }, nil, 2},
		{"restore", nil, "restore", func() any { return app.RestoreReq{} }, [][]byte{copied}, 2},
		{"profile", nil, "saveProfile", func() any {
			var all app.ProfilesRes
			c.must("profiles", app.ProfilesReq{}, &all)
			p := all.Profiles[0].Profile
			p.Position += " отдела"
			return app.SaveProfileReq{Profile: p}
		}, nil, 1},
		{"open archive", nil, "openArchive", func() any { return app.OpenArchiveReq{Name: "а.zip"} },
			[][]byte{zipFile(t, "1.json", strings.Replace(bareEntry, "NUMBER", "900-ОГ", 1))}, 1},
		{"zero report", nil, "buildZero", func() any { return forming.ZeroReq{Zero: nothingCame(october.Prev())} }, nil,
			2},
		{"answer file", nil, "putFile", func() any {
			return app.PutFileReq{Files: []rules.FileInfo{{Name: "о.pdf", Size: 9000}}}
		}, [][]byte{noise(8, 9000)}, 1},
		{"preset", nil, "savePreset", func() any {
			return forming.SavePresetReq{Preset: forming.Preset{Name: "Месяц", Period: forming.PeriodPrevious}}
		}, nil, 1},
		{"body", nil, "saveBody", func() any {
			return app.SaveBodyReq{Body: packs.Body{DepartmentID: body2, Name: "Дума"}}
		}, nil, 1},
		{"directory", func() {
			c.must("readPack", packs.ReadPackReq{Kind: "bodies", Name: "о.csv",
				Text: "Управа;89729055-843A-4EEB-88E1-71535B245D61", Edition: "01.10.2026"}, &offer)
		}, "takePack", func() any { return app.TakePackReq{ID: offer.ID, Parts: []int{0}} }, nil, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.prepare != nil {
				tt.prepare()
			}
			want := content(t, s)
			for n := range 2 * tt.parts {
				after, full := n/2, []error{store.ErrQuota, store.ErrDisk}[n%2]
				f.write, f.writes, f.after = full, 0, after
				_, e := c.call(t.Context(), tt.do, tt.req(), nil, tt.file...)
				f.write = nil
				if e == nil || e.Code != "quota" || !strings.Contains(e.Text, "мест") ||
					!strings.Contains(e.Hint, "Освободите место") || strings.Contains(e.Text+e.Hint, "приватн") {
					t.Fatalf("after %d writes, %v: %+v", after, full, e)
				}
				if c.must("sweep", app.SweepReq{}, nil); after == 0 {
					if got := content(t, s); !sameRows(got, want, "") {
						t.Errorf("after %d writes the store has changed", after)
					}
				} else if got := content(t, s); !sameRows(got, want, "parts/") {
					t.Errorf("after %d writes the store has changed", after)
				}
			}
			c.must(tt.do, tt.req(), nil, tt.file...)
			if sameRows(content(t, s), want, "") {
				t.Error("with room it did nothing")
			}
		})
	}
}

// sameRows compares stores, but for keys that begin so: parts of an archive that
// no journal names, which are swept two days later.
func sameRows(got, want map[string]string, but string) bool {
	n := 0
	for key, row := range got {
		if but != "" && strings.HasPrefix(key, but) && want[key] == "" {
			continue
		}
		if n++; want[key] != row {
			return false
		}
	}
	return n == len(want)
}

// TestWipedStore: the register in memory outlives the storage, and can be
// carried away together with what is on the screen.
func TestWipedStore(t *testing.T) {
	f := &faulty{Store: store.NewMemory()}
	c := newCore(t, f, today)
	c.fillProfile("first", "Администрация села Примерное", body1)
	ap := c.save(direct("1-ОГ", "2026-10-05")).Appeal
	c.save(direct("2-ОГ", "2026-10-05"))
	made := c.build(october)
	f.fail = store.ErrWiped
	typed := ap.Clone()
	typed.Name = "Петрова Мария"
	if e := c.refused("wiped", "saveAppeal", app.SaveAppealReq{Appeal: typed}); !strings.Contains(e.Text, "очистил") ||
		!strings.Contains(e.Hint, "в файл") {
		t.Errorf("%+v", e)
	}
	c.refused("wiped", "reload", app.ReloadReq{})
	if got := c.register(query.RegisterReq{}).Rows; len(got) != 2 {
		t.Fatalf("%d appeals are left in memory", len(got))
	}
	for _, whole := range []bool{false, true} {
		if whole {
			f.fail = nil
		}
		var res app.RescueRes
		file := c.must("rescue", app.RescueReq{Drafts: []appeal.Appeal{typed, direct("3-ОГ", "2026-10-05")}}, &res)[0]
		if res.Appeals != 3 || res.Whole != whole || res.Size != int64(len(file)) {
			t.Errorf("%+v", res)
		}
		other := newCore(t, store.NewMemory(), today)
		other.must("restore", app.RestoreReq{}, nil, file)
		if got := other.get(ap.ID).Appeal; got.Name != "Петрова Мария" || len(got.History) == 0 {
			t.Errorf("%+v", got)
		}
		if rows := other.register(query.RegisterReq{}).Rows; len(rows) != 3 || len(other.journal()) != 1 ||
			other.journal()[0].ID != made.ID {
			t.Errorf("%v", numbers(rows))
		}
	}
}

// TestClockSetBack: the order of actions and archives does not depend on the clock, and the page warns
// that the clock is wrong.
func TestClockSetBack(t *testing.T) {
	c, s := newFilled(t)
	ap := c.save(direct("1-ОГ", "2026-10-05")).Appeal
	var first, second app.MassRes
	var hello app.HelloRes
	c.must("massEdit", app.MassReq{IDs: []string{ap.ID}, Apply: true, Edit: app.MassEdit{Code: "0005.0005.0056.1161"}},
		&first)
	one := c.build(october)
	c.backup()
	if c.must("hello", app.HelloReq{}, &hello); hello.Ahead != "" {
		t.Errorf("the clock is right: %q", hello.Ahead)
	}
	c.setDay("2026-10-20")
	if c.must("hello", app.HelloReq{}, &hello); hello.Ahead != "2026-11-02T12:00:00Z" {
		t.Errorf("ahead %q", hello.Ahead)
	}
	c.must("massEdit", app.MassReq{IDs: []string{ap.ID}, Apply: true, Edit: app.MassEdit{Code: "0003.0009.0097.0694"}},
		&second)
	two := c.build(october)
	if c.today().Unsaved != 1 {
		t.Error("a change after the backup is not counted")
	}
	for _, c := range []*core{c, newCore(t, s, "2026-10-20")} {
		var res app.ActionsRes
		c.must("actions", app.ActionsReq{}, &res)
		if len(res.Actions) != 2 || res.Actions[0].ID != second.Action.ID {
			t.Errorf("actions %+v", res.Actions)
		}
		if j := c.journal(); len(j) != 2 || j[0].ID != two.ID || j[1].ID != one.ID {
			t.Errorf("journal %+v", j)
		}
	}
	// Undone in the order of doing, to the very state before both.
	c.must("undo", app.UndoReq{ID: second.Action.ID}, nil)
	var undone ledger.UndoRes
	if c.must("undo", app.UndoReq{ID: first.Action.ID}, &undone); undone.Undone+len(undone.Skipped) != 1 {
		t.Errorf("%+v", undone)
	}
	// Twenty more under a clock that goes back and back: the oldest go first.
	for i := range 25 {
		c.now = c.now.AddDate(0, 0, -1)
		code := []string{"0005.0005.0056.1161", "0003.0009.0097.0694"}[i%2]
		c.must("massEdit", app.MassReq{IDs: []string{ap.ID}, Apply: true, Edit: app.MassEdit{Code: code}}, &second)
	}
	var res app.ActionsRes
	if c.must("actions", app.ActionsReq{}, &res); len(res.Actions) == 0 || second.Action == nil ||
		res.Actions[0].ID != second.Action.ID {
		t.Errorf("the latest action is not the first of %d", len(res.Actions))
	}
	if got := c.get(ap.ID).Appeal; got.Rev < 20 {
		t.Errorf("revision %d", got.Rev)
	}
}

// TestRescueIsABackup: what is rescued is sealed like any backup.
func TestRescueIsABackup(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	file := c.must("rescue", app.RescueReq{}, nil)[0]
	d, err := exchange.ReadBackup(strings.NewReader(string(file)), int64(len(file)), func(int64, int64) error {
		return nil
	})
	if err != nil || d.Head.Kind != exchange.KindBackup {
		t.Fatalf("%+v, %v", d.Head, err)
	}
	for _, row := range d.Text["appeals"] {
		if !json.Valid(row) {
			t.Errorf("%s", row)
		}
	}
}
