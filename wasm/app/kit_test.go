package app

import (
	"encoding/binary"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/tools/txtar"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/rules"
	"rroform/wasm/schema"
)

// kitDoc is a document of testdata/archives: the files of one zip, and the expected results. The
// README.md there describes the header.
type kitDoc struct {
	kind, args string // of the line "expect: kind args"
	header     map[string]string
	files      []txtar.File
}

const kitDir = "../../testdata/archives"

// TestKit opens every document of the kit as a zip and judges it; what fits is
// built again from what was read.
func TestKit(t *testing.T) {
	paths, err := filepath.Glob(kitDir + "/*.txtar")
	if err != nil || len(paths) < 80 {
		t.Fatalf("%d documents, want at least 80: were some lost? %v", len(paths), err)
	}
	kinds := map[string]int{}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			doc := readKitDoc(t, path)
			kinds[doc.kind]++
			judge, ok := map[string]func(*testing.T, kitDoc, []archive.File){"fits": fits, "schema": violates,
				"findings": finds, "unreadable": unreadable, "foreign": foreignFiles, "zero": teachesZero}[doc.kind]
			if !ok {
				t.Fatalf("expect: %q", doc.kind)
			}
			files := zipped(t, doc.files)
			judge(t, doc, files)
			if o, err := archive.Unmarshal(files[0].Data); err == nil && repaired(o) != sorted(doc.header["repairs"]) {
				t.Errorf("repairs %q, want %q: %+v", repaired(o), doc.header["repairs"], o.Repairs)
			}
		})
	}
	if want := []string{"findings", "fits", "foreign", "schema", "unreadable", "zero"}; !slices.Equal(
		slices.Sorted(maps.Keys(kinds)), want) {
		t.Errorf("kinds %v, want some of each of %v", kinds, want)
	}
}

func readKitDoc(t *testing.T, path string) kitDoc {
	t.Helper()
	kit, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc := kitDoc{header: map[string]string{"today": "2026-11-02", "rebuild": "same", "read": "works"},
		files: kit.Files}
	known := []string{"expect", "today", "profile", "warnings", "rebuild", "read", "repairs", "encoding"}
	for _, line := range strings.Split(string(kit.Comment), "\n") {
		if key, value, ok := strings.Cut(line, ": "); ok && slices.Contains(known, key) {
			doc.header[key] = value
		}
	}
	doc.kind, doc.args, _ = strings.Cut(doc.header["expect"], " ")
	if len(doc.files) == 0 {
		t.Fatal("no files")
	}
	for i := range doc.files {
		doc.files[i].Data = inEncoding(t, doc.header["encoding"], doc.files[i].Data)
	}
	return doc
}

// inEncoding writes the text of a document as its header says.
func inEncoding(t *testing.T, name string, text []byte) []byte {
	t.Helper()
	switch name {
	case "":
		return text
	case "utf-16le":
		out := []byte{0xff, 0xfe}
		for _, unit := range utf16.Encode([]rune(string(text))) {
			out = binary.LittleEndian.AppendUint16(out, unit)
		}
		return out
	case "windows-1251":
		out, err := charmap.Windows1251.NewEncoder().Bytes(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	t.Fatalf("encoding: %q", name)
	return nil
}

// repaired lists the places that the reader has mended, without repeats.
func repaired(o *archive.Opened) string {
	var places []string
	for _, r := range o.Repairs {
		place := r.Field
		if place == "" {
			place = "root"
		}
		if !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	return sorted(strings.Join(places, " "))
}

// zipped packs the files and opens the zip again.
func zipped(t *testing.T, files []txtar.File) []archive.File {
	t.Helper()
	var entries []archive.Packed
	for _, f := range files {
		p, err := archive.Pack(f.Name, f.Data)
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, p)
	}
	data, err := archive.Assemble(entries)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := archive.Open(data)
	if err != nil || len(opened) != len(files) {
		t.Fatalf("%d files of %d: %v", len(opened), len(files), err)
	}
	for i, f := range opened {
		if f.Err != nil || f.Name != files[i].Name || string(f.Data) != string(files[i].Data) {
			t.Fatalf("%s came back as %s, %v", files[i].Name, f.Name, f.Err)
		}
	}
	return opened
}

// app returns a core whose format profile has the switches of the header and
// whose active profile is the body departmentID.
func (d kitDoc) app(t *testing.T, departmentID string) *App {
	t.Helper()
	a := startKit(t, appeal.Date(d.header["today"]))
	p, _ := a.office.Profile(a.office.Active)
	p.DepartmentID, p.Name, p.PersonID, p.PersonName, p.Position = departmentID, "Администрация", "УИУЛ",
		"Образцова А. П.", "Делопроизводитель"
	if _, err := a.SaveProfile(t.Context(), SaveProfileReq{p}); err != nil {
		t.Fatal(err)
	}
	row := a.office.Format
	for _, s := range strings.Fields(d.header["profile"]) {
		key, value, _ := strings.Cut(s, "=")
		switch key {
		case "createDateOfDirect":
			row.Format.CreateDateOfDirect = appeal.CreateDateForm(value)
		case "extended":
			row.Format.Extended = appeal.ExtendedForm(value)
		case "recipients":
			row.Format.Recipients = appeal.RecipientsForm(value)
		case "fileRule":
			row.Format.FileRule = appeal.FileRule(value)
		case "maxFileBase64":
			if _, err := fmt.Sscan(value, &row.Format.MaxFileBase64); err != nil {
				t.Fatal(err)
			}
		default:
			t.Fatalf("profile switch %q", s)
		}
	}
	if _, err := a.setFormat(t.Context(), row); err != nil {
		t.Fatal(err)
	}
	return a
}

// read holds an entry against the schema and reads it.
func read(t *testing.T, f archive.File) *archive.Opened {
	t.Helper()
	if wrong := schema.Validate(schema.Entry, f.Data); len(wrong) > 0 {
		t.Fatalf("%s does not fit: %v", f.Name, wrong)
	}
	o, err := archive.Unmarshal(f.Data)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// codesOf returns the rules that speak with the level, without repeats.
func codesOf(found []rules.Finding, level appeal.Level) string {
	var codes []string
	for _, f := range found {
		if f.Level == level && !slices.Contains(codes, f.Rule) {
			codes = append(codes, f.Rule)
		}
	}
	return strings.Join(slices.Sorted(slices.Values(codes)), " ")
}

func sorted(list string) string {
	return strings.Join(slices.Sorted(slices.Values(strings.Fields(list))), " ")
}

// findings judges an opened entry as the register would.
func (d kitDoc) findings(t *testing.T, o *archive.Opened) []rules.Finding {
	t.Helper()
	a := d.app(t, o.DepartmentID)
	return rules.Check(rules.Subject{Appeal: &o.Appeal}, a.register.Env(a.office.Active))
}
