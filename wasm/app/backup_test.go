package app_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/exchange"
	"rroform/wasm/packs"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
	"rroform/wasm/store/storetest"
)

// content is what a store holds in these tables, none = in all, without revisions.
func content(t *testing.T, s store.Store, tables ...store.Table) map[string]string {
	t.Helper()
	all := map[string]string{}
	storetest.Each(t, s, func(table store.Table, row store.Row) { all[string(table)+"/"+row.Key] = string(row.Data) },
		tables...)
	return all
}

// fullRegister has a row in every table.
func fullRegister(t *testing.T) (*core, *store.Memory) {
	t.Helper()
	c, s := newFilled(t)
	c.save(fromAdministration("А26-1", "2026-10-05", c.put("Ответ.pdf", noise(1, 5000))))
	gone := c.save(direct("2-ОГ", "2026-10-05"))
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{gone.Appeal.ID}}, nil)
	c.must("saveBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: body2, Name: "Администрация"}}, nil)
	second := c.fillProfile("", "Школа № 5", body2)
	c.must("activateProfile", app.ProfileIDReq{ID: second.ID}, nil)
	c.save(direct("3-ОГ", "2026-10-05"))
	c.build(october)
	c.loadFormat(func(f map[string]any) { f["name"] = "Профиль области" })
	for _, table := range store.Tables() {
		switch table {
		case store.Presets, store.Sources, store.Opened, store.Logs, store.Mappings, store.Packs, store.Choices,
			store.Damaged:
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
	if len(files) != 1 || int64(len(files[0])) != res.Size ||
		res.Name != "РРО-форма_резервная_копия_"+c.now.Format("2006-01-02_15-04")+".zip" {
		c.t.Fatalf("%d files, %+v", len(files), res)
	}
	return files[0]
}

// TestBackupAndRestore: an empty register becomes equal, and so does one that
// held other things.
func TestBackupAndRestore(t *testing.T) {
	c, s := fullRegister(t)
	data := c.backup()
	want := content(t, s) // with the time of this copy
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
		if got := r.today(); got.Profile != "Школа № 5" || got.Backup != "2026-11-02T12:00:00Z" || got.Unsaved != 0 ||
			got.All != 1 {
			t.Errorf("%s: %+v", name, got)
		}
		if got := r.format(); got.Builtin || got.Format.Name != "Профиль области" {
			t.Errorf("%s: format %+v", name, got)
		}
		card := r.get(r.register(query.RegisterReq{}).Rows[0].ID)
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
	c.refused("file", "checkBackup", app.CheckBackupReq{})
	for _, bad := range [][]byte{[]byte("hello"), {}, zipFile(t, "a.json", "{}")} {
		c.refused("refused", "checkBackup", app.CheckBackupReq{}, bad)
		c.refused("refused", "restore", app.RestoreReq{Readable: true}, bad)
	}
	for _, h := range []exchange.Head{{Program: "9.9", Version: store.Version() + 1}} {
		newer := writeBackup(t, h, nil)
		for _, req := range []app.RestoreReq{{}, {Readable: true}} {
			if e := c.refused("newer", "restore", req, newer); !strings.Contains(e.Hint, "новую версию") {
				t.Errorf("%+v", e)
			}
		}
		c.refused("newer", "checkBackup", app.CheckBackupReq{}, newer)
	}
	if !reflect.DeepEqual(content(t, s), want) {
		t.Error("a bad file changed the register")
	}
	if c.today().All != 1 {
		t.Error("the core forgot its records")
	}
}

// writeBackup makes a backup of rows by table and key.
func writeBackup(t *testing.T, h exchange.Head, rows map[store.Table]map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := exchange.NewWriter(&out, h)
	if err != nil {
		t.Fatal(err)
	}
	for table, byKey := range rows {
		for key, data := range byKey {
			if err := w.Row(string(table), key, []byte(data)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestUnfitBackup: a file whose sums are right but whose rows this program
// could not start with is refused too.
func TestUnfitBackup(t *testing.T) {
	c, s := fullRegister(t)
	want := content(t, s)
	for name, rows := range map[string]map[store.Table]map[string]string{
		"a list":        {store.Appeals: {"1": "[]"}},
		"no JSON":       {store.Presets: {"1": "{"}},
		"unknown table": {"strange": {"1": "{}"}},
		"empty key":     {store.Appeals: {"": "{}"}},
		"setting":       {store.Settings: {"format": "7"}},
		"journal":       {store.Archives: {"1": `"x"`}},
	} {
		bad := writeBackup(t, exchange.Head{Version: store.Version()}, rows)
		if c.refused("refused", "restore", app.RestoreReq{}, bad); !reflect.DeepEqual(content(t, s), want) {
			t.Errorf("%s: the register changed", name)
		}
	}
}

// TestDamagedBackup cuts and changes a backup at many places: it is refused
// whole each time, nothing changes, and what is offered can be taken.
func TestDamagedBackup(t *testing.T) {
	c, s := fullRegister(t)
	data := c.backup()
	want := content(t, s)
	var bad [][]byte
	for i := 0; i < len(data); i += 1 + len(data)/150 {
		flipped := bytes.Clone(data)
		flipped[i] ^= 1 << (i % 8)
		bad = append(bad, flipped, data[:i])
	}
	offered, whole := 0, 0
	for i, file := range bad {
		c.refused("refused", "restore", app.RestoreReq{}, file)
		var res app.CheckBackupRes
		if _, err := c.call(t.Context(), "checkBackup", app.CheckBackupReq{}, &res, file); err != nil {
			if err.Code != "refused" {
				t.Fatalf("file %d: %v", i, err)
			}
			continue
		}
		if res.Damage == nil || res.Damage.Text == "" {
			t.Fatalf("file %d passes for whole", i)
		}
		if i%10 == 0 {
			other, into := fullRegister(t)
			before := content(t, into)
			other.refused("refused", "restore", app.RestoreReq{}, file)
			if !reflect.DeepEqual(content(t, into), before) {
				t.Fatalf("file %d changed the register", i)
			}
			var got app.RestoreRes
			other.must("restore", app.RestoreReq{Readable: true}, &got, file)
			if got.Appeals != res.Appeals || !reflect.DeepEqual(got.Missing, res.Damage.Missing) {
				t.Errorf("file %d: got %+v, offered %+v", i, got, res)
			}
			newCore(t, into, today) // it opens again
		}
		offered++
		if res.Appeals == 2 && len(res.Damage.Missing) == 0 {
			whole++
		}
	}
	if !reflect.DeepEqual(content(t, s), want) {
		t.Error("the register changed")
	}
	if offered < len(bad)*3/4 || whole == 0 {
		t.Errorf("of %d damaged files %d offered something, %d everything", len(bad), offered, whole)
	}
}

// TestSalvagedFile: an answer file that is damaged leaves its record and is
// named.
func TestSalvagedFile(t *testing.T) {
	c, _ := fullRegister(t)
	data := c.backup()
	at := bytes.Index(data, noise(1, 5000))
	if at < 0 {
		t.Fatal("the answer file does not stand in the backup as it is")
	}
	data[at+100] ^= 1
	var res app.CheckBackupRes
	c.must("checkBackup", app.CheckBackupReq{}, &res, data)
	missing := []string{"файлы ответов: читается 0 из 1", "обращение А26-1: файл ответа «Ответ.pdf»"}
	if res.Damage == nil || res.Appeals != 2 || res.Damage.OfAppeals != 2 ||
		!reflect.DeepEqual(res.Damage.Missing, missing) {
		t.Fatalf("%+v, %+v", res, res.Damage)
	}
	r := newCore(t, store.NewMemory(), today)
	r.must("restore", app.RestoreReq{Readable: true}, nil, data)
	r.must("activateProfile", app.ProfileIDReq{ID: "first"}, nil)
	for _, row := range r.register(query.RegisterReq{}).Rows {
		if q := r.get(row.ID).Appeal.Questions[0]; q.Attachment != nil {
			t.Errorf("%s keeps a file that is lost: %+v", row.Number, q.Attachment)
		}
	}
}

// failing is a store that fails at the nth write from now.
type failing struct {
	store.Store
	left int // 0 = never
}

func (f *failing) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	if f.left > 0 {
		if f.left--; f.left == 0 {
			return nil, store.ErrQuota
		}
	}
	return f.Store.Write(ctx, ops)
}

// TestRestoreIsAtomic: a write that fails, whichever it is, and a cancellation
// at any report leave what was there.
func TestRestoreIsAtomic(t *testing.T) {
	c, _ := fullRegister(t)
	data := c.backup()
	for n := 1; ; n++ {
		_, memory := newFilled(t)
		s := &failing{Store: memory}
		r := newCore(t, s, today)
		r.save(direct("9-ОГ", "2026-10-05"))
		before := content(t, s)
		s.left = n
		_, err := r.call(t.Context(), "restore", app.RestoreReq{}, nil, data)
		if err == nil {
			if n < 3 {
				t.Errorf("only %d writes: the files did not go first", n-1)
			}
			break
		}
		if err.Code != "quota" || !reflect.DeepEqual(content(t, s), before) {
			t.Fatalf("write %d: %v, or the register changed", n, err)
		}
	}
	for stop := 0; ; stop++ {
		r, s := newFilled(t)
		r.save(direct("9-ОГ", "2026-10-05"))
		before := content(t, s)
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		ctx = rpc.WithProgress(ctx, func(int, int, string) {
			if n++; n > stop {
				cancel()
			}
		})
		_, err := r.call(ctx, "restore", app.RestoreReq{}, nil, data)
		cancel()
		if err == nil {
			if stop < 4 {
				t.Errorf("only %d reports", stop)
			}
			break
		}
		if err.Code != rpc.CodeCancelled || !reflect.DeepEqual(content(t, s), before) {
			t.Fatalf("cancelled at report %d: %v, or the register changed", stop, err)
		}
	}
}

// TestKilledRestore: files that came before the page was killed go with the
// next sweep.
func TestKilledRestore(t *testing.T) {
	c, _ := fullRegister(t)
	data := c.backup()
	_, memory := newFilled(t)
	before := content(t, memory)
	s := &killed{Store: memory}
	r := newCore(t, s, "2026-11-20")
	if _, err := r.call(t.Context(), "restore", app.RestoreReq{}, nil, data); err == nil ||
		reflect.DeepEqual(content(t, memory), before) {
		t.Fatalf("%v, and nothing was staged", err)
	}
	again := newCore(t, memory, time.Now().AddDate(1, 0, 0).Format(time.DateOnly)) // ids hold the machine's time
	again.must("sweep", app.SweepReq{}, nil)
	if !reflect.DeepEqual(content(t, memory), before) {
		t.Error("the register changed")
	}
}

// killed takes files only, and then nothing at all.
type killed struct {
	store.Store
	dead bool
}

func (k *killed) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	if k.dead = k.dead || slices.ContainsFunc(ops, func(o store.Op) bool { return !store.IsBinary(o.Table) }); k.dead {
		return nil, store.ErrClosed
	}
	return k.Store.Write(ctx, ops)
}

// TestOldBackup: files of the first format are still read, and refused when
// changed.
func TestOldBackup(t *testing.T) {
	_, s := fullRegister(t)
	want := content(t, s)
	old := oldBackup(t, s)
	into := store.NewMemory()
	r := newCore(t, into, today)
	var res app.CheckBackupRes
	if r.must("checkBackup", app.CheckBackupReq{}, &res, old); res.Damage != nil || res.Appeals != 2 ||
		res.Archives != 1 || res.Files != 2 {
		t.Errorf("%+v", res)
	}
	r.must("restore", app.RestoreReq{}, nil, old)
	if got := r.today(); got.Backup != "2026-10-01T09:00:00Z" || got.Unsaved != 1 { // it was changed after this copy
		t.Errorf("%+v", got)
	}
	got := content(t, into)
	delete(got, "settings/lastBackup")
	if !reflect.DeepEqual(got, want) {
		t.Error("other rows after the restore")
	}
	old[insideLargest(t, old)] ^= 1 // not in a header: some bytes there mean nothing
	r.refused("refused", "restore", app.RestoreReq{}, old)
}

// insideLargest is the place of a byte in the middle of a zip's largest entry.
func insideLargest(t *testing.T, data []byte) int64 {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	largest := slices.MaxFunc(z.File, func(x, y *zip.File) int {
		return cmp.Compare(x.CompressedSize64, y.CompressedSize64)
	})
	at, err := largest.DataOffset()
	if err != nil {
		t.Fatal(err)
	}
	return at + int64(largest.CompressedSize64/2)
}

// oldBackup writes the store as programs before the second format did.
func oldBackup(t *testing.T, s store.Store) []byte {
	t.Helper()
	files := map[string][]byte{}
	for _, table := range store.Tables() {
		rows := map[string]json.RawMessage{}
		storetest.Each(t, s, func(_ store.Table, row store.Row) {
			if store.IsBinary(table) {
				files["files/"+string(table)+"/"+row.Key] = row.Data
			} else {
				rows[row.Key] = row.Data
			}
		}, table)
		if !store.IsBinary(table) {
			data, err := json.Marshal(rows)
			if err != nil {
				t.Fatal(err)
			}
			files["tables/"+string(table)+".json"] = data
		}
	}
	sums := map[string]string{}
	list := []string{"rroform-backup.json", ""}
	for name, data := range files {
		sums[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		list = append(list, name, string(data))
	}
	head, err := json.Marshal(map[string]any{"format": "rroform-backup-1", "created": "2026-10-01T09:00:00Z",
		"program": "0.1.0", "version": 1, "sha256": sums})
	if err != nil {
		t.Fatal(err)
	}
	list[1] = string(head)
	return zipFile(t, list...)
}

// TestSameBackup: restored elsewhere, the register's backup has the same
// content, by its hash.
func TestSameBackup(t *testing.T) {
	c, _ := fullRegister(t)
	var first, second app.BackupRes
	data := c.must("backup", app.BackupReq{}, &first)[0]
	r := newCore(t, store.NewMemory(), "2027-01-01")
	r.must("restore", app.RestoreReq{}, nil, data)
	r.must("backup", app.BackupReq{}, &second)
	var told app.CheckBackupRes
	r.must("checkBackup", app.CheckBackupReq{}, &told, data)
	if first.Content == "" || first.Content != second.Content || told.Content != first.Content {
		t.Errorf("%q, %q, %q", first.Content, second.Content, told.Content)
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
