package app

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/archive"
	"rroform/wasm/forming"
	"rroform/wasm/ledger"
	"rroform/wasm/rules"
	"rroform/wasm/schema"
	"rroform/wasm/store"
)

func startKit(t *testing.T, today appeal.Date) *App {
	t.Helper()
	now, ok := today.Time()
	if !ok {
		t.Fatalf("today: %q", today)
	}
	a := New(Options{Now: func() time.Time { return now },
		Open: func(context.Context) (store.Store, error) { return store.NewMemory(), nil }})
	if _, err := a.Hello(t.Context(), HelloReq{}); err != nil {
		t.Fatal(err)
	}
	return a
}

// fits: schema and rules have no objection, and the entry can be built again.
func fits(t *testing.T, doc kitDoc, files []archive.File) {
	for _, f := range files {
		o := read(t, f)
		found := doc.findings(t, o)
		if errors := codesOf(found, appeal.Error); errors != "" {
			t.Errorf("errors %s", errors)
		}
		if got, want := codesOf(found, appeal.Warning), sorted(doc.header["warnings"]); got != want {
			t.Errorf("warnings %q, want %q", got, want)
		}
		got, want := doc.rebuild(t, o), new(bytes.Buffer)
		if err := json.Compact(want, f.Data); err != nil {
			t.Fatal(err)
		}
		same, canonical := bytes.Equal(got, want.Bytes()), reflect.DeepEqual(value(t, got), value(t, want.Bytes()))
		ok, known := map[string]bool{"same": same, "canonical": canonical && !same,
			"differs": !canonical}[doc.header["rebuild"]]
		if !ok || !known {
			t.Errorf("rebuild %s:\nread  %s\nbuilt %s", doc.header["rebuild"], want, got)
		}
	}
}

// rebuild puts the opened appeal into an empty register and forms the archive.
func (d kitDoc) rebuild(t *testing.T, o *archive.Opened) []byte {
	t.Helper()
	a := d.app(t, o.DepartmentID)
	ap := o.Appeal
	ap.ID = ledger.NewID()
	for i := range ap.Questions {
		have := ap.Questions[i].Attachment
		if have == nil {
			continue
		}
		res, _, err := a.PutFile(t.Context(), PutFileReq{[]rules.FileInfo{{Name: have.Name, Size: have.Size}}},
			[][]byte{o.Files[have.FileID]})
		if err != nil || res.Attachment == nil {
			t.Fatalf("put file: %+v, %v", res, err)
		}
		res.Attachment.Extra = have.Extra
		ap.Questions[i].Attachment = res.Attachment
	}
	card, err := a.SaveAppeal(t.Context(), SaveAppealReq{Appeal: ap})
	if err != nil {
		t.Fatal(err)
	}
	res, err := a.forming.Build(t.Context(), forming.PlanReq{Month: card.Month})
	if err != nil {
		t.Fatal(err)
	}
	_, parts, err := a.ArchivePart(t.Context(), ArchivePartReq{ID: res.Archive.ID}, nil)
	if err != nil {
		t.Fatal(err)
	}
	files, err := archive.Open(parts[0])
	if err != nil || len(files) != 1 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	return files[0].Data
}

func value(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// violates: the schema objects at exactly these places; "root" is the whole.
func violates(t *testing.T, doc kitDoc, files []archive.File) {
	var places []string
	for _, v := range schema.Validate(schema.Entry, files[0].Data) {
		if place := strings.Replace("root"+v.Path, "root/", "/", 1); !slices.Contains(places, place) {
			places = append(places, place)
		}
		if v.Text == "" || strings.Trim(v.Text, " abcdefghijklmnopqrstuvwxyz'") == "" {
			t.Errorf("not said in Russian: %q", v.Text)
		}
	}
	if got := sorted(strings.Join(places, " ")); got != sorted(doc.args) {
		t.Errorf("violations at %s, want %s", got, doc.args)
	}
	if _, err := archive.Unmarshal(files[0].Data); (err == nil) != (doc.header["read"] == "works") {
		t.Errorf("read %s: %v", doc.header["read"], err)
	}
}

// finds: the entry fits the schema, and exactly these rules find errors.
func finds(t *testing.T, doc kitDoc, files []archive.File) {
	if got := codesOf(doc.findings(t, read(t, files[0])), appeal.Error); got != sorted(doc.args) {
		t.Errorf("errors %q, want %q", got, doc.args)
	}
}

// unreadable: no appeal at all comes out, and the reason concerns the whole.
func unreadable(t *testing.T, _ kitDoc, files []archive.File) {
	wrong := schema.Validate(schema.Entry, files[0].Data)
	if len(wrong) != 1 || wrong[0].Path != "" {
		t.Errorf("violations %v, want one of the whole", wrong)
	}
	if o, err := archive.Unmarshal(files[0].Data); err == nil {
		t.Errorf("read as %+v", o)
	}
}

// foreignFiles: the rule speaks about the list of files.
func foreignFiles(t *testing.T, doc kitDoc, files []archive.File) {
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	check := func(names []string) string {
		return codesOf(rules.Check(rules.Subject{Entries: names}, &rules.Env{}), appeal.Error)
	}
	if got := check(names); got != doc.args {
		t.Errorf("errors %q, want %q", got, doc.args)
	}
	if got := check(names[:1]); got != "" {
		t.Errorf("%s about %s alone", got, names[0])
	}
}

// teachesZero: the template that is learnt from another program's zero report
// writes that very report again, and another one for another month.
func teachesZero(t *testing.T, doc kitDoc, files []archive.File) {
	sample := bytes.TrimSpace(files[0].Data)
	template, err := archive.LearnZero(sample)
	if err != nil {
		t.Fatal(err)
	}
	day := appeal.Date(doc.args + "-01")
	const body = "89729055-843A-4EEB-88E1-71535B245D6F"
	again, err := archive.RenderZero(template, body, appeal.MonthOf(day))
	if err != nil || !bytes.Equal(again, sample) {
		t.Errorf("%v\n got %s\nwant %s", err, again, sample)
	}
	next, err := archive.RenderZero(template, "a1b2c3d4-0001-4000-8000-000000000001", appeal.MonthOf(day).Next())
	if err != nil || bytes.Equal(next, sample) || bytes.Contains(next, []byte(body)) {
		t.Errorf("for another body and month: %v\n%s", err, next)
	}
	if wrong := schema.Validate(schema.Entry, sample); len(wrong) == 0 {
		t.Error("a zero report passes for an appeal")
	}
}
