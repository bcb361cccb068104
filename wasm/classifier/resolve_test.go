package classifier

import (
	"strings"
	"testing"
)

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		text       string
		kind       Kind
		code       string
		candidates string
	}{
		{"0003.0009.0099.0742", KindOK, "0003.0009.0099.0742", ""},
		{"0003.0009.0099.0742.0110", KindOK, "0003.0009.0099.0742.0110", ""},
		{"0003.0009.0099.0742.0000", KindOK, "0003.0009.0099.0742", ""},
		{" 0003. 0009.0099 .0742. ", KindOK, "0003.0009.0099.0742", ""},
		{"0003\u00a00009\u20090099\t0742\n", KindOK, "0003.0009.0099.0742", ""},
		{"0003000900990742", KindOK, "0003.0009.0099.0742", ""},
		{"00030009009907420110", KindOK, "0003.0009.0099.0742.0110", ""},
		{"0003,0009,0099,0742", KindOK, "0003.0009.0099.0742", ""},
		{"(0003.0009..0099.0742)", KindOK, "0003.0009.0099.0742", ""},
		{"ООО3.оооo.0099.0742", KindUnknown, "", "0003.0009.0099.0742"},
		{"ООО3.OOo9.оО99.О742", KindOK, "0003.0009.0099.0742", ""}, // the letter О
		{"0002.0013.0139.0336.0035", KindOK, "0002.0013.0139.0336.0035", ""},
		{"0002.0013.0139.0336.0037", KindOK, "0002.0013.0139.0336.0037", ""},

		{"0455", KindShort, "0002.0014.0145.0455", "0002.0014.0145.0455"},
		{"О455.", KindShort, "0002.0014.0145.0455", "0002.0014.0145.0455"},
		{"0003", KindShort, "0001.0001.0002.0003", "0001.0001.0002.0003"}, // never the section
		{"0037", KindShort, "", "0001.0001.0010.0037 0001.0001.0011.0037 0001.0001.0012.0037"},
		{"0040", KindShort, "", "0001.0001.0009.0040 0001.0001.0010.0040 0001.0001.0011.0040 0001.0001.0012.0040 " +
			"0001.0001.0013.0040"},
		{"1197", KindShort, "", "0003.0009.0093.1197 0003.0009.0098.1197 0005.0005.0056.1197"},

		{"0003.0000.0000.0000", KindNotAssignable, "0003", ""},
		{"0003.0009", KindNotAssignable, "0003.0009", ""},
		{"0003.0009.0099", KindNotAssignable, "0003.0009.0099", ""},
		{"0003.0009.0099.0000", KindNotAssignable, "0003.0009.0099", ""},

		{"0002.0013.0139.0336.0036", KindUnknown, "", "0002.0013.0139.0336"}, // an explicit list
		{"0003.0009.0096.0742", KindUnknown, "", "0003.0009.0099.0742"},      // a wrong theme
		{"0003.0009.0099.9999", KindUnknown, "", ""},
		{"0003.0098", KindUnknown, "", ""},
		{"0003.0008.0077.04571", KindUnknown, "", ""}, // a footnote digit glued on
		{"0003.0009.0099.742", KindUnknown, "", ""},
		{"0003.0009.0099.0742.0110.0001", KindUnknown, "", ""},
		{"9999", KindUnknown, "", ""},
		{"0000", KindUnknown, "", ""},
		{"0000.0742.0000.0000", KindUnknown, "", ""},
		{"455", KindUnknown, "", ""},
		{"0003-0009", KindUnknown, "", ""},
		{"ОООО", KindUnknown, "", ""},
		{"дороги", KindUnknown, "", ""},
		{"", KindUnknown, "", ""},
		{"...", KindUnknown, "", ""},
		{"\xff\xfe", KindUnknown, "", ""},
	} {
		got := edition(t).Resolve(c.text)
		if list := strings.Join(got.Candidates, " "); got.Kind != c.kind || got.Code != c.code || list != c.candidates {
			t.Errorf("Resolve(%q) = %s %q [%s], want %s %q [%s]", c.text, got.Kind, got.Code, list, c.kind, c.code,
				c.candidates)
		}
	}
}

func TestResolveRetired(t *testing.T) {
	for _, c := range []struct {
		text       string
		kind       Kind
		code       string
		candidates string
	}{
		{"0001.0002.0003.0004", KindRetired, "0001.0002.0003.0004", ""},
		{"0001.0002.0003.0004.0005", KindRetired, "0001.0002.0003.0004.0005", ""},
		{"0001.0002.0003.0006.0005", KindRetired, "0001.0002.0003.0006.0005", ""},
		{"0001.0002.0003.0006", KindOK, "0001.0002.0003.0006", ""},
		{"0004", KindRetired, "0001.0002.0003.0004", "0001.0002.0003.0004"},
		{"0006", KindShort, "0001.0002.0003.0006", "0001.0002.0003.0006"},
		{"0001.0002.0009.0004", KindUnknown, "", ""}, // a retired one is no advice
	} {
		got := smallTable(t).Resolve(c.text)
		if list := strings.Join(got.Candidates, " "); got.Kind != c.kind || got.Code != c.code || list != c.candidates {
			t.Errorf("Resolve(%q) = %s %q [%s], want %s %q [%s]", c.text, got.Kind, got.Code, list, c.kind, c.code,
				c.candidates)
		}
	}
}

// Every row of the edition resolves to itself, and only three numbers are
// ambiguous (static/CLASSIFIER.md, "Code grammar").
func TestResolveEveryRow(t *testing.T) {
	table := edition(t)
	several := map[string]bool{}
	for r := range table.All() {
		want := KindOK
		if r.Level < LevelQuestion {
			want = KindNotAssignable
		}
		if got := table.Resolve(r.Code); r.Level > 1 && (got.Kind != want || got.Code != r.Code) {
			t.Errorf("Resolve(%s) = %+v", r.Code, got)
		}
		if r.Level == LevelQuestion {
			number := r.Code[len(r.Code)-GroupLen:]
			if got := table.Resolve(number); got.Code == "" {
				several[number] = true
			} else if got.Kind != KindShort || got.Code != r.Code {
				t.Errorf("Resolve(%s) = %+v, want %s", number, got, r.Code)
			}
		}
	}
	if len(several) != 3 || !several["0037"] || !several["0040"] || !several["1197"] {
		t.Errorf("ambiguous: %v", several)
	}
}

func TestNeedsSubject(t *testing.T) {
	for _, c := range []struct {
		table *Table
		code  string
		want  bool
	}{
		{edition(t), "0003.0008.0077.0457", true},
		{edition(t), "0003.0008.0077.0458", false},
		{edition(t), "0003.0008.0077", false},
		{edition(t), "0457", false},
		{smallTable(t), "0001.0002.0003.0457", true},  // the number, under any тема
		{smallTable(t), "0001.0002.0003.0006", false}, // a note of another kind
	} {
		r, _ := c.table.Row(c.code)
		if got := c.table.NeedsSubject(c.code); got != c.want || got && r.Note == "" {
			t.Errorf("NeedsSubject(%s) = %v, note %q", c.code, got, r.Note)
		}
	}
}

func FuzzResolve(f *testing.F) {
	for _, s := range []string{"0003.0009.0099.0742.0110", "0455", "ООО3", "00030009", "..", "\xff"} {
		f.Add(s)
	}
	table := edition(f)
	f.Fuzz(func(t *testing.T, text string) {
		got := table.Resolve(text)
		_, known := table.Row(got.Code)
		if want := got.Code != ""; known != want {
			t.Errorf("Resolve(%q) = %+v, which is no row", text, got)
		}
		if len(got.Code) > GroupLen { // a section's four digits would be a question number
			if again := table.Resolve(got.Code); again.Code != got.Code {
				t.Errorf("Resolve(%q) = %+v, which resolves to %+v", text, got, again)
			}
		}
	})
}

// TestCodeInTheOtherLayout: a code may be typed in the other keyboard layout.
func TestCodeInTheOtherLayout(t *testing.T) {
	table := edition(t)
	for _, typed := range []string{"0003ю0009ю0097ю0694", "щщщ3.щщщ9.щщ97.щ694", "щщщ3ющщщ9ющщ97ющ694",
		"jjj3.jjj9.jj97.j694", "0003/0009/0097/0694", "0003б0009б0097б0694", "0003?0009?0097?0694"} {
		if got := table.Resolve(typed); got.Code != "0003.0009.0097.0694" {
			t.Errorf("%q: %+v", typed, got)
		}
	}
	for _, typed := range []string{"12б", "2024/2025", "05ю10ю2026", "5/7", "0003ю",
		"0003/0009/0097/0694/0002/0014/0143/0389"} {
		if got := TypedGroups(typed); got != nil {
			t.Errorf("%q is read as %v", typed, got)
		}
	}
}
