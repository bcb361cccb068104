package bench

import (
	"encoding/json"
	"strings"
	"testing"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/archive"
)

// What is measured as an archive of n must hold n: every appeal fits.
func TestMonthFits(t *testing.T) {
	const n = 500
	list, again := Month(1, n), Month(1, n)
	bytes := 0
	for i := range list {
		text, err := json.Marshal(&list[i])
		if err != nil {
			t.Fatal(err)
		}
		if other, _ := json.Marshal(&again[i]); string(other) != string(text) {
			t.Fatalf("appeal %d differs from run to run", i)
		}
		bytes += len(text)
		if m := appeal.ReportingMonth(&list[i]); m != (appeal.Month{Year: 2026, Month: 9}) {
			t.Errorf("appeal %d is of %v", i, m)
		}
	}
	if each := bytes / n; each < 1300 || each > 1700 {
		t.Errorf("%d bytes a record, want about 1500", each)
	}
	data, err := Foreign(list)
	if err != nil {
		t.Fatal(err)
	}
	files, err := archive.Open(data)
	if err != nil || len(files) != n {
		t.Fatal(len(files), err)
	}
	for _, f := range files {
		if read, err := archive.Unmarshal(f.Data); err != nil || !read.Fits {
			t.Errorf("%s does not fit: %v\n%s", f.Name, err, f.Data)
		}
	}
}

// Another seed is another body's month: no id and no number comes twice.
func TestSeedsDiffer(t *testing.T) {
	taken := map[string]bool{}
	for _, seed := range []uint64{1, 100, 101} {
		for _, ap := range Month(seed, 50) {
			for _, key := range []string{ap.ID, ap.Number} {
				if taken[key] {
					t.Errorf("seed %d: %s again", seed, key)
				}
				taken[key] = true
			}
		}
	}
}

// The three archives of answer files are of one, two and three days.
func TestDaysOfFiles(t *testing.T) {
	var format appeal.FormatProfile
	if err := json.Unmarshal(static.Format(), &format); err != nil {
		t.Fatal(err)
	}
	days := map[appeal.Date]int{}
	for _, ap := range WithFiles(1, filesUpTo[2]) {
		days[ap.RegistrationDate]++
		if row, _ := appeal.StatusOf(ap.Questions[0].Status); row.File == appeal.Absent ||
			!format.TakesFile(ap.Number) || ap.Rev != 0 {
			t.Fatalf("%s would go out without its file", ap.Number)
		}
	}
	for day, want := range []int{86, 171 - 86, 342 - 171} {
		if got := days[dayOfFiles(day)]; got != want {
			t.Errorf("day %d has %d files, want %d", day, got, want)
		}
	}
}

func TestGeneratedRefuses(t *testing.T) {
	for _, c := range [][3]string{{"month", "1", "1"}, {"moon-zip", "1", "1"}, {"month-zip", "x", "1"},
		{"month-zip", "1", ""}, {"../etc", "1", "1"}} {
		if data, err := generated(c[0], c[1], c[2]); err == nil {
			t.Errorf("%q made %d bytes", c, len(data))
		}
	}
}

func TestPrepared(t *testing.T) {
	got, err := Prepared(
		[]byte(`<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>`), "hook$1()")
	if err != nil || string(got) != "<head><script>hook$1()</script><title>" {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := Prepared([]byte("<head><title>"), "hook()"); err == nil || !strings.Contains(err.Error(), "Policy") {
		t.Errorf("another page is taken: %v", err)
	}
}
