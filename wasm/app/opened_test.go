package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/schema"
	"rroform/wasm/store"
)

// entryText is an entry without errors; over are words and what stands there instead.
func entryText(number string, over ...string) string {
	text := `{"departmentId":"` + body1 + `","isDirect":true,"format":"Other","number":"` + number +
		`","createDate":"2026-10-05",` +
		`"name":"Заявитель` + number + `","address":"г. Калуга, ул. Циолковского, д.8",` +
		`"questions":[{"code":"0003.0009.0097.0694","status":"InWork","incomingDate":"2026-10-05",` +
		`"registrationDate":"2026-10-06"}]}`
	for i := 0; i < len(over); i += 2 {
		text = strings.Replace(text, over[i], over[i+1], 1)
	}
	return text
}

func (c *core) openArchive(name string, data []byte) app.OpenArchiveRes {
	c.t.Helper()
	var res app.OpenArchiveRes
	c.must("openArchive", app.OpenArchiveReq{Name: name}, &res, data)
	return res
}

func (c *core) opened(id string) app.OpenedArchiveRes {
	c.t.Helper()
	var res app.OpenedArchiveRes
	c.must("openedArchive", app.OpenedArchiveReq{ID: id, Size: 1000}, &res)
	return res
}

func (c *core) saveOpened(id string) (app.SaveOpenedRes, []archive.File) {
	c.t.Helper()
	var res app.SaveOpenedRes
	var files []archive.File
	for _, part := range c.must("saveOpened", app.OpenedIDReq{ID: id}, &res) {
		of, err := archive.Open(part)
		if err != nil {
			c.t.Fatal(err)
		}
		files = append(files, of...)
	}
	return res, files
}

func (c *core) accept(req app.AcceptOpenedReq) app.AcceptOpenedRes {
	c.t.Helper()
	var res app.AcceptOpenedRes
	c.must("acceptOpened", req, &res)
	return res
}

func row(t *testing.T, res app.OpenedArchiveRes, place string) app.OpenedRow {
	t.Helper()
	for _, r := range res.Rows {
		if r.Place == place {
			return r
		}
	}
	t.Fatalf("no row %s in %+v", place, res.Rows)
	return app.OpenedRow{}
}

// TestStory15 (003:179): archives of ЛАРМ and of other programs are opened,
// checked and saved unchanged. Every document of the kit, opened and saved untouched,
// comes back byte for byte under its own name; also after a restart.
func TestStory15(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/archives/*.txtar")
	if err != nil || len(paths) < 90 {
		t.Fatalf("%d documents, %v", len(paths), err)
	}
	var namesAndTexts []string
	add := func(name, text string) { namesAndTexts = append(namesAndTexts, name, text) }
	for _, path := range paths {
		kit, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range kit.Files {
			add(strings.TrimSuffix(filepath.Base(path), ".txtar")+"/"+f.Name, string(f.Data))
		}
	}
	add("1251.json", "\xef\xf0\xe8\xe2\xe5\xf2")
	add(`папка\файл.json`, "\xff\xfe{\x00}\x00")
	add("вложенный.zip", string(zipFile(t, "a.json", "{}")))
	add("пустой.txt", "")
	add("a.json", entryText("А26-1", `"InWork"`,
		`"Explained","responseDate":"2026-10-20","attachment":{"name":"Ответ.pdf","content":"`+
			strings.Repeat("QUJD", 3000)+`"}`))
	add("a.json", entryText("2")) // the same name twice
	c, s := newFilled(t)
	id := c.openArchive("Чужой.zip", zipFile(t, namesAndTexts...)).ID
	for _, c := range []*core{c, newCore(t, s, today)} {
		res, files := c.saveOpened(id)
		if len(res.Parts) != 1 || res.Parts[0].Name != "Чужой_исправленный.zip" || res.Edited != 0 ||
			res.AsIs != len(namesAndTexts)/2 {
			t.Errorf("%+v", res)
		}
		if len(files) != len(namesAndTexts)/2 {
			t.Fatalf("%d files of %d", len(files), len(namesAndTexts)/2)
		}
		for i, f := range files {
			if f.Raw != namesAndTexts[2*i] || string(f.Data) != namesAndTexts[2*i+1] {
				t.Errorf("%s came back as %s with %.100s", namesAndTexts[2*i], f.Name, f.Data)
			}
		}
	}
	all := c.opened(id)
	if n := all.Counts; n.Fits < 1 || n.Findings < 40 || n.Unreadable < 8 || n.Foreign != 3 || n.Edited+n.Removed != 0 {
		t.Errorf("counts %+v", n)
	}
	for _, r := range all.Rows {
		switch {
		case r.Verdict == app.EntryUnreadable &&
			(len(r.Notes) != 1 || r.Line == 0 || !strings.Contains(r.Notes[0], "строка")):
			t.Errorf("%s: no place: %+v", r.Place, r)
		case r.Verdict == app.EntryFindings && r.Remarks == 0, r.Verdict == app.EntryFits && len(r.Notes) > 0,
			r.Verdict == app.EntryFindings && len(r.Notes) == 0, r.Verdict == app.EntryForeign && len(r.Notes) == 0:
			t.Errorf("%+v", r)
		}
	}
	if r := row(t, all, "string_boolean/entry.json"); r.Number != "154-ОГ" ||
		!strings.HasSuffix(r.Notes[0], "найдено — «true», прочитано — да.") {
		t.Errorf("%+v", r)
	}
}

// TestOpenedVerdict: what the rules and the reader let pass, but not the
// schema, is no «подходит».
func TestOpenedVerdict(t *testing.T) {
	c, _ := newFilled(t)
	id := c.openArchive("a.zip", zipFile(t, "good.json", entryText("1"), "date.json",
		entryText("2", `"InWork"`, `"InWork","responseDate":"2026-10-20"`),
		"body.json", entryText("3", body1, "район"), "error.json", entryText("4", "0694", "0000"))).ID
	res := c.opened(id)
	for place, want := range map[string]string{"good.json": "fits 0", "date.json": "findings 1",
		"body.json": "findings 1", "error.json": "findings 1"} {
		if r := row(t, res, place); fmt.Sprintf("%s %d", r.Verdict, r.Remarks) != want {
			t.Errorf("%s: %+v, want %s", place, r, want)
		}
	}
	if r := row(t, res, "date.json"); len(r.Notes) != 1 ||
		r.Notes[0] != "«Дата ответа», вопрос 1: этого поля здесь быть не должно." {
		t.Errorf("notes %q", r.Notes)
	}
	var only app.OpenedArchiveRes
	c.must("openedArchive", app.OpenedArchiveReq{ID: id, Remarks: true, Page: 1, Size: 2}, &only)
	if only.Total != 3 || len(only.Rows) != 1 || only.Rows[0].Place != "error.json" {
		t.Errorf("%+v", only)
	}
}

// TestOpenedEdit: an edited entry is written new with its unknown keys, the others keep their bytes.
// If the edit is reverted, the entry counts as unedited.
func TestOpenedEdit(t *testing.T) {
	c, _ := newFilled(t)
	odd := "\xef\xbb\xbf" + entryText("1", `"name"`, `"Big": 12345678901234567890.50, "name"`, `"InWork"`,
		`"InWork","executor":{"id":12345678901234567891}`)
	other := entryText("2", `"number"`, `"Number"`)
	id := c.openArchive("Чужой.ZIP", zipFile(t, "папка/odd.json", odd, "other.json", other, "readme.txt", "text")).ID
	card := c.get(row(t, c.opened(id), "папка/odd.json").ID)
	if card.Archive == nil || card.Archive.File != "Чужой.ZIP" {
		t.Fatalf("%+v", card.Archive)
	}
	// The page sends the record through JavaScript, whose numbers are float64.
	edit := func(field, value string) {
		t.Helper()
		var record map[string]any
		data, _ := json.Marshal(c.get(card.Appeal.ID).Appeal)
		if err := json.Unmarshal(data, &record); err != nil {
			t.Fatal(err)
		}
		record[field] = value
		c.must("saveAppeal", map[string]any{"appeal": record}, nil)
	}
	edit("name", "Петров")
	res, files := c.saveOpened(id)
	if res.Edited != 1 || res.AsIs != 2 || res.Parts[0].Name != "Чужой_исправленный.zip" {
		t.Errorf("%+v", res)
	}
	want := strings.Replace(entryText("1", "Заявитель1", "Петров", `}]}`, `,"executor":{"id":12345678901234567891}}]}`),
		`]}`, `],"Big":12345678901234567890.50}`, 1)
	if got := string(files[0].Data); got != want || files[0].Name != "папка/odd.json" {
		t.Errorf("%s\n got %s\nwant %s", files[0].Name, got, want)
	}
	if string(files[1].Data) != other || string(files[2].Data) != "text" {
		t.Error("what nobody touched was changed")
	}
	if r := row(t, c.opened(id), "папка/odd.json"); !r.Edited || len(r.Notes) > 0 || r.Verdict != app.EntryFits {
		t.Errorf("%+v", r)
	}
	moved, _ := newFilled(t) // where each record has revision 1
	moved.must("restore", app.RestoreReq{}, nil, c.backup())
	if res, _ := moved.saveOpened(id); res.Edited != 1 || !row(t, moved.opened(id), "папка/odd.json").Edited {
		t.Errorf("after a restore %+v", res)
	}
	edit("name", "Заявитель1")
	if _, files := c.saveOpened(id); string(files[0].Data) != odd {
		t.Error("edited back, yet not byte for byte")
	}
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{card.Appeal.ID}}, nil)
	if _, files := c.saveOpened(id); len(files) != 2 ||
		row(t, c.opened(id), "папка/odd.json").Verdict != app.EntryRemoved {
		t.Errorf("a deleted entry is there: %d", len(files))
	}
}

// TestOpenedApart: the register does not show appeals of open archives, the same file is opened only
// once, and closing deletes all of its rows.
func TestOpenedApart(t *testing.T) {
	c, s := newFilled(t)
	c.save(direct("1", "2026-10-05"))
	data := zipFile(t, "a.json", entryText("1"), "b.json", "{", "c.json", entryText("2"))
	kept := []store.Table{store.Appeals, store.Opened, store.Sources, store.Files, store.Profiles}
	before := content(t, s, kept...)
	first := c.openArchive("a.zip", data)
	if again := c.openArchive("b.zip", data); !again.Again || again.ID != first.ID {
		t.Errorf("%+v, %+v", first, again)
	}
	second := c.openArchive("c.zip", zipFile(t, "a.json", entryText("1")))
	var list app.OpenedArchivesRes
	if c.must("openedArchives", nil, &list); len(list.Archives) != 2 || second.Again {
		t.Errorf("%+v", list)
	}
	var now app.TodayRes
	c.must("today", nil, &now)
	var profiles app.ProfilesRes
	c.must("profiles", nil, &profiles)
	if r := c.register(query.RegisterReq{}); r.All != 1 || now.All != 1 || now.Month.Ready != 1 ||
		len(profiles.Profiles) != 1 || profiles.Profiles[0].Appeals != 1 {
		t.Errorf("register %d, today %+v, profiles %+v", r.All, now, profiles)
	}
	for _, r := range c.opened(first.ID).Rows {
		if r.ID == "" {
			continue
		}
		if found := c.get(r.ID).Findings; len(found) > 0 {
			t.Errorf("%s: %+v", r.Place, found)
		}
	}
	if n := c.build(october).Count; n != 1 {
		t.Errorf("%d entries in the register's archive", n)
	}
	var deleted ledger.ActionInfo
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{row(t, c.opened(first.ID), "c.json").ID}}, &deleted)
	for _, id := range []string{first.ID, second.ID} {
		c.must("closeOpened", app.OpenedIDReq{ID: id}, nil)
	}
	var undone ledger.UndoRes
	if c.must("undo", app.UndoReq{ID: deleted.ID}, &undone); undone.Undone != 0 || len(undone.Skipped) != 1 {
		t.Errorf("an appeal came back to a closed archive: %+v", undone)
	}
	c.refused("closed", "openedArchive", app.OpenedArchiveReq{ID: first.ID})
	if after := content(t, s, kept...); !reflect.DeepEqual(after, before) {
		t.Errorf("%s\nbefore %s", after, before)
	}
}

// TestOpenRefused: what is no archive, and what is cancelled, changes nothing.
func TestOpenRefused(t *testing.T) {
	c, s := newFilled(t)
	before := fmt.Sprint(content(t, s))
	for name, data := range map[string][]byte{"no zip": []byte("hello"), "no JSON": zipFile(t, "a.txt", "x"),
		"empty": zipFile(t)} {
		if e := c.refused("refused", "openArchive", app.OpenArchiveReq{Name: "a.zip"}, data); !strings.Contains(
			e.Hint, "Ничего не изменилось") {
			t.Errorf("%s: %+v", name, e)
		}
	}
	file := `"Explained","responseDate":"2026-10-20","attachment":{"name":"Ответ.pdf","content":"` +
		strings.Repeat("QUJD", 3<<20) + `"}`
	var entries []string
	for i := range 4 {
		entries = append(entries, fmt.Sprintf("%d.json", i), entryText("А26-1", `"InWork"`, file))
	}
	ctx, cancel := context.WithCancel(t.Context())
	ctx = rpc.WithProgress(ctx, func(done, _ int, _ string) {
		if done == 3 {
			cancel()
		}
	})
	if _, err := c.call(ctx, "openArchive", app.OpenArchiveReq{Name: "a.zip"}, nil,
		zipFile(t, entries...)); err == nil || err.Code != rpc.CodeCancelled {
		t.Fatalf("not cancelled: %v", err)
	}
	if after := fmt.Sprint(content(t, s)); after != before {
		t.Errorf("%.300s\nbefore %.300s", after, before)
	}
}

// TestAccept: new appeals come into the register with the bytes of what was
// not edited, which go into the next archive where nothing had to be mended.
func TestAccept(t *testing.T) {
	c, s := newFilled(t)
	pretty := strings.ReplaceAll(entryText("1", body1, strings.ToLower(body1)), `,"`, ",\n  \"")
	file := []byte(strings.Repeat("%PDF", 1000))
	withFile := entryText("А26-3", `"isDirect":true`, `"isDirect":false`, `"InWork"`,
		`"Explained","responseDate":"2026-10-20","attachment":{"content":"`+
			base64Of(file)+`","name":"Ответ.pdf"},"x":[1]`)
	mended := entryText("2", "true", `"true"`, `"name"`, `"version":6,"name"`)
	data := zipFile(t, "1.json", pretty, "2.json", mended, "3.json", withFile, "4.json", entryText("4", body1, body2),
		"5.json", "{")
	id := c.openArchive("Чужой.zip", data).ID
	if n := c.opened(id).Counts; n.OtherBody != 1 {
		t.Errorf("%+v", n)
	}
	res := c.accept(app.AcceptOpenedReq{ID: id})
	if res.Taken.New != 3 || res.OtherBody != 1 || res.Unreadable != 1 || res.Conflicts != 0 ||
		res.Taken.Action == nil {
		t.Fatalf("%+v", res)
	}
	if again := c.accept(app.AcceptOpenedReq{ID: id}); again.Taken.Same != 3 || again.Taken.New != 0 {
		t.Errorf("again: %+v", again)
	}
	c = newCore(t, s, today)
	got := map[string]string{}
	read := func(m appeal.Month) {
		t.Helper()
		files, err := archive.Open(c.part(c.build(m), 0))
		if err != nil {
			t.Fatal(err)
		}
		clear(got)
		for _, f := range files {
			o, err := archive.Unmarshal(f.Data)
			if err != nil || len(schema.Validate(schema.Entry, f.Data)) > 0 {
				t.Fatal(err, schema.Validate(schema.Entry, f.Data))
			}
			got[o.Appeal.Number] = string(f.Data)
		}
	}
	read(october)
	if got["1"] != pretty || got["А26-3"] != withFile {
		t.Errorf("not byte for byte: %s\n%.300s", got["1"], got["А26-3"])
	}
	if want := strings.Replace(entryText("2"), `}]}`, `}],"version":6}`, 1); got["2"] != want {
		t.Errorf(" got %s\nwant %s", got["2"], want)
	}
	// its base64 in base64 would take more than that alone
	if text := fmt.Sprint(content(t, s, store.Sources)); len(text) > len(file)*7/4 {
		t.Errorf("the answer file is kept twice: %d bytes", len(text))
	}
	var edited appeal.Appeal
	for _, r := range c.register(query.RegisterReq{}).Rows {
		if r.Number == "А26-3" {
			edited = c.get(r.ID).Appeal
		}
	}
	edited.Email = "user@hostname.com"
	c.save(edited)
	read(october)
	if got["А26-3"] == withFile || !strings.Contains(got["А26-3"], `"email":"user@hostname.com"`) ||
		!strings.Contains(got["А26-3"], `"x":[1]`) {
		t.Errorf("edited: %.400s", got["А26-3"])
	}
	// Closed, the archive takes nothing of the register's along.
	c.must("closeOpened", app.OpenedIDReq{ID: id}, nil)
	c.setDay("2026-11-20")
	c.must("sweep", app.SweepReq{}, nil)
	if data := c.must("getFile", app.GetFileReq{FileID: edited.Questions[0].Attachment.FileID}, nil)[0]; !bytes.Equal(
		data, file) {
		t.Error("the answer file is gone")
	}
	read(october)
	if got["1"] != pretty {
		t.Error("the bytes went with the archive")
	}
	if r := c.register(query.RegisterReq{}); r.All != 3 {
		t.Errorf("%d in the register", r.All)
	}
}

// TestAcceptChosen: chosen rows, another body's by will, conflicts left alone.
func TestAcceptChosen(t *testing.T) {
	c, _ := newFilled(t)
	ours := direct("1", "2026-10-06")
	ours.Name = "Заявитель1"
	c.save(ours)
	id := c.openArchive("a.zip", zipFile(t, "1.json", entryText("1"), "2.json", entryText("2"), "3.json",
		entryText("3", body1, body2))).ID
	rows := c.opened(id)
	res := c.accept(app.AcceptOpenedReq{ID: id, Appeals: []string{row(t, rows, "1.json").ID, row(t, rows, "3.json").ID},
		OtherBody: true})
	if res.Taken.New != 1 || res.Conflicts != 1 || res.OtherBody != 0 || res.Taken.Left != 1 {
		t.Errorf("%+v", res)
	}
	if got := numbers(c.register(query.RegisterReq{Sort: query.ByNumber}).Rows); strings.Join(got, " ") != "1 3" {
		t.Errorf("register %v", got)
	}
	if card := c.get(ours.ID); card.Appeal.Name != ours.Name || card.Appeal.CreateDate != "" {
		t.Errorf("a conflict was decided: %+v", card.Appeal)
	}
	var undone ledger.UndoRes
	c.must("undo", app.UndoReq{ID: res.Taken.Action.ID}, &undone)
	if r := c.register(query.RegisterReq{}); undone.Undone != 1 || r.All != 1 {
		t.Errorf("%+v, %d", undone, r.All)
	}
	c.must("sweep", app.SweepReq{}, nil)
	if _, files := c.saveOpened(id); string(files[0].Data) != entryText("1") {
		t.Error("the sweep took the bytes of an open archive")
	}
}

// TestSourcesSwept: an entry as it came stays while its appeal can come back.
func TestSourcesSwept(t *testing.T) {
	c, s := newFilled(t)
	sources := func() int {
		t.Helper()
		c.must("sweep", app.SweepReq{}, nil)
		keys, err := s.Keys(t.Context(), store.Sources)
		if err != nil {
			t.Fatal(err)
		}
		return len(keys)
	}
	id := c.openArchive("a.zip", zipFile(t, "1.json", entryText("1"))).ID
	res := c.accept(app.AcceptOpenedReq{ID: id})
	c.must("closeOpened", app.OpenedIDReq{ID: id}, nil)
	if n := sources(); n != 1 {
		t.Errorf("%d with the appeal in the register", n)
	}
	c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{c.register(query.RegisterReq{}).Rows[0].ID}}, nil)
	if n := sources(); n != 1 {
		t.Errorf("%d while the deletion can be undone", n)
	}
	for i := range 20 { // push the actions out
		card := c.save(direct(fmt.Sprint("x", i), "2026-10-05"))
		c.must("deleteAppeals", app.DeleteAppealsReq{IDs: []string{card.Appeal.ID}}, nil)
	}
	if n := sources(); n != 0 || res.Taken.New != 1 {
		t.Errorf("%d when nothing has it any more", n)
	}
}
