package app_test

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/exchange"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// content is all that a store holds, without revisions.
func content(t *testing.T, s store.Store) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, table := range store.Tables() {
		keys, err := s.Keys(t.Context(), table)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			row, err := s.Get(t.Context(), table, key)
			if err != nil {
				t.Fatal(err)
			}
			all[string(table)+"/"+key] = string(row.Data)
		}
	}
	return all
}

// fullRegister has a row in every table.
func fullRegister(t *testing.T) (*core, *store.Memory) {
	t.Helper()
	c, s := newFilled(t)
	c.save(fromAdministration("А26-1", "2026-10-05", c.put("Ответ.pdf", noise(1, 5000))))
	gone := c.save(direct("2-ОГ", "2026-10-05"))
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{gone.Appeal.ID}}, nil)
	c.must("saveBody", app.SaveBodyReq{Body: app.Body{DepartmentID: body2, Name: "Администрация"}}, nil)
	second := c.fillProfile("", "Школа № 5", body2)
	c.must("activateProfile", app.ProfileIDReq{ID: second.ID}, nil)
	c.save(direct("3-ОГ", "2026-10-05"))
	c.build(october)
	c.loadFormat(func(f map[string]any) { f["name"] = "Профиль области" })
	for _, table := range store.Tables() {
		switch table {
		case store.Presets, store.Sources, store.Opened, store.Logs, store.Mappings, store.Packs, store.Choices:
			continue // filled by tests of their own
		}
		if keys, err := s.Keys(t.Context(), table); err != nil || len(keys) == 0 {
			t.Fatalf("table %s is empty, %v", table, err)
		}
	}
	return c, s
}

func (c *core) backup() []byte {
	c.t.Helper()
	var res app.BackupRes
	files := c.must("backup", app.BackupReq{}, &res)
	if len(files) != 1 || int64(len(files[0])) != res.Size || res.Name != "РРО-форма_резервная_копия_"+c.now.Format("2006-01-02_15-04")+".zip" {
		c.t.Fatalf("%d files, %+v", len(files), res)
	}
	return files[0]
}

// TestBackupAndRestore: an empty register becomes equal, and so does one that
// held other things.
func TestBackupAndRestore(t *testing.T) {
	c, s := fullRegister(t)
	want := content(t, s)
	data := c.backup()
	if got := c.today(); got.Backup != "2026-11-02T12:00:00Z" || got.Unsaved != 0 {
		t.Errorf("after the backup: %+v", got)
	}
	_, otherStore := fullRegister(t)
	for name, s := range map[string]store.Store{"empty": store.NewMemory(), "other": otherStore} {
		r := newCore(t, s, "2026-11-09")
		if name == "other" {
			r.backup() // its time must not outlive the restore
		}
		var res app.RestoreRes
		r.must("restore", app.RestoreReq{}, &res, data)
		if got := content(t, s); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: other rows after the restore", name)
		}
		if res.Appeals != 2 || res.Archives != 1 || res.Created != "2026-11-02T12:00:00Z" {
			t.Errorf("%s: %+v", name, res)
		}
		if got := r.today(); got.Profile != "Школа № 5" || got.Backup != "" || got.All != 1 {
			t.Errorf("%s: %+v", name, got)
		}
		if got := r.format(); got.Builtin || got.Format.Name != "Профиль области" {
			t.Errorf("%s: format %+v", name, got)
		}
		card := r.get(r.register(app.RegisterReq{}).Rows[0].ID)
		r.save(card.Appeal) // revisions are those of this store
		r.fillProfile("first", "Администрация села Примерное", body1)
	}
}

// TestBadBackup: what is cut, changed or no backup at all changes nothing.
func TestBadBackup(t *testing.T) {
	c, s := fullRegister(t)
	data := c.backup()
	want := content(t, s)
	changed := bytes.Clone(data)
	changed[len(changed)/3] ^= 1
	for name, bad := range map[string][]byte{"cut": data[:len(data)/2], "changed": changed, "no zip": []byte("hello"),
		"empty": {}, "another zip": zipFile(t, "a.json", "{}")} {
		if e := c.refused("refused", "restore", app.RestoreReq{}, bad); e.Hint == "" {
			t.Errorf("%s: %+v", name, e)
		}
		if !reflect.DeepEqual(content(t, s), want) {
			t.Fatalf("%s: the register changed", name)
		}
	}
	c.refused("file", "restore", app.RestoreReq{})
	newer, err := exchange.WriteBackup(exchange.Dump{Program: "9.9", Version: store.Version() + 1})
	if err != nil {
		t.Fatal(err)
	}
	if c.refused("newer", "restore", app.RestoreReq{}, newer); !reflect.DeepEqual(content(t, s), want) {
		t.Error("a backup of a newer program changed the register")
	}
	if c.today().All != 1 {
		t.Error("the core forgot its records")
	}
}

// TestCancelledBackup: it is not remembered as made.
func TestCancelledBackup(t *testing.T) {
	c, _ := fullRegister(t)
	ctx, cancel := context.WithCancel(t.Context())
	ctx = rpc.WithProgress(ctx, func(int, int, string) { cancel() })
	if _, err := c.call(ctx, "backup", app.BackupReq{}, nil); err == nil || err.Code != rpc.CodeCancelled {
		t.Errorf("%v", err)
	}
	if got := c.today(); got.Backup != "" {
		t.Errorf("backup of %s", got.Backup)
	}
}

// TestUnsaved counts what was changed since the last backup.
func TestUnsaved(t *testing.T) {
	c, s := newFilled(t)
	for i := range 3 {
		c.save(direct(fmt.Sprint(i), "2026-10-05"))
	}
	c.backup()
	c.now = c.now.Add(time.Minute)
	c.save(direct("4-ОГ", "2026-10-05"))
	for _, c := range []*core{c, newCore(t, s, today)} {
		if got := c.today(); got.Unsaved != 1 || got.Backup == "" {
			t.Errorf("%+v", got)
		}
	}
}
