package app

import (
	"bytes"
	"math/rand"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"rroform/wasm/archive"
	"rroform/wasm/store"
)

// FuzzOpenArchive: see openAnything.
func FuzzOpenArchive(f *testing.F) {
	for _, files := range kitFiles(f) {
		f.Add(zipTogether(f, files))
	}
	f.Fuzz(func(t *testing.T, data []byte) { openAnything(t, startKit(t, "2026-11-02"), data) })
}

// TestMutatedArchives plays ten thousand damaged archives: half of them have
// damage in the text of an entry, half in the zip itself.
func TestMutatedArchives(t *testing.T) {
	a := startKit(t, "2026-11-02")
	r := rand.New(rand.NewSource(1))
	seeds := kitFiles(t)
	opened, many := 0, 10_000
	if testing.Short() {
		many = 500
	}
	for n := range many {
		group := seeds[r.Intn(len(seeds))]
		files := []txtar.File{group[r.Intn(len(group))]}
		if n%2 == 0 {
			files[0].Data = mutate(r, files[0].Data)
		}
		data := zipTogether(t, files)
		if n%2 == 1 {
			data = mutate(r, data)
		}
		a.ledger.Store = store.NewMemory()
		if err := a.load(t.Context()); err != nil {
			t.Fatal(err)
		}
		if openAnything(t, a, data) {
			opened++
		}
		if t.Failed() {
			t.Fatalf("archive %d", n)
		}
	}
	if opened < many/2 || opened == many {
		t.Errorf("%d were opened: this test sees too little", opened)
	}
}

// mutate changes, repeats, moves or cuts a few bytes.
func mutate(r *rand.Rand, data []byte) []byte {
	out := slices.Clone(data)
	for range 1 + r.Intn(4) {
		if len(out) < 2 {
			break
		}
		i, j := r.Intn(len(out)), r.Intn(len(out))
		i, j = min(i, j), max(i, j)
		switch r.Intn(5) {
		case 0:
			out[i] ^= 1 << r.Intn(8)
		case 1:
			out[i] = byte("{}[]\":,\\0 \n"[r.Intn(11)])
		case 2:
			out = slices.Insert(out, i, out[i:min(j, i+40)]...)
		case 3:
			out = slices.Delete(out, i, min(j, i+20))
		case 4:
			if r.Intn(8) == 0 {
				out = out[:j]
			}
		}
	}
	return out
}

// kitFiles are the files of the documents of the kit, eight at a time.
func kitFiles(t testing.TB) (groups [][]txtar.File) {
	t.Helper()
	paths, err := filepath.Glob(kitDir + "/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var all []txtar.File
	for _, path := range paths {
		kit, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, kit.Files...)
	}
	return slices.Collect(slices.Chunk(all, 8))
}

func zipTogether(t testing.TB, files []txtar.File) []byte {
	t.Helper()
	var packed []archive.Packed
	for _, file := range files {
		p, err := archive.Pack(file.Name, file.Data)
		if err != nil {
			t.Fatal(err)
		}
		packed = append(packed, p)
	}
	data, err := archive.Assemble(packed)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// openAnything: an archive is refused whole, without a trace in the store, or
// opened; saved untouched it has the same files byte for byte.
func openAnything(t *testing.T, a *App, data []byte) (opened bool) {
	t.Helper()
	res, _, err := a.OpenArchive(t.Context(), OpenArchiveReq{Name: "a.zip"}, [][]byte{data})
	if err != nil {
		for _, table := range []store.Table{store.Appeals, store.Opened, store.Sources, store.Files} {
			if keys, err := a.ledger.Store.Keys(t.Context(), table); err != nil || len(keys) > 0 {
				t.Errorf("refused, yet %d rows of %s: %v", len(keys), table, err)
			}
		}
		return false
	}
	page, err := a.OpenedArchive(t.Context(), OpenedArchiveReq{ID: res.ID, Size: 100})
	if err != nil {
		t.Fatal(err)
	}
	saved, parts, err := a.SaveOpened(t.Context(), OpenedIDReq{res.ID}, nil)
	if err != nil || saved.Edited > 0 || len(parts) != 1 {
		t.Fatalf("%+v, %v", saved, err)
	}
	for id, rec := range a.ledger.Records {
		if rec.ContentHash() != rec.Appeal.ContentHash() {
			t.Errorf("%s is not what it is remembered to say", id)
		}
	}
	was, err := archive.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	is, err := archive.Open(parts[0])
	if err != nil || len(is) != len(was) || len(is) != page.Total {
		t.Fatalf("%d files of %d: %v", len(is), len(was), err)
	}
	for i := range is {
		same := is[i].Err == nil && bytes.Equal(is[i].Data, was[i].Data)
		if was[i].Err != nil { // its packed bytes go on; damage of the headers around them does not
			same = is[i].Err == nil || bytes.Equal(is[i].Kept.Data, was[i].Kept.Data)
		}
		if is[i].Raw != was[i].Raw || !same {
			t.Errorf("%q became %q", was[i].Raw, is[i].Raw)
		}
	}
	return true
}
