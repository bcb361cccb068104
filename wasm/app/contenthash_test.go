package app_test

import (
	"bytes"
	"encoding/base64"
	"testing"

	"rroform/wasm/archive"
	"rroform/wasm/forming"
	"rroform/wasm/query"
)

// TestFingerprint: the journal's hash of an entry is the SHA-256 of that very
// entry, with the file's own SHA-256 in place of its bytes.
func TestFingerprint(t *testing.T) {
	c, _ := newFilled(t)
	content := noise(1, 5000)
	file := c.put("Ответ.pdf", content)
	c.save(direct("1-ОГ", "2026-10-05"))
	c.save(fromAdministration("А26-2", "2026-10-05", file))
	made := c.build(october)
	files, err := archive.Open(c.part(made, 0))
	if err != nil {
		t.Fatal(err)
	}
	hashes := map[string]string{}
	for _, f := range files {
		text := bytes.Replace(f.Data, []byte(base64.StdEncoding.EncodeToString(content)),
			[]byte(base64.StdEncoding.EncodeToString([]byte(file.SHA256))), 1)
		hashes[f.Name] = sum(text)
	}
	for _, e := range c.entries(made) {
		if want := hashes[archive.EntryName(e.ID)]; e.Hash != want {
			t.Errorf("%s: %s, want %s", e.Number, e.Hash, want)
		}
	}
	if again := c.build(october); c.entries(again)[0] != c.entries(made)[0] {
		t.Errorf("%+v, then %+v", c.entries(made)[0], c.entries(again)[0])
	}
}

// TestFilterOfArchive: sort and page of the view do not reach the journal.
func TestFilterOfArchive(t *testing.T) {
	c, _ := newFilled(t)
	c.save(direct("1-ОГ", "2026-10-05"))
	view := &query.RegisterReq{Origin: query.Direct, Sort: query.ByName, Desc: true, Page: 3, Size: 50}
	made := c.buildOf(forming.PlanReq{Month: october, Filter: view})
	if f := made.Filter; f == nil || f.Origin != query.Direct || f.Sort != "" || f.Desc || f.Page != 0 || f.Size != 0 {
		t.Errorf("%+v", made.Filter)
	}
	if p := c.protocol(made); p.Head[4] != [2]string{"Дополнительный фильтр", "прямые"} {
		t.Errorf("%v", p.Head)
	}
}
