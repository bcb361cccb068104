package archive

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"hash/crc32"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/appeal"
)

func pack(t *testing.T, name, text string) Packed {
	t.Helper()
	p, err := Pack(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func assemble(t *testing.T, entries ...Packed) []byte {
	t.Helper()
	data, err := Assemble(entries)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestZip: the standard library reads small entries and entries of base64 unchanged,
// and packing twice gives the same bytes.
func TestZip(t *testing.T) {
	random := make([]byte, 300<<10)
	rand.New(rand.NewSource(1)).Read(random)
	big := `{"content":"` + base64.StdEncoding.EncodeToString(random) + `"}`
	build := func() []byte {
		return assemble(t, pack(t, "a.json", `{"name":"Иванов"}`), pack(t, "b.json", big), pack(t, "c.json", ""))
	}
	first := build()
	if !bytes.Equal(first, build()) {
		t.Error("the same entries make other bytes")
	}
	if len(first) > len(big)*4/5 {
		t.Errorf("%d bytes of base64 packed to %d, want below 80 %%", len(big), len(first))
	}
	files, err := Open(first)
	if err != nil || len(files) != 3 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for i, want := range []string{`{"name":"Иванов"}`, big, ""} {
		if files[i].Err != nil || string(files[i].Data) != want {
			t.Errorf("%s: %d bytes, %v", files[i].Name, len(files[i].Data), files[i].Err)
		}
	}
}

// inParts returns the zips of at most max bytes and their numbers of entries.
func inParts(t *testing.T, entries []Packed, max int64) (parts [][]byte, counts []int) {
	t.Helper()
	w := Writer{Max: max, Full: func(data []byte, n int) error {
		parts, counts = append(parts, data), append(counts, n)
		return nil
	}}
	for _, p := range entries {
		if err := w.Add(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return parts, counts
}

func TestParts(t *testing.T) {
	var entries []Packed
	for i := range 40 {
		noise := make([]byte, 5000)
		rand.New(rand.NewSource(int64(i))).Read(noise)
		entries = append(entries, pack(t, fmt.Sprintf("%02d.json", i), string(noise)))
	}
	const max = 60_000
	parts, counts := inParts(t, entries, max)
	if len(parts) != 4 {
		t.Errorf("%d parts, want 4", len(parts))
	}
	at := 0
	for i, data := range parts {
		if len(data) > max {
			t.Errorf("a part of %d bytes passes %d", len(data), max)
		}
		if !bytes.Equal(data, assemble(t, entries[at:at+counts[i]]...)) {
			t.Errorf("part %d is not the zip of its entries", i)
		}
		if at += counts[i]; at < len(entries) &&
			int64(len(data))+headers(&entries[at])+int64(len(entries[at].Data)) <= max {
			t.Errorf("part %d has room for %s", i, entries[at].Name)
		}
	}
	if at != 40 {
		t.Errorf("%d entries of 40", at)
	}
	if parts, _ := inParts(t, entries[:3], 100); len(parts) != 3 {
		t.Errorf("entries larger than a part get one each, got %d parts", len(parts))
	}
	if parts, _ := inParts(t, nil, max); len(parts) != 0 {
		t.Errorf("nothing makes %d parts", len(parts))
	}
}

// TestFound: a zip whose directory differs from what was written is refused.
func TestFound(t *testing.T) {
	data := assemble(t, pack(t, "a.json", "{}"), pack(t, "b.json", "[]"))
	from := bytes.Index(data, []byte("a.json")) + len("a.json")
	list := []located{{"a.json", crc32.ChecksumIEEE([]byte("{}")), 2, from,
		bytes.Index(data[4:], []byte("PK")) + 4 - from}}
	second := bytes.Index(data[from:], []byte("b.json")) + from + len("b.json")
	list = append(list, located{"b.json", crc32.ChecksumIEEE([]byte("[]")), 2, second, list[0].len})
	if err := found(data, list); err != nil {
		t.Fatal(err)
	}
	for i := range 6 {
		wrong := slices.Clone(list)
		switch i {
		case 0:
			wrong[1].name = "c.json"
		case 1:
			wrong[1].crc++
		case 2:
			wrong[0].size++
		case 3:
			wrong[0].from++
		case 4:
			wrong[0].len++
		case 5:
			wrong = wrong[:1]
		}
		if err := found(data, wrong); err == nil {
			t.Errorf("%d: passes", i)
		}
	}
	if err := found(data[:len(data)-1], list); err == nil {
		t.Error("a cut zip passes")
	}
}

func TestOpenRefuses(t *testing.T) {
	whole := assemble(t, pack(t, "a.json", strings.Repeat("{}", 1000)))
	for name, data := range map[string][]byte{"no zip": []byte("hello"), "empty": nil, "cut": whole[:len(whole)-10]} {
		var open *OpenError
		if _, err := Open(data); !errors.As(err, &open) {
			t.Errorf("%s: %v", name, err)
		}
	}
	damaged := bytes.Clone(whole)
	damaged[40] ^= 0xff
	files, err := Open(damaged)
	if err != nil || files[0].Err == nil {
		t.Errorf("a changed byte passes: %v", err)
	}
}

func TestFileName(t *testing.T) {
	for body, want := range map[string]string{
		"Администрация села Примерное":          "РРО_Администрация_села_Примерное_2026-10_001.zip",
		`МБОУ «СОШ № 5» г. Энска / филиал: "А"`: "РРО_МБОУ_СОШ_5_г_Энска_филиал_А_2026-10_001.zip",
		"": "РРО_орган_2026-10_001.zip",
		strings.Repeat("Управление образования ",
			9): "РРО_Управление_образования_Управление_образования_Управление_2026-10_001.zip",
	} {
		if got := PartName(Stem(body, MonthName(appeal.Month{Year: 2026, Month: 10})), 1); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}

func TestPartNumber(t *testing.T) {
	stem := Stem("Школа", RangeName("2026-09-01", "2026-10-03"))
	for name, want := range map[string]int{
		PartName(stem, 7): 7, PartName(stem, 1234): 1234, strings.ToUpper(stem) + "_012.zip": 12,
		"РРО_Школа_2026-09-01_2026-10-03": 0, stem + "_нулевой_001.zip": 0, stem + "_001.txt": 0,
		PartName(Stem("Школа 2", RangeName("2026-09-01", "2026-10-03")), 1): 0, "": 0,
	} {
		if got := PartNumber(stem, name); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
	if got := PartName(Stem("Школа", ChangesName("2026-11-21")), 1); got != "РРО_Школа_изменения_2026-11-21_001.zip" {
		t.Error(got)
	}
	if got := PartName(stem, 1); got != "РРО_Школа_2026-09-01_2026-10-03_001.zip" {
		t.Error(got)
	}
}

func TestLearnZero(t *testing.T) {
	const id = "89729055-843A-4EEB-88E1-71535B245D6F"
	october := appeal.Month{Year: 2026, Month: 10}
	for _, c := range []struct{ name, sample, template, rendered string }{
		{"numbers", `{"departmentId":"a1b2c3d4-0001-4000-8000-000000000001","year":2017,"month":8}`,
			`{"departmentId":"{departmentId}","year":"{year}","month":"{month}"}`,
			`{"departmentId":"` + id + `","year":2026,"month":10}`},
		{"strings, order and spaces kept",
			"\xef\xbb\xbf{\n  \"Month\": \"08\",\n  \"Year\": \"2017\",\n  \"noAppeals\": true, \"x\": null\n}",
			"{\n  \"Month\": \"{MM}\",\n  \"Year\": \"{yyyy}\",\n  \"noAppeals\": true, \"x\": null\n}",
			"{\n  \"Month\": \"10\",\n  \"Year\": \"2026\",\n  \"noAppeals\": true, \"x\": null\n}"},
		{"dates of a period", `{"period":{"from":"2017-08-01","to":"2017-08-31T00:00:00"},"count":0,"list":[]}`,
			`{"period":{"from":"{yyyy}-{MM}-01","to":"{yyyy}-{MM}-{lastDay}T00:00:00"},"count":0,"list":[]}`,
			`{"period":{"from":"2026-10-01","to":"2026-10-31T00:00:00"},"count":0,"list":[]}`},
	} {
		got, err := LearnZero([]byte(c.sample))
		if err != nil || got != c.template {
			t.Errorf("%s: %v\n got %s\nwant %s", c.name, err, got, c.template)
			continue
		}
		if out, err := RenderZero(got, id, october); err != nil || string(out) != c.rendered {
			t.Errorf("%s: %v\n got %s\nwant %s", c.name, err, out, c.rendered)
		}
	}
	for _, bad := range []string{"", "hello", "[1]", `{"a":1}`, `{"year":2017`, `"2017"`} {
		if got, err := LearnZero([]byte(bad)); err == nil {
			t.Errorf("%q taught %q", bad, got)
		}
	}
}

func TestCheckTemplate(t *testing.T) {
	for template, good := range map[string]bool{
		`{"y":"{year}"}`: true, `{"p":"{yyyy}-{MM}"}`: true, `{"d":"{departmentId}"}`: true,
		`{"y":2017}`: false, `{"y":{year}}`: false, `{"y":"год {year}"}`: false, `[]`: false, ``: false,
	} {
		if (CheckTemplate(template) == "") != good {
			t.Errorf("%s: %q", template, CheckTemplate(template))
		}
	}
}

func FuzzOpen(f *testing.F) {
	data, _ := Assemble([]Packed{{Name: "a.json"}})
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = Open(data)
		_, _ = LearnZero(data)
	})
}
