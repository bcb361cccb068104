package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"
	"testing"
	"time"
)

// sample returns a backup of some rows and files, and its content by table and key.
func sample(t testing.TB) ([]byte, map[string]string) {
	t.Helper()
	var out bytes.Buffer
	w, err := NewWriter(&out, Head{
		Created: time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC),
		Program: "0.1.0",
		Version: 2,
		Rows:    map[string]int{"appeals": 40, "files": 2},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for i := range 40 {
		key := fmt.Sprintf("%02d", i)
		row := fmt.Sprintf(`{"name":"Иванов <&> %d","address":"%s"}`, i, strings.Repeat("дом ", i))
		want["appeals/"+key] = row
		if err := w.Row("appeals", key, []byte(row)); err != nil {
			t.Fatal(err)
		}
	}
	for key, data := range map[string]string{"a/1": "PK\x03\x04 not a header", "a/2": ""} {
		want["files/"+key] = data
	}
	for _, key := range []string{"a/1", "a/2"} {
		if err := w.File("files", key, []byte(want["files/"+key])); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), want
}

func nothing(int64, int64) error { return nil }

// readAll returns the content of a backup by table and key.
func readAll(b *Backup) (map[string]string, error) {
	got := map[string]string{}
	err := b.Rows(func(table, key string, data []byte) error {
		got[table+"/"+key] = string(data)
		return nil
	})
	for _, f := range b.Files {
		data, e := f.Read()
		if e != nil {
			return got, e
		}
		got[f.Table+"/"+f.Key] = string(data)
	}
	return got, err
}

func openWhole(data []byte) (*Backup, error) {
	b, err := Open(bytes.NewReader(data), int64(len(data)))
	if err == nil {
		err = b.Verify(nothing)
	}
	return b, err
}

func TestRoundTrip(t *testing.T) {
	data, want := sample(t)
	if again, _ := sample(t); !bytes.Equal(data, again) {
		t.Error("the same rows give other bytes")
	}
	b, err := openWhole(data)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := readAll(b); err != nil || !maps.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	if b.Head.Version != 2 || b.Head.Rows["appeals"] != 40 || b.Content == "" {
		t.Errorf("%+v", b.Head)
	}
	if _, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err != nil {
		t.Errorf("other programs cannot read the zip: %v", err)
	}
}

// TestEveryByteCounts flips a bit of each byte and truncates after each byte. The
// damage must always be noticed, and what Salvage returns must be as it was written.
func TestEveryByteCounts(t *testing.T) {
	data, want := sample(t)
	lost := 0
	try := func(name string, bad []byte) {
		b, err := openWhole(bad)
		var refused *RefusedError
		if err == nil {
			if got, err := readAll(b); err == nil {
				t.Fatalf("%s: the damage is not noticed, equal: %v", name, maps.Equal(got, want))
			}
			t.Fatalf("%s: the seal holds", name)
		}
		if !errors.As(err, &refused) {
			t.Fatalf("%s: %v", name, err)
		}
		s, err := Salvage(bytes.NewReader(bad), int64(len(bad)), nothing)
		if err != nil {
			if !errors.As(err, &refused) {
				t.Fatalf("%s: %v", name, err)
			}
			lost++
			return
		}
		got, err := readAll(s)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key, row := range got {
			if strings.HasPrefix(key, "appeals/") && want[key] != row {
				t.Fatalf("%s: %s salvaged as %q", name, key, row)
			}
		}
	}
	for i := range data {
		flipped := bytes.Clone(data)
		flipped[i] ^= 1 << (i % 8)
		try(fmt.Sprintf("bit of byte %d", i), flipped)
		try(fmt.Sprintf("cut at %d", i), data[:i])
	}
	if lost > len(data)/2 { // about the size of the head and of the only chunk of rows
		t.Errorf("nothing was salvaged %d times of %d", lost, 2*len(data))
	}
}

// TestSalvageGivesMuch: of a file truncated in the middle of the rows, the rows
// before are salvaged.
func TestSalvageGivesMuch(t *testing.T) {
	data, want := sample(t)
	at := bytes.Index(data, []byte("files/files/a/1")) - localHeader
	b, err := Salvage(bytes.NewReader(data[:at-20]), int64(at-20), nothing)
	if err != nil {
		t.Fatal(err)
	}
	got, _ := readAll(b)
	if len(got) < 20 || len(got) >= len(want) || b.Head.Rows["appeals"] != 40 {
		t.Errorf("%d rows, head %+v", len(got), b.Head)
	}
}

// zipOf returns a zip with these entries.
func zipOf(t *testing.T, entries map[string]string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for name, text := range entries {
		f, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(f, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// TestHostile: the error of a hostile file names the limit.
func TestHostile(t *testing.T) {
	head, err := json.Marshal(Head{Format: format2})
	if err != nil {
		t.Fatal(err)
	}
	newer := strings.Replace(string(head), format2, "rroform-backup-9", 1)
	zeros := strings.Repeat("0", 20<<20)
	const strange = `{"entries":[{"name":"x"},{"name":"rroform-backup.json"}]}`
	for name, row := range map[string]struct {
		entries map[string]string
		want    string
	}{
		"way out":   {map[string]string{headName: string(head), "files/../../x": "1"}, "недопустимое имя"},
		"backslash": {map[string]string{headName: string(head), `files\x`: "1"}, "недопустимое имя"},
		"bomb":      {map[string]string{headName: string(head), "files/files/a": zeros}, "предел — в 500 раз"},
		"no sums":   {map[string]string{headName: string(head), "files/files/a": "1"}, "нет списка контрольных сумм"},
		"strange":   {map[string]string{headName: string(head), sumsName: strange, "x": "1"}, "лишняя часть"},
		"added":     {map[string]string{headName: string(head), sumsName: `{}`, "files/files/a": "1"}, "состав частей"},
		"newer":     {map[string]string{headName: newer}, "более новой версией"},
		"other zip": {map[string]string{"a.json": "{}"}, "не резервная копия"},
	} {
		data := zipOf(t, row.entries)
		_, err := Open(bytes.NewReader(data), int64(len(data)))
		var refused *RefusedError
		if !errors.As(err, &refused) || !strings.Contains(refused.Text, row.want) ||
			refused.Newer != (name == "newer") {
			t.Errorf("%s: %v, want %q", name, err, row.want)
		}
	}
	entry := func(name string, size, packed uint64) *zip.File {
		return &zip.File{FileHeader: zip.FileHeader{Name: name, UncompressedSize64: size, CompressedSize64: packed}}
	}
	for _, list := range [][]*zip.File{
		make([]*zip.File, maxEntries+1),
		{entry("files/files/a", maxFile+1, maxFile)},
		{entry("tables/appeals/1", maxText, maxText), entry("tables/appeals/2", 1, 1)},
	} {
		if err := checkLimits(list, 1<<40); err == nil || !strings.Contains(err.Error(), "предел") {
			t.Errorf("%d entries: %v", len(list), err)
		}
	}
}

// FuzzBackup: any bytes give no panic and no error other than a RefusedError.
func FuzzBackup(f *testing.F) {
	data, _ := sample(f)
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, bad []byte) {
		var refused *RefusedError
		b, err := openWhole(bad)
		if err == nil { // the seal is right
			_, err = readAll(b)
		}
		if err != nil && !errors.As(err, &refused) {
			t.Fatal(err)
		}
		if s, err := Salvage(bytes.NewReader(bad), int64(len(bad)), nothing); err == nil {
			_, _ = readAll(s)
		}
	})
}
