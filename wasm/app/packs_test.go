package app_test

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/packs"
	"rroform/wasm/store"
	"rroform/wasm/table"
	"rroform/wasm/tables"
)

func packData(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../testdata/packs/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func (c *core) readPack(kind, name string, data []byte) packs.PackOffer {
	c.t.Helper()
	var offer packs.PackOffer
	c.must("readPack", packs.ReadPackReq{Kind: kind, Name: name}, &offer, data)
	return offer
}

// takePacks takes every part that is not refused.
func (c *core) takePacks(offer packs.PackOffer) {
	c.t.Helper()
	req := app.TakePackReq{ID: offer.ID}
	for i, part := range offer.Parts {
		if part.Refusal == "" {
			req.Parts = append(req.Parts, i)
		}
	}
	c.must("takePack", req, nil)
}

func (c *core) pack(key string) packs.Pack {
	c.t.Helper()
	var res app.PacksRes
	c.must("packs", app.PacksReq{}, &res)
	for _, p := range res.Packs {
		if p.Key == key {
			return p
		}
	}
	c.t.Fatalf("no pack %s in %+v", key, res.Packs)
	return packs.Pack{}
}

func countOf(part packs.PackPart, label string) int {
	for _, row := range part.Counts {
		if row.Label == label {
			return row.Count
		}
	}
	return -1
}

func codesOfHits(hits app.SearchCodesRes) []string {
	var out []string
	for _, h := range hits.Hits {
		out = append(out, h.Code)
	}
	return out
}

// TestClassifierPack: a newer edition is shown with the appeals that it affects, then taken. Removed
// codes stay readable and are not offered. Then the built-in edition is restored.
func TestClassifierPack(t *testing.T) {
	c, s := newFilled(t)
	card := c.save(direct("1-ОГ", "2026-10-05")) // its code 0694 is not in the paste
	kept := direct("2-ОГ", "2026-10-05")
	kept.Name, kept.Questions[0].Code = "Другой Пётр Ильич", "0001.0002.0027.0126"
	c.save(kept)
	before := content(t, s)

	offer := c.readPack("classifier", "paste.txt", packData(t, "word.txt"))
	part := offer.Parts[0]
	if part.Edition != "15.09.2026" || part.InForce != "31.10.2025" || part.State != packs.PackNewer ||
		part.Refusal != "" || part.Source != "paste.txt" {
		t.Errorf("%+v", part)
	}
	if countOf(part, "вопросов") != 5 || countOf(part, "подвопросов") != 1 || countOf(part, "исключено") < 2000 ||
		len(part.Remarks) == 0 {
		t.Errorf("%+v", part)
	}
	if part.AllHit != 2 || part.Affected[0].Number != "1-ОГ" || !strings.Contains(part.Affected[0].What, "исключён") ||
		part.Affected[1].Number != "2-ОГ" {
		t.Errorf("affected: %+v", part.Affected)
	}
	if !reflect.DeepEqual(content(t, s), before) {
		t.Error("showing has changed something")
	}
	c.takePacks(offer)
	c.refused("gone", "takePack", app.TakePackReq{ID: offer.ID, Parts: []int{0}})
	for name, c := range map[string]*core{"now": c, "after a restart": newCore(t, s, today)} {
		found := c.get(card.Appeal.ID).Findings
		if len(found) != 1 || found[0].Rule != "B-16.3" {
			t.Errorf("%s: %+v", name, found)
		}
		var hits app.SearchCodesRes
		c.must("searchCodes", app.SearchCodesReq{Query: "цифровую приёмную"}, &hits)
		if got := codesOfHits(hits); len(got) == 0 || got[0] != "0001.0002.0027.1301" {
			t.Errorf("%s: the new code is not found: %v", name, got)
		}
		c.must("searchCodes", app.SearchCodesReq{Query: "0003.0009.0097.0694"}, &hits)
		if len(hits.Hits) > 0 {
			t.Errorf("%s: a code that is gone is offered: %v", name, codesOfHits(hits))
		}
		var hello app.HelloRes
		c.must("hello", app.HelloReq{}, &hello)
		if p := c.pack("classifier"); hello.Classifier != "15.09.2026" || p.Builtin || p.Edition != "15.09.2026" ||
			p.Source != "paste.txt" || p.Loaded == "" || p.Old {
			t.Errorf("%s: %+v", name, p)
		}
	}
	again := c.readPack("classifier", "Классификаторы на 01.01.2026.txt",
		[]byte(strings.Replace(string(packData(t, "word.txt")), "Классификаторы на 15.09.2026", "", 1)))
	if p := again.Parts[0]; p.State != packs.PackOlder || !strings.Contains(p.Refusal, "01.01.2026") ||
		!strings.Contains(p.Refusal, "15.09.2026") {
		t.Errorf("older: %+v", p)
	}
	c.refused("older", "takePack", app.TakePackReq{ID: again.ID, Parts: []int{0}, Older: true})

	next := direct("3-ОГ", "2026-10-05")
	next.Name, next.Questions[0].Code = "Третий Олег Ильич", "0001.0002.0027.1301"
	c.save(next)
	var reset app.ResetPackRes
	// 1301 vanishes, 0126 is retitled
	if c.must("resetPack", app.ResetPackReq{Key: "classifier"}, &reset); reset.Done || reset.AllHit != 2 {
		t.Errorf("%+v", reset)
	}
	c.must("resetPack", app.ResetPackReq{Key: "classifier", Confirmed: true}, &reset)
	if found := c.get(card.Appeal.ID).Findings; !reset.Done || len(found) > 0 || !c.pack("classifier").Builtin {
		t.Errorf("%+v, %+v", reset, found)
	}
	c.refused("notFound", "resetPack", app.ResetPackReq{Key: "classifier"})
	c.setDay("2026-11-30")
	if !c.pack("classifier").Old {
		t.Error("an edition of more than a year ago is not called old")
	}
}

// TestBadPacks: what is no pack says so and changes nothing.
func TestBadPacks(t *testing.T) {
	c, s := newFilled(t)
	before := content(t, s)
	for _, row := range []struct{ code, kind, text, edition string }{
		{"file", "classifier", "", ""}, {"file", "classifier", "просто текст", "01.01.2027"},
		{"file", "classifier", "[{", "01.01.2027"},
		{"edition", "classifier", "0001.0002.0027.0126 Без адресата", ""},
		{"edition", "classifier", "0001.0002.0027.0126 Без адресата", "завтра"},
		{"file", "bodies", "<Departments", ""}, {"file", "bodies", "слова", ""}, {"file", "calendar", "слова", ""},
		{"file", "format", "{}", ""},
		{"file", "pack", "{}", ""}, {"file", "pack", `{"format":"rroform-pack-1","parts":[]}`, ""},
		{"newer", "pack", `{"format":"rroform-pack-7"}`, ""},
		{"file", "pack", `{"format":"rroform-pack-1","parts":[{"kind":"bodies","bodies":[{"departmentId":"1",` +
			`"name":"x"}]},{"kind":"strange"},{"kind":"format"},{"kind":"calendar","year":{"year":2026,"off":["x"]}},` +
			`{"kind":"classifier","tsv":"x"},{"kind":"results","results":[{"value":"иное","status":"Strange"}]}]}`, ""},
		{"kind", "strange", "x", ""},
	} {
		if e := c.refused(row.code, "readPack",
			packs.ReadPackReq{Kind: row.kind, Text: row.text, Edition: row.edition}); e.Hint == "" {
			t.Errorf("%+v: %+v", row, e)
		}
	}
	c.refused("gone", "takePack", app.TakePackReq{Parts: []int{0}})
	offer := c.readPack("calendar", "", packData(t, "calendar.xml"))
	c.refused("parts", "takePack", app.TakePackReq{ID: offer.ID})
	c.refused("badRequest", "takePack", app.TakePackReq{ID: offer.ID, Parts: []int{7}})
	if !reflect.DeepEqual(content(t, s), before) {
		t.Error("something was stored")
	}
}

// TestBodiesPack: bodies that were added here stay, recipients that the new list does not have are
// reported, and a search in ten thousand bodies is fast.
func TestBodiesPack(t *testing.T) {
	c, s := newFilled(t)
	const away = "a1b2c3d4-9999-4000-8000-000000000009"
	ap := direct("1-ОГ", "2026-10-05")
	ap.Questions[0].Status = appeal.Transferred
	ap.Questions[0].Transfers = []appeal.Transfer{
		{DepartmentID: strings.ToUpper(body2), TransferDate: "2026-10-06", TransferNumber: "1"},
		{DepartmentID: away, DepartmentName: "Закрытый отдел", TransferDate: "2026-10-06", TransferNumber: "2"}}
	card := c.save(ap)
	offer := c.readPack("bodies", "guid.xml", packData(t, "bodies-1251.xml"))
	part := offer.Parts[0]
	if countOf(part, "органов") != 3 || countOf(part, "новых") != 3 || len(part.Remarks) != 2 ||
		part.Edition != "02.11.2026" ||
		part.AllHit != 1 || !strings.Contains(part.Affected[0].What, "Закрытый отдел") {
		t.Errorf("%+v", part)
	}
	c.takePacks(offer)
	for name, c := range map[string]*core{"now": c, "after a restart": newCore(t, s, today)} {
		var res packs.SearchBodiesRes
		c.must("searchBodies", app.SearchBodiesReq{Query: "ОТДЕЛ"}, &res)
		// begins so
		if res.Total != 2 || !res.Bodies[1].Own || res.Bodies[0].Own || res.Bodies[0].Name != "Отдел дорог" {
			t.Errorf("%s: %+v", name, res)
		}
	}
	if got := c.save(c.get(card.Appeal.ID).Appeal).
		Appeal.Questions[0].Transfers[0]; got.DepartmentName != "Администрация посёлка Берёзовый" {
		t.Errorf("the directory names no recipient: %+v", got)
	}
	second := direct("2-ОГ", "2026-10-05")
	second.Questions[0].Status, second.Questions[0].Transfers = appeal.Transferred,
		[]appeal.Transfer{{DepartmentName: "отдел  ДОРОГ"}}
	if got := c.save(second).Appeal.Questions[0].Transfers[0]; !strings.HasPrefix(got.DepartmentID, "a1b2c3d4-0003") {
		t.Errorf("a name of the directory finds no id: %+v", got)
	}
	c.must("resetPack", app.ResetPackReq{Key: "bodies"}, nil)
	var res packs.SearchBodiesRes
	if c.must("searchBodies", app.SearchBodiesReq{}, &res); res.Total != 1 || res.Bodies[0].Name != "Закрытый отдел" {
		t.Errorf("own bodies after the reset: %+v", res)
	}
}

// manyBodies is a table of n invented bodies.
func manyBodies(n int) []byte {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Администрация сельского поселения № %d Примерной области\ta1b2c3d4-%04x-4000-8000-%012d\n", i,
			i%65536, i)
	}
	return []byte(b.String())
}

func TestTenThousandBodies(t *testing.T) {
	c, _ := newFilled(t)
	c.takePacks(c.readPack("bodies", "b.tsv", manyBodies(10_000)))
	var res packs.SearchBodiesRes
	if c.must("searchBodies", app.SearchBodiesReq{Query: "поселен 9999 примерн"}, &res); res.Total != 1 {
		t.Errorf("%d found", res.Total)
	}
	if c.must("searchBodies", app.SearchBodiesReq{}, &res); res.Total != 10_000 || len(res.Bodies) != 100 {
		t.Errorf("%d of %d", len(res.Bodies), res.Total)
	}
}

// TestCalendarPack: a transferred day off moves the advice, not the term.
func TestCalendarPack(t *testing.T) {
	s := store.NewMemory()
	c := newCore(t, s, "2026-11-25")
	c.fillProfile("first", "Администрация села Примерное", body1)
	if got := c.today().Current; got.Due != "2026-12-03" || got.LastWorkday != "2026-12-03" {
		t.Errorf("%+v", got)
	}
	if p := c.pack("calendar-2026"); !p.Builtin || len(p.Off) != 10 {
		t.Errorf("%+v", p)
	}
	offer := c.readPack("calendar", "2026.txt", packData(t, "calendar.txt"))
	if p := offer.Parts[0]; countOf(p, "станут выходными") != 1 || countOf(p, "станут рабочими") != 1 ||
		len(p.Remarks) != 2 || p.State != packs.PackNew {
		t.Errorf("%+v", p)
	}
	c.takePacks(offer)
	for name, c := range map[string]*core{"now": c, "after a restart": newCore(t, s, "2026-11-25")} {
		if got := c.today().Current; got.Due != "2026-12-03" || got.LastWorkday != "2026-12-02" {
			t.Errorf("%s: %+v", name, got)
		}
		if p := c.pack("calendar-2026"); p.Builtin || p.Source != "2026.txt" || len(p.Work) != 1 {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

// TestOlderFormat: an older version of the format profile needs a word.
func TestOlderFormat(t *testing.T) {
	c, _ := newFilled(t)
	f := c.format().Format
	f.Version = "2025-01"
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	if e := c.refused("older", "loadFormat", app.LoadFormatReq{}, data); !strings.Contains(e.Text, "2025-01") {
		t.Errorf("%+v", e)
	}
	c.must("loadFormat", app.LoadFormatReq{Older: true}, nil, data)
	if got := c.format(); got.Format.Version != "2025-01" {
		t.Errorf("%+v", got)
	}
}

// TestStory14: the body is not in the directory; it is added by its GUID, the
// archive is made, and the pack carries it to a colleague.
func TestStory14(t *testing.T) {
	c, _ := newFilled(t)
	c.takePacks(c.readPack("bodies", "guid.xml", packData(t, "bodies-1251.xml")))
	const school = "A1B2C3D4-0777-4000-8000-000000000007"
	var found packs.SearchBodiesRes
	if c.must("searchBodies", app.SearchBodiesReq{Query: "школа"}, &found); found.Total != 0 {
		t.Fatalf("%+v", found)
	}
	c.must("saveBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: school, Name: "Школа № 7"}}, nil)
	ap := direct("1-ОГ", "2026-10-05")
	ap.Questions[0].Status = appeal.Transferred
	ap.Questions[0].Transfers = []appeal.Transfer{
		{DepartmentName: "школа № 7", TransferDate: "2026-10-06", TransferNumber: "1"}}
	if card := c.save(ap); len(card.Findings) > 0 {
		t.Fatalf("%+v", card.Findings)
	}
	if a := c.build(october); a.Parts == nil {
		t.Fatalf("%+v", a)
	}
	c.takePacks(c.readPack("calendar", "2026.txt", packData(t, "calendar.txt")))
	taken := true
	results := []packs.OwnResult{
		{Value: "частично поддержано", Outcome: table.Outcome{Status: appeal.Supported, ActionsTaken: &taken}}}
	c.must("saveOwnResults", tables.SaveOwnResultsReq{Results: results}, nil)
	var named app.ExportPacksRes
	files := c.must("exportPacks", app.ExportPacksReq{}, &named)
	if named.Name != "РРО_справочники_2026-11-02.json" || len(files) != 1 {
		t.Fatalf("%+v", named)
	}

	other := store.NewMemory()
	colleague := newCore(t, other, today)
	colleague.must("saveBody", app.SaveBodyReq{Body: packs.Body{DepartmentID: body1, Name: "Свой орган"}}, nil)
	offer := colleague.readPack("pack", named.Name, files[0])
	var kinds []string
	for _, p := range offer.Parts {
		kinds = append(kinds, fmt.Sprint(p.Kind, " ", p.State))
	}
	want := []string{"classifier same", "bodies new", "calendar new", "format same", "results new"}
	if !reflect.DeepEqual(kinds, want) {
		t.Errorf("%q, want %q", kinds, want)
	}
	colleague.takePacks(offer)
	colleague = newCore(t, other, today)
	if colleague.must("searchBodies", app.SearchBodiesReq{}, &found); found.Total != 5 {
		t.Errorf("%+v", found)
	}
	if colleague.must("searchBodies", app.SearchBodiesReq{Query: "школа"}, &found); found.Total != 1 ||
		found.Bodies[0].DepartmentID != school {
		t.Errorf("%+v", found)
	}
	var own tables.OwnResultsRes
	colleague.must("ownResults", tables.OwnResultsReq{}, &own)
	if len(own.Results) != 1 || own.Results[0].Value != results[0].Value || !own.Results[0].Same(results[0].Outcome) {
		t.Errorf("%+v", own)
	}
	if colleague.pack("calendar-2026").Builtin ||
		colleague.pack("bodies").Source != "составлен в органе «Администрация села Примерное»" {
		t.Error("packs are not in force")
	}
	// The backup holds them too.
	r := newCore(t, store.NewMemory(), today)
	r.must("restore", app.RestoreReq{}, nil, colleague.backup())
	if r.pack("calendar-2026").Builtin {
		t.Error("the backup has no packs")
	}
}
