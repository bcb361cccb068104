package app_test

import (
	"slices"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/forming"
	"rroform/wasm/incoming"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/query"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// zeroReport makes the zero report of a core of its own, of the body.
func zeroReport(t *testing.T, guid, passphrase string) []byte {
	t.Helper()
	c := newCore(t, store.NewMemory(), today)
	c.fillProfile("first", "Администрация деревни Малая", guid)
	var res forming.BuildRes
	c.must("buildZero", forming.ZeroReq{Zero: nothingCame(october)}, &res)
	return c.must("archivePart", app.ArchivePartReq{ID: res.Archive.ID, Passphrase: passphrase}, nil)[0]
}

func (c *core) openFile(name, passphrase string, data []byte) app.OpenedArchiveRes {
	c.t.Helper()
	var opened app.OpenArchiveRes
	c.must("openArchive", app.OpenArchiveReq{Name: name, Passphrase: passphrase}, &opened, data)
	var res app.OpenedArchiveRes
	c.must("openedArchive", app.OpenedArchiveReq{ID: opened.ID, Size: 10}, &res)
	return res
}

const zeroPassphrase = "семь лодок у причала"

// zeroShapes are zero reports as they come, all of body1 for October.
func zeroShapes(t *testing.T) map[string][]byte {
	return map[string][]byte{
		"нулевой.zip":  zeroReport(t, body1, ""),
		"нулевой.json": []byte(`{"DepartmentId":"{` + strings.ToLower(body1) + `}","Period":"10.2026"}`),
		"из СЭД.zip": zipFile(t, "zero.json",
			`{"departmentId":"`+body1+`","year":"2026","month":"10","questions":[]}`),
		"с датой.zip":     zipFile(t, "zero.json", `{"id":"`+body1+`","reportDate":"2026-10-31T00:00:00"}`),
		"нулевой.zip.age": zeroReport(t, body1, zeroPassphrase),
	}
}

// TestZeroReportIsReadBack: opened, it says whose it is and of which month.
func TestZeroReportIsReadBack(t *testing.T) {
	for name, data := range zeroShapes(t) {
		c, _ := newFilled(t)
		res := c.openFile(name, zeroPassphrase, data)
		if len(res.Rows) != 1 || res.Counts.Zeros != 1 || res.Counts.Unreadable != 0 {
			t.Fatalf("%s: %+v", name, res)
		}
		row := res.Rows[0]
		if row.Verdict != app.EntryZero ||
			!slices.Equal(row.Notes,
				[]string{"Нулевой отчёт: орган — Администрация села Примерное, месяц — октябрь 2026."}) {
			t.Errorf("%s: %+v", name, row)
		}
		var taken app.AcceptOpenedRes
		c.must("acceptOpened", app.AcceptOpenedReq{ID: res.Archive.ID}, &taken)
		if taken.Zeros != 1 || taken.Unreadable != 0 || taken.Taken.Action == nil {
			t.Errorf("%s: %+v", name, taken)
		}
		if j := c.journal(); len(j) != 1 || j[0].Kind != journal.KindZero || j[0].Month != october ||
			!strings.HasSuffix(j[0].Parts[0].Name, ".zip") {
			t.Errorf("%s: %+v", name, j)
		}
		c.must("acceptOpened", app.AcceptOpenedReq{ID: res.Archive.ID}, &taken)
		if taken.Zeros != 0 || len(c.journal()) != 1 {
			t.Errorf("%s came into the journal twice", name)
		}
	}
}

// TestMergeTakesZeroReports: a zero report of this body comes into the journal
// with the merge, once, and an undo takes it out again.
func TestMergeTakesZeroReports(t *testing.T) {
	for name, data := range zeroShapes(t) {
		c, s := newFilled(t)
		c.save(direct("1-ОГ", "2026-09-05"))
		req := incoming.MergeOpenReq{Names: []string{name}, Passphrases: map[string]string{name: zeroPassphrase}}
		var plan incoming.MergePlan
		c.must("mergeOpen", req, &plan, data)
		if plan.Refused != 0 || plan.Zeros != 1 || len(plan.Sources[0].Zeros) != 1 ||
			!strings.Contains(plan.Sources[0].Zeros[0], "октябрь 2026") {
			t.Fatalf("%s: %+v", name, plan)
		}
		var done incoming.MergeRes
		c.must("mergeApply", incoming.MergeApplyReq{}, &done)
		if done.Zeros != 1 || done.Action == nil || len(c.journal()) != 1 {
			t.Fatalf("%s: %+v", name, done)
		}
		if !strings.HasSuffix(name, ".json") && !strings.HasSuffix(name, ".age") &&
			string(c.part(c.journal()[0], 0)) != string(data) {
			t.Errorf("%s is not kept byte for byte", name)
		}
		again := newCore(t, s, today) // it is on disk
		if j := again.journal(); len(j) != 1 || j[0].Month != october {
			t.Errorf("%s after a restart: %+v", name, j)
		}
		again.must("mergeOpen", req, &plan, data)
		var second incoming.MergeRes
		again.must("mergeApply", incoming.MergeApplyReq{}, &second)
		if second.Zeros != 0 || second.Action != nil {
			t.Errorf("%s came twice: %+v", name, second)
		}
		var undone ledger.UndoRes
		again.must("undo", app.UndoReq{ID: done.Action.ID}, &undone)
		if undone.Zeros != 1 || len(again.journal()) != 0 {
			t.Errorf("%s: undone %+v, journal %d", name, undone, len(again.journal()))
		}
		if last := newCore(t, s, today); len(last.journal()) != 0 {
			t.Errorf("%s stands in the store after the undo", name)
		}
	}
}

// TestZeroReportOfAnotherBody is named, and stays out.
func TestZeroReportOfAnotherBody(t *testing.T) {
	c, _ := newFilled(t)
	var plan incoming.MergePlan
	c.must("mergeOpen", incoming.MergeOpenReq{Names: []string{"нулевой.zip", "нулевой.json"}}, &plan,
		zeroReport(t, body2, ""),
		[]byte(`{"departmentId":"`+body2+`","year":2026,"month":9}`))
	var items incoming.MergeItemsRes
	c.must("mergeItems", incoming.MergeItemsReq{Kind: "outside", Size: 10}, &items)
	if plan.Refused != 0 || plan.Zeros != 0 || items.Total != 2 {
		t.Fatalf("%+v, %+v", plan, items)
	}
	for i, month := range []string{"октябрь 2026", "сентябрь 2026"} {
		if it := items.Items[i]; !strings.Contains(it.Name, month) || !strings.Contains(it.Reason, body2) ||
			!strings.Contains(it.Reason, "другой орган") {
			t.Errorf("%+v", it)
		}
	}
}

// TestOtherKindsAreNamed: whatever is no archive is named for what it is, and
// nothing is called damaged.
func TestOtherKindsAreNamed(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	for what, file := range map[string]rpc.File{
		"Это архив RAR.":       []byte("Rar!\x1a\x07\x01\x00" + strings.Repeat("x", 100)),
		"Это архив 7-Zip.":     []byte("7z\xbc\xaf\x27\x1c\x00\x04" + strings.Repeat("x", 100)),
		"Это документ PDF.":    []byte("%PDF-1.7\n"),
		"Файл пуст.":           {},
		"Это книга Excel.":     zipFile(t, "xl/workbook.xml", "<workbook/>"),
		"Это резервная копия.": c.must("backup", app.BackupReq{}, nil)[0],
		"Это веб-страница.":    []byte("<html><table><tr><td>1</td></tr></table></html>"),
		"Это документ RTF.":    []byte(`{\rtf1\ansi}`),
		"Это «Таблица XML 2003».": []byte(
			`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`),
		"Это изображение.":       []byte("\xff\xd8\xff\xe0\x00\x10JFIF"),
		"Это текстовая таблица.": []byte("№;Дата\n1;05.10.2026\n"),
		"Вид файла не известен.": []byte("\x01\x02\x03\x00\x04\x05\x06\x00\x07"),
	} {
		if e := c.refused("refused", "openArchive", app.OpenArchiveReq{Name: "архив.zip"}, file); e.Text != what ||
			e.Hint == "" || strings.Contains(e.Text+e.Hint, "повреждён") {
			t.Errorf("%s: %+v", what, e)
		}
		if what == "Это резервная копия." {
			continue
		}
		var plan incoming.MergePlan
		c.must("mergeOpen", incoming.MergeOpenReq{Names: []string{"архив.zip"}}, &plan, file)
		if s := plan.Sources[0]; s.Refused != what || s.Hint == "" {
			t.Errorf("merge, %s: %+v", what, s)
		}
	}
}

const bareEntry = `{"departmentId":"` + body1 + `","isDirect":true,"format":"Other","number":"NUMBER",` +
	`"createDate":"2026-10-05","name":"Примеров П. И.","address":"с. Примерное","email":null,"portalId":17,` +
	`"questions":[{"code":"0003.0009.0097.0694","status":"InWork","incomingDate":"2026-10-05",` +
	`"registrationDate":"2026-10-05"}]}`

// TestBareJSON: JSON files without a zip are shown like entries of an archive. Their unknown keys are
// kept, and saving makes an archive.
func TestBareJSON(t *testing.T) {
	entry := func(number string) string { return strings.Replace(bareEntry, "NUMBER", number, 1) }
	for what, text := range map[string]string{
		"a list":                   "[" + entry("411-ОГ") + ",\n" + entry("412-ОГ") + "]",
		"a list in an object":      `{"total":2,"items":[` + entry("411-ОГ") + "," + entry("412-ОГ") + "]}",
		"an object a line":         entry("411-ОГ") + "\r\n" + entry("412-ОГ") + "\r\n",
		"a list, marked, indented": "\xef\xbb\xbf[\r\n  " + entry("411-ОГ") + ",\r\n  " + entry("412-ОГ") + "\r\n]\r\n",
	} {
		c, _ := newFilled(t)
		res := c.openFile("requests.json", "", []byte(text))
		if len(res.Rows) != 2 || res.Rows[0].Number != "411-ОГ" || res.Rows[1].Number != "412-ОГ" ||
			res.Counts.Unreadable != 0 {
			t.Errorf("%s: %+v", what, res)
			continue
		}
		var saved app.SaveOpenedRes
		out := c.must("saveOpened", app.OpenedIDReq{ID: res.Archive.ID}, &saved)
		if saved.AsIs != 2 || !strings.HasSuffix(saved.Parts[0].Name, ".zip") {
			t.Errorf("%s: saved %+v", what, saved)
		}
		again := c.openFile("снова.zip", "", out[0])
		if len(again.Rows) != 2 || again.Rows[1].Number != "412-ОГ" {
			t.Errorf("%s: saved and opened %+v", what, again)
		}
		if found := c.register(query.RegisterReq{}); found.Total != 0 {
			t.Errorf("%s: %d in the register", what, found.Total)
		}
	}
	c, _ := newFilled(t)
	one := c.openFile("одна.json", "", []byte(entry("413-ОГ")))
	if len(one.Rows) != 1 || one.Rows[0].Number != "413-ОГ" {
		t.Errorf("one object: %+v", one)
	}
	for _, bad := range []string{`[1,2]`, `{"a":`, `[{"number":"1","questions":[}]`} {
		if e := c.refused("refused", "openArchive", app.OpenArchiveReq{Name: "a.json"}, []byte(bad)); !strings.Contains(
			e.Text, "JSON") || e.Hint == "" {
			t.Errorf("%s: %+v", bad, e)
		}
	}
}
