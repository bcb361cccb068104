package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
)

// zipOf returns a zip made by the standard library from names and contents in turn.
func zipOf(t *testing.T, namesAndTexts ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(namesAndTexts); i += 2 {
		f, err := w.Create(namesAndTexts[i])
		if err == nil {
			_, err = f.Write([]byte(namesAndTexts[i+1]))
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

// TestLimits: an archive that exceeds a limit is refused with the value of the limit.
func TestLimits(t *testing.T) {
	l := Limits{Entries: 3, Entry: 3 << 20, Total: 4 << 20, Ratio: 100}
	blanks := strings.Repeat(" ", 2<<20)
	encrypted := zipOf(t, "a.json", "{}")
	for _, at := range []string{"PK\x03\x04", "PK\x01\x02"} { // the flag in both headers
		encrypted[bytes.Index(encrypted, []byte(at))+map[string]int{"PK\x03\x04": 6, "PK\x01\x02": 8}[at]] |= 1
	}
	lying := zipOf(t, "a.json", strings.Repeat("a", 3<<20+1))
	at := bytes.Index(lying, []byte("PK\x01\x02")) + 24
	copy(lying[at:], []byte{10, 0, 0, 0}) // the directory says: 10 bytes
	noise := strings.Repeat("0123456789abcdef", 90_000)
	for _, c := range []struct {
		name string
		data []byte
		want []string
	}{
		{"count", zipOf(t, "1.json", "", "2.json", "", "3.json", "", "4.json", ""), []string{"4", "ограничение — 3"}},
		{"one file", zipOf(t, "1.json", blanks+blanks), []string{"1.json", "3 МБ"}},
		{"ratio", zipOf(t, "1.json", blanks), []string{"1.json", "100 раз"}},
		{"total", zipOf(t, "1.json", noise, "2.json", noise, "3.json", noise), []string{"4 МБ", "общий размер"}},
		{"header lies", lying, nil},
		{"encrypted", encrypted, []string{"зашифрован", "ЛАРМ"}},
		{"absolute", zipOf(t, "/etc/1.json", ""), []string{"от корня"}},
		{"absolute, backslash", zipOf(t, `\1.json`, ""), []string{"от корня"}},
		{"outward", zipOf(t, "a/../../1.json", ""), []string{"«..»"}},
		{"outward, backslash", zipOf(t, `a\..\..\1.json`, ""), []string{"«..»"}},
		{"drive", zipOf(t, `C:\1.json`, ""), []string{"буквой диска"}},
	} {
		if c.name == "total" {
			l.Ratio = 1 << 30
		} else {
			l.Ratio = 100
		}
		err := l.Walk(c.data, func(_, _ int, f File) error { return f.Err })
		var open *OpenError
		if !errors.As(err, &open) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		for _, word := range c.want {
			if !strings.Contains(open.Text, word) {
				t.Errorf("%s: %q does not say %q", c.name, open.Text, word)
			}
		}
	}
	if err := Usual.Walk(zipOf(t, "папка/1.json", "{}", `папка\2.json`, "{}", "..json", "{}"),
		func(_, _ int, f File) error { return f.Err }); err != nil {
		t.Errorf("harmless names: %v", err)
	}
}

// TestDamagedIsKept: a file that cannot be unpacked is written again unchanged.
func TestDamagedIsKept(t *testing.T) {
	data := zipOf(t, "a.json", strings.Repeat("{}", 1000), "имя.txt", "text")
	data[45] ^= 0xff
	files, err := Open(data)
	if err != nil || len(files) != 2 || files[0].Err == nil || files[1].Name != "имя.txt" {
		t.Fatalf("%+v, %v", files, err)
	}
	var again []Packed
	for i := range files {
		p, err := files[i].Again()
		if err != nil {
			t.Fatal(err)
		}
		again = append(again, p)
	}
	written, err := Assemble(again)
	if err != nil {
		t.Fatal(err)
	}
	then, err := Open(written)
	if err != nil || len(then) != 2 || then[0].Err == nil || then[0].Err.Error() != files[0].Err.Error() {
		t.Fatalf("%+v, %v", then, err)
	}
	if !bytes.Equal(then[0].Kept.Data, files[0].Kept.Data) || then[1].Name != "имя.txt" ||
		string(then[1].Data) != "text" {
		t.Error("the damaged file was changed by saving")
	}
}

// TestNamesOfWindows: a name in CP866 is shown readably and written again unchanged.
func TestNamesOfWindows(t *testing.T) {
	data := zipOf(t, "XXX.json", "{}")
	data = bytes.ReplaceAll(data, []byte("XXX"), []byte{0xAE, 0xE2, 0xE7})
	files, err := Open(data)
	if err != nil || files[0].Name != "отч.json" || files[0].Raw != "\xAE\xE2\xE7.json" {
		t.Errorf("%+v, %v", files, err)
	}
	p, err := files[0].Again()
	if err != nil || p.Name != files[0].Raw {
		t.Errorf("%q, %v", p.Name, err)
	}
}
