package app_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// TestPutFile: what is taken comes back byte for byte; what is not says why.
func TestPutFile(t *testing.T) {
	c, s := newFilled(t)
	data := noise(1, 100_000)
	att := c.put(`C:\Мои документы\ Ответ.PDF`, data)
	if att.Name != "Ответ.PDF" || att.Size != 100_000 || len(att.SHA256) != 64 {
		t.Errorf("%+v", att)
	}
	got := newCore(t, s, today).must("getFile", app.GetFileReq{FileID: att.FileID}, nil)
	if len(got) != 1 || !bytes.Equal(got[0], data) {
		t.Error("other bytes")
	}
	big := make([]byte, 8<<20)
	one := func(name string, size int64) []rules.FileInfo { return []rules.FileInfo{{Name: name, Size: size}} }
	for name, row := range map[string]struct {
		files []rules.FileInfo
		bytes [][]byte
		rule  string
	}{
		"8 MiB":              {one("Ответ.pdf", 8<<20), [][]byte{big}, "B-41.2"},
		"forbidden":          {one("Ответ.exe", 3), [][]byte{[]byte("abc")}, "B-41.1"},
		"no extension":       {one("Ответ", 3), [][]byte{[]byte("abc")}, "B-41.1"},
		"empty":              {one("Ответ.pdf", 0), [][]byte{{}}, "B-41.3"},
		"two files":          {append(one("a.pdf", 3), one("b.pdf", 3)...), [][]byte{[]byte("abc")}, "B-27"},
		"none":               {nil, nil, "B-27"},
		"largest that fits":  {one("Ответ.pdf", 7_499_997), [][]byte{big[:7_499_997]}, ""},
		"one byte too large": {one("Ответ.pdf", 7_499_998), [][]byte{big[:7_499_998]}, "B-41.2"},
	} {
		var res app.PutFileRes
		c.must("putFile", app.PutFileReq{Files: row.files}, &res, row.bytes...)
		rule := ""
		if len(res.Findings) > 0 {
			rule = res.Findings[0].Rule
		}
		if rule != row.rule || len(res.Findings) > 1 || (res.Attachment != nil) != (rule == "") {
			t.Errorf("%s: %+v", name, res)
		}
	}
	c.refused("file", "putFile", app.PutFileReq{Files: one("Ответ.pdf", 3)}, []byte("ab"))
	c.refused("file", "putFile", app.PutFileReq{Files: one("Ответ.pdf", 3)})
	if keys, err := s.Keys(t.Context(), store.Files); err != nil || len(keys) != 2 {
		t.Errorf("%d files are stored, want the 2 that were taken; %v", len(keys), err)
	}
}

// TestSweep removes old files that nothing holds, and no others.
func TestSweep(t *testing.T) {
	c, s := newFilled(t)
	used := c.put("a.pdf", []byte("used"))
	inTrash := c.put("b.pdf", []byte("in the trash"))
	ofOtherTab := c.put("c.pdf", []byte("used by a record of another tab"))
	orphan := c.put("d.pdf", []byte("taken away"))
	c.save(fromAdministration("А26-1", "2026-10-05", used))
	deleted := c.save(fromAdministration("А26-2", "2026-10-05", inTrash))
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{deleted.Appeal.ID}}, nil)
	newCore(t, s, today).save(fromAdministration("А26-3", "2026-10-05", ofOtherTab))

	for _, row := range []struct {
		age  time.Duration
		want int
	}{{0, 0}, {47 * time.Hour, 0}, {49 * time.Hour, 1}, {50 * time.Hour, 0}} {
		c.now = time.Now().Add(row.age) // ids of files hold the true time
		var res app.SweepRes
		if c.must("sweep", app.SweepReq{}, &res); res.Files != row.want {
			t.Errorf("after %v: %d files removed, want %d", row.age, res.Files, row.want)
		}
	}
	for _, att := range []*appeal.Attachment{used, inTrash, ofOtherTab} {
		c.must("getFile", app.GetFileReq{FileID: att.FileID}, nil)
	}
	c.refused("notFound", "getFile", app.GetFileReq{FileID: orphan.FileID})
}

// counting counts what is read of whole tables.
type counting struct {
	store.Store
	reads int
}

func (s *counting) All(ctx context.Context, table store.Table) ([]store.Row, error) {
	s.reads++
	return s.Store.All(ctx, table)
}

func (s *counting) Each(ctx context.Context, table store.Table, take func(int, []store.Row) error) error {
	s.reads++
	return s.Store.Each(ctx, table, take)
}

// TestSweepAsksMemory: a sweep that has nothing to take away reads no table, be
// the files held by a record, by an action that can be undone, or too young.
func TestSweepAsksMemory(t *testing.T) {
	s := &counting{Store: store.NewMemory()}
	c := newCore(t, s, today)
	c.filled()
	c.save(fromAdministration("А26-1", "2026-10-05", c.put("a.pdf", []byte("used"))))
	deleted := c.save(fromAdministration("А26-2", "2026-10-05", c.put("b.pdf", []byte("in the trash"))))
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{deleted.Appeal.ID}}, nil)
	c.put("c.pdf", []byte("young"))
	sweep := func(age time.Duration) (files int) {
		t.Helper()
		c.now, s.reads = time.Now().Add(age), 0 // ids of files hold the true time
		var res app.SweepRes
		c.must("sweep", app.SweepReq{}, &res)
		return res.Files
	}
	if n := sweep(47 * time.Hour); n != 0 || s.reads > 0 {
		t.Errorf("with a file that is too young: %d files removed, %d tables read", n, s.reads)
	}
	if n := sweep(49 * time.Hour); n != 1 || s.reads == 0 {
		t.Errorf("with one that nothing holds: %d files removed, %d tables read", n, s.reads)
	}
	if n := sweep(50 * time.Hour); n != 0 || s.reads > 0 {
		t.Errorf("with nothing to do: %d files removed, %d tables read", n, s.reads)
	}
}
