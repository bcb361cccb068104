package calendar

import (
	"os"
	"slices"
	"testing"

	"rroform/wasm/appeal"
)

func read(t *testing.T, name string) (Year, []string) {
	t.Helper()
	data, err := os.ReadFile("../../testdata/packs/" + name)
	if err != nil {
		t.Fatal(err)
	}
	years, unread, err := Read(data)
	if err != nil || len(years) != 1 || years[0].Year != 2026 {
		t.Fatalf("%s: %+v, %v", name, years, err)
	}
	return years[0], unread
}

func TestShapes(t *testing.T) {
	x, _ := read(t, "calendar.xml")
	if want := []appeal.Date{"2026-01-01", "2026-01-02", "2026-01-09", "2026-02-23"}; !slices.Equal(x.Off, want) ||
		!slices.Equal(x.Work, []appeal.Date{"2026-05-02"}) {
		t.Errorf("XML: %+v", x)
	}
	j, _ := read(t, "calendar.json")
	want := []appeal.Date{"2026-01-01", "2026-01-02", "2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08",
		"2026-01-09", "2026-05-01", "2026-05-11"}
	// a Saturday that is not listed; 08.05 is short, not off
	if !slices.Equal(j.Off, want) || !slices.Equal(j.Work, []appeal.Date{"2026-05-02"}) {
		t.Errorf("JSON: %+v", j)
	}
	l, unread := read(t, "calendar.txt")
	if !slices.Contains(l.Off, "2026-12-03") || !slices.Contains(l.Off, "2026-11-04") ||
		!slices.Equal(l.Work, []appeal.Date{"2026-12-05"}) || len(unread) != 2 {
		t.Errorf("list: %+v, unread %q", l, unread)
	}
}

func TestWorkdays(t *testing.T) {
	l, _ := read(t, "calendar.txt")
	c := Calendar{2026: l}
	for d, want := range map[appeal.Date]bool{
		"2026-12-03": false, "2026-12-05": true, "2026-12-06": false, "2026-11-04": false, "2026-11-03": true,
		"2027-01-08": false, "2027-01-11": true, "2027-05-08": false, "2027-06-14": true, "нет": false,
	} {
		if got := c.Workday(d); got != want {
			t.Errorf("%s: %v", d, got)
		}
	}
	for d, want := range map[appeal.Date]appeal.Date{"2026-12-03": "2026-12-02", "2027-01-05": "2026-12-31",
		"2027-01-03": "2026-12-31", "2026-12-05": "2026-12-05", "": ""} {
		if got := c.OnOrBefore(d); got != want {
			t.Errorf("last working day to %s is %s, want %s", d, got, want)
		}
	}
	if got := Calendar(nil).OnOrBefore("2026-10-03"); got != "2026-10-02" {
		t.Errorf("built in: %s", got)
	}
	if y := Builtin(2026); len(y.Off) != 10 || len(y.Work) != 0 {
		t.Errorf("%+v", y)
	}
}

func TestBadFiles(t *testing.T) {
	for _, text := range []string{"", "слова", "<calendar",
		`<calendar year="2026"><days><day d="13.01" t="1"/></days></calendar>`, `<calendar year="2026"/>`,
		`{"year":2026,"months":[{"month":1,"days":"32"}]}`, `{"year":1,"months":[{"month":1,"days":"1"}]}`,
		`{"year":2026,"months":[{"month":1,"days":"x"}]}`, "31.02.2026"} {
		if years, _, err := Read([]byte(text)); err == nil {
			t.Errorf("%q: %+v", text, years)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"calendar.xml", "calendar.json", "calendar.txt"} {
		data, err := os.ReadFile("../../testdata/packs/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		years, _, err := Read(data)
		if err != nil {
			return
		}
		for _, y := range years {
			for _, d := range append(y.Off, y.Work...) {
				if !d.Valid() {
					t.Fatalf("%q in %d", d, y.Year)
				}
			}
		}
	})
}
