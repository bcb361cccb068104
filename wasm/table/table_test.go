package table_test

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"rroform/wasm/appeal"
	"rroform/wasm/sheet"
	"rroform/wasm/table"
)

var update = flag.Bool("update", false, "write the golden files of testdata/import")

const dir = "../../testdata/import"

// encodings of the suffix before .csv, .tsv or .json; the files themselves are
// UTF-8, so that they can be read and compared.
var encodings = map[string]func(*testing.T, string) []byte{
	"utf8":   func(_ *testing.T, s string) []byte { return []byte(s) },
	"bom":    func(_ *testing.T, s string) []byte { return []byte("\uFEFF" + s) },
	"utf16":  func(_ *testing.T, s string) []byte { return wide(s) },
	"cp1251": cp1251,
	"cp866":  old(charmap.CodePage866),
	"koi8":   old(charmap.KOI8R),
	"mac":    old(charmap.MacintoshCyrillic),
}

func old(in *charmap.Charmap) func(*testing.T, string) []byte {
	return func(t *testing.T, s string) []byte {
		out, err := in.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}

func readText(data []byte) (*sheet.Sheet, error) { return sheet.ReadText(data, "") }

func cp1251(t *testing.T, s string) []byte {
	out, err := charmap.Windows1251.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func wide(s string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// own results of the golden files.
var own = map[string]appeal.Status{"частично поддержано": appeal.Supported, "даны разъяснения": appeal.Explained}

// TestImports reads each table of testdata/import and holds what is made of it
// against the golden file beside it.
func TestImports(t *testing.T) {
	paths, err := filepath.Glob(dir + "/*.*.[ctj]s*")
	if err != nil || len(paths) < 12 {
		t.Fatalf("%d tables, want at least 12: %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			parts := strings.Split(filepath.Base(path), ".")
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var s *sheet.Sheet
			if parts[2] == "json" {
				s, err = sheet.ReadRows(text)
			} else {
				s, err = readText(encodings[parts[1]](t, string(text)))
			}
			if err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join(dir, parts[0]+".golden")
			got := describe(t, s)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil || got != string(want) {
				t.Errorf("%v, got\n%s\nwant\n%s", err, got, want)
			}
		})
	}
}

// describe says in lines what a table was understood as.
func describe(t *testing.T, s *sheet.Sheet) string {
	var b strings.Builder
	m := table.Mapping{Header: table.HeaderRow(s), Defaults: map[string]string{table.Format: string(appeal.Other)}}
	titles := table.Titles(s, m.Header)
	m.Columns = table.Recognise(s, m.Header)
	if len(m.Feeds(table.Direct)) == 0 {
		m.Defaults[table.Direct] = table.Yes
	}
	fmt.Fprintf(&b, "%s\nheader %d\n", s.Note, m.Header+1)
	for i, title := range titles {
		fmt.Fprintf(&b, "column %q: %s\n", title, m.Columns[i])
	}
	words := table.Words{Result: func(cell string) (table.Outcome, bool) {
		if o, ok := table.OutcomeByLabel(cell); ok {
			return o, true
		}
		st, ok := own[strings.ToLower(cell)]
		return table.Outcome{Status: st}, ok
	}}
	res, err := table.Make(s, m, words, func(int) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	for _, made := range res.Made {
		data, err := json.MarshalIndent(shown(made.Appeal), "", " ")
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "rows %v %s\n", oneBased(made.Rows), data)
		for _, r := range made.Told {
			fmt.Fprintf(&b, "told %d/%d: %s %s\n", r.Row+1, r.Column+1, r.Text, r.Hint)
		}
	}
	for _, r := range res.Refused {
		fmt.Fprintf(&b, "refused %d/%d: %s %s\n", r.Row+1, r.Column+1, r.Text, r.Hint)
	}
	for _, r := range res.Skipped {
		fmt.Fprintf(&b, "skipped %d: %s\n", r.Row+1, r.Text)
	}
	fmt.Fprintf(&b, "empty %d\n", res.Empty)
	return b.String()
}

func oneBased(rows []int) (out []int) {
	for _, r := range rows {
		out = append(out, r+1)
	}
	return out
}

// shown leaves out what a table never fills.
func shown(ap appeal.Appeal) map[string]any {
	data, _ := json.Marshal(ap)
	var m map[string]any
	_ = json.Unmarshal(data, &m)
	clean(m)
	return m
}

func clean(m map[string]any) {
	for key, v := range m {
		switch v := v.(type) {
		case nil:
			delete(m, key)
		case string:
			if v == "" || v == "0001-01-01T00:00:00Z" {
				delete(m, key)
			}
		case []any:
			for _, x := range v {
				if inner, ok := x.(map[string]any); ok {
					clean(inner)
				}
			}
		}
	}
	delete(m, "rev")
	delete(m, "draft")
}

// TestTargets: every field is told by its own label, as in the sample table,
// and no header is claimed by two fields.
func TestTargets(t *testing.T) {
	for _, target := range table.Targets {
		if got := table.Recognise(&sheet.Sheet{Rows: [][]string{{target.Label}}, Columns: 1},
			0)[0]; got != target.Field {
			t.Errorf("%q is %q, want %q", target.Label, got, target.Field)
		}
	}
	if twice := table.Ambiguous(); len(twice) > 0 {
		t.Errorf("headers of two fields: %q", twice)
	}
}

// TestLimits: each refusal says which limit was passed.
func TestLimits(t *testing.T) {
	for want, data := range map[string][]byte{
		"больше 50000 строк":     []byte(strings.Repeat("a;b\n", sheet.MaxRows+1)),
		"больше 200 столбцов":    []byte(strings.Repeat(";", sheet.MaxColumns+1) + "x"),
		"больше 32767 знаков":    []byte("a;\"" + strings.Repeat("я", sheet.MaxCell+1) + "\""),
		"больше 50 МБ":           make([]byte, sheet.MaxBytes+1),
		"не текстовая таблица":   []byte("PK\x03\x04 workbook"),
		"не текстовая таблица. ": []byte("\xD0\xCF\x11\xE0\x00\x00old workbook"),
	} {
		_, err := readText(data)
		var refused *sheet.RefusedError
		if !errors.As(err, &refused) || !strings.Contains(refused.Text+" ", want) || refused.Hint == "" {
			t.Errorf("%s: %v", want, err)
		}
	}
	for _, bad := range []string{"", "[]", `[["a", 5]]`, "[[", `{"rows":[0],"columns":[0],"texts":[]}`,
		`{"rows":[1,0],"columns":[0,0],"texts":["a","b"]}`,
		`{"rows":[0,0],"columns":[1,0],"texts":["a","b"]}`, `{"rows":[0],"columns":[999],"texts":["a"]}`,
		`{"rows":[999999],"columns":[0],"texts":["a"]}`,
		`{"rows":[-1],"columns":[0],"texts":["a"]}`, `{"rows":[0],"columns":[-1],"texts":["a"]}`} {
		if _, err := sheet.ReadRows([]byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

// FuzzRead: whatever is loaded, it is read or refused.
func FuzzRead(f *testing.F) {
	paths, err := filepath.Glob(dir + "/*.*.[ctj]s*")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add(wide("Рег. №\tФИО\n1\tИванов"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, read := range []func([]byte) (*sheet.Sheet, error){readText, sheet.ReadRows} {
			s, err := read(data)
			var refused *sheet.RefusedError
			if err != nil {
				if !errors.As(err, &refused) {
					t.Fatal(err)
				}
				continue
			}
			m := table.Mapping{Header: table.HeaderRow(s), Defaults: map[string]string{table.Direct: table.No}}
			m.Columns = table.Recognise(s, m.Header)
			res, err := table.Make(s, m, table.Words{Result: table.OutcomeByLabel}, func(int) error { return nil })
			if err != nil {
				t.Fatal(err)
			}
			seen := map[int]bool{}
			for _, made := range res.Made {
				for _, r := range made.Rows {
					seen[r] = true
				}
			}
			for _, r := range res.Refused {
				seen[r.Row] = true
			}
			for _, r := range res.Skipped {
				seen[r.Row] = true
			}
			if got, want := len(seen)+res.Empty, len(s.Rows)-m.Header-1; got != want {
				t.Fatalf("%d rows of %d ended anywhere", got, want)
			}
		}
	})
}
