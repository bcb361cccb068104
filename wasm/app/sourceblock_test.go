package app_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/query"
	"rroform/wasm/store"
)

// oddEntries are n entries written as we would not, so that what comes back
// tells whose bytes it is, and the archive of them.
func oddEntries(t *testing.T, n int) (texts []string, file []byte) {
	t.Helper()
	var namesAndTexts []string
	for i := range n {
		text := strings.ReplaceAll(entryText(fmt.Sprint(i), `"InWork"`, `"Explained","responseDate":"2026-10-20"`),
			`,"`, fmt.Sprintf(",%*s\"", i%7, ""))
		texts = append(texts, text)
		namesAndTexts = append(namesAndTexts, fmt.Sprintf("%d.json", i), text)
	}
	return texts, zipFile(t, namesAndTexts...)
}

// keptEntries are the entries as they came that the store holds.
func keptEntries(t *testing.T, s store.Store) (texts []string) {
	t.Helper()
	type entry struct{ Parts []struct{ Bytes []byte } }
	for key, data := range content(t, s, store.Sources) {
		var row struct {
			entry
			Entries []*entry
		}
		if err := json.Unmarshal([]byte(data), &row); err != nil {
			t.Fatalf("%s: %v", key, err)
		}
		for _, e := range append(row.Entries, &row.entry) {
			if e != nil && len(e.Parts) > 0 {
				texts = append(texts, string(e.Parts[0].Bytes))
			}
		}
	}
	slices.Sort(texts)
	return texts
}

func (c *core) built() (texts []string) {
	c.t.Helper()
	files, err := archive.Open(c.part(c.build(october), 0))
	if err != nil {
		c.t.Fatal(err)
	}
	for _, f := range files {
		texts = append(texts, string(f.Data))
	}
	slices.Sort(texts)
	return texts
}

// TestSourceBlocks: of a block each entry lives as long as somebody holds it,
// whatever becomes of the others.
func TestSourceBlocks(t *testing.T) {
	c, s := newFilled(t)
	texts, file := oddEntries(t, 230)
	id := c.openArchive("Чужой.zip", file).ID
	if rows := content(t, s, store.Sources); len(rows) != 3 || len(keptEntries(t, s)) != 230 {
		t.Fatalf("%d rows with %d entries", len(rows), len(keptEntries(t, s)))
	}
	all := c.opened(id)
	ids := func(numbers ...int) (ids []string) {
		for _, n := range numbers {
			ids = append(ids, row(t, all, fmt.Sprintf("%d.json", n)).ID)
		}
		return ids
	}
	c.accept(app.AcceptOpenedReq{ID: id, Appeals: ids(3, 4, 120)})
	later := c.accept(app.AcceptOpenedReq{ID: id, Appeals: ids(5)}).Taken
	c.must("closeOpened", app.OpenedIDReq{ID: id}, nil)
	want := func(when string, numbers ...int) {
		t.Helper()
		c = newCore(t, s, today)
		c.must("sweep", app.SweepReq{}, nil)
		var kept []string
		for _, n := range numbers {
			kept = append(kept, texts[n])
		}
		if slices.Sort(kept); !slices.Equal(keptEntries(t, s), kept) {
			t.Errorf("%s: kept are %q", when, keptEntries(t, s))
		}
		if built := c.built(); !slices.Equal(built, kept) {
			t.Errorf("%s: not byte for byte: %q", when, built)
		}
	}
	want("closed", 3, 4, 5, 120)
	c.must("undo", app.UndoReq{ID: later.Action.ID}, nil)
	want("one given back", 3, 4, 120)

	var card app.Card
	for _, n := range []string{"3", "120"} { // 4 will be too old
		stays := c.register(query.RegisterReq{Query: "Заявитель" + n}).Rows[0].ID
		c.must("getAppeal", app.AppealIDReq{ID: stays}, &card)
		card.Appeal.Draft = true
		c.save(card.Appeal)
	}
	c.setDay("2028-01-20")
	var old app.ExpiredRes
	c.must("expired", app.ExpiredReq{Months: 12}, &old)
	c.must("expire", app.ExpireReq{Months: 12, State: old.State}, nil)
	left := []string{texts[3], texts[120]}
	if slices.Sort(left); !slices.Equal(keptEntries(t, s), left) {
		t.Errorf("expired: kept are %q", keptEntries(t, s))
	}
}

// TestSourceRows: what a program before blocks has written, a row for each
// entry under the id of its appeal, is read, shared and closed as before.
func TestSourceRows(t *testing.T) {
	c, s := newFilled(t)
	texts, file := oddEntries(t, 3)
	id := c.openArchive("Чужой.zip", file).ID
	asBefore(t, s)
	c = newCore(t, s, today)
	_, files := c.saveOpened(id)
	for i, f := range files {
		if string(f.Data) != texts[i] {
			t.Errorf("%s is %s", f.Name, f.Data)
		}
	}
	c.accept(app.AcceptOpenedReq{ID: id, Appeals: []string{row(t, c.opened(id), "1.json").ID}})
	c.must("closeOpened", app.OpenedIDReq{ID: id}, nil)
	c = newCore(t, s, today)
	c.must("sweep", app.SweepReq{}, nil)
	if kept := keptEntries(t, s); !slices.Equal(kept, texts[1:2]) {
		t.Errorf("kept are %q", kept)
	}
	if built := c.built(); !slices.Equal(built, texts[1:2]) {
		t.Errorf("built %q", built)
	}
}

// asBefore makes the store what a program before blocks would have written.
func asBefore(t *testing.T, s store.Store) {
	t.Helper()
	blocks := map[string][]json.RawMessage{}
	var ops []store.Op
	put := func(table store.Table, key string, v any) {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		ops = append(ops, store.Op{Table: table, Key: key, Rev: store.AnyRev, Data: data})
	}
	for name, data := range content(t, s, store.Sources) {
		key := strings.TrimPrefix(name, string(store.Sources)+"/")
		var block struct{ Entries []json.RawMessage }
		if err := json.Unmarshal([]byte(data), &block); err != nil {
			t.Fatal(err)
		}
		blocks[key] = block.Entries
		ops = append(ops, store.Op{Table: store.Sources, Key: key, Rev: store.AnyRev})
	}
	for _, data := range content(t, s, store.Appeals) {
		ap, err := appeal.Unmarshal([]byte(data))
		if err != nil {
			t.Fatal(err)
		}
		if from := ap.Source; from != nil {
			put(store.Sources, ap.ID, blocks[from.Row][from.Nth])
			from.Row, from.Nth = "", 0
			put(store.Appeals, ap.ID, ap)
		}
	}
	for name, data := range content(t, s, store.Opened) {
		var o map[string]any
		if err := json.Unmarshal([]byte(data), &o); err != nil {
			t.Fatal(err)
		}
		delete(o, "sources")
		put(store.Opened, strings.TrimPrefix(name, string(store.Opened)+"/"), o)
	}
	if _, err := s.Write(t.Context(), ops); err != nil {
		t.Fatal(err)
	}
}
