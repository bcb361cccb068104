package rules

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rroform/wasm/appeal"
)

// TestKit runs testdata/rules: each file is a rule, each section a case. The name of a
// section is "pass: …" or "fail FIELD: …", its text a JSON merge patch over base.json;
// "question" patches the first question.
func TestKit(t *testing.T) {
	const dir = "../../testdata/rules"
	base := readJSON(t, filepath.Join(dir, "base.json"))
	format := readJSON(t, "../../static/format.json")
	for _, rule := range Table {
		t.Run(rule.Code, func(t *testing.T) {
			kit, err := txtar.ParseFile(filepath.Join(dir, rule.Code+".txt"))
			if err != nil {
				t.Fatal("every rule has a file of cases: ", err)
			}
			passing, failing := 0, 0
			for _, c := range kit.Files {
				kind, _, ok := strings.Cut(c.Name, ":")
				if !ok {
					t.Fatalf("case %q has no name", c.Name)
				}
				field, fails := strings.CutPrefix(kind, "fail ")
				if fails {
					failing++
				} else if passing++; kind != "pass" {
					t.Fatalf("case %q is neither pass nor fail", c.Name)
				}
				got := findingsOf(rule.Code, check(t, base, format, c.Data))
				if fails && !contains(got, field) {
					t.Errorf("%s: want a finding at %s, got %v", c.Name, field, got)
				}
				if !fails && len(got) > 0 {
					t.Errorf("%s: want no finding, got %v", c.Name, got)
				}
			}
			if passing == 0 || failing == 0 {
				t.Errorf("%d passing and %d failing cases, want at least one of each", passing, failing)
			}
		})
	}
}

// TestBase: the base of all cases has no findings, so that a case changes one thing only.
func TestBase(t *testing.T) {
	base := readJSON(t, "../../testdata/rules/base.json")
	if got := check(t, base, readJSON(t, "../../static/format.json"), []byte("{}")); len(got) > 0 {
		t.Errorf("base.json has findings: %+v", got)
	}
}

func TestTable(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Table {
		if seen[r.Code] {
			t.Errorf("code %s stands twice", r.Code)
		}
		seen[r.Code] = true
		if r.Text == "" || r.Hint == "" || r.Source == "" || strings.HasSuffix(r.Text, ".") ||
			!strings.HasSuffix(r.Hint, ".") {
			t.Errorf("%s: text without full stop, hint with one, and a source", r.Code)
		}
		if appeal.FieldOrder(r.Field) < 0 {
			t.Errorf("%s: field %q has no label", r.Code, r.Field)
		}
		if weight[r.Level] == 0 && r.Level != appeal.Error {
			t.Errorf("%s: level %q", r.Code, r.Level)
		}
	}
	files, _ := filepath.Glob("../../testdata/rules/*.txt")
	if len(files) != len(Table) {
		t.Errorf("%d files of cases for %d rules: one of a rule that is gone?", len(files), len(Table))
	}
}

func TestLevelOfProfile(t *testing.T) {
	env := Env{Format: appeal.FormatProfile{Levels: map[string]appeal.Level{"B-06": appeal.Warning}}, Code: stubCode}
	empty := Subject{Appeal: &appeal.Appeal{}}
	if f := findingsOf("B-06", Check(empty, &env)); len(f) != 1 || f[0].Level != appeal.Warning {
		t.Errorf("B-06 lowered to a warning: got %+v", f)
	}
	env.Format.Levels["B-06"] = appeal.Off
	if f := findingsOf("B-06", Check(empty, &env)); len(f) != 0 {
		t.Errorf("B-06 switched off: got %+v", f)
	}
}

// TestOrder: findings are in the order of the form.
func TestOrder(t *testing.T) {
	env := Env{Code: stubCode}
	a := &appeal.Appeal{
		Questions: []appeal.Question{{Status: appeal.Transferred, Transfers: make([]appeal.Transfer, 2)}, {}}}
	var fields []string
	for _, f := range Check(Subject{Appeal: a}, &env) {
		if f.Level == appeal.Error {
			fields = append(fields, f.Field)
		}
	}
	want := "format number createDate incomingDate registrationDate name questions.0.code " +
		"questions.0.transfers.0.departmentId questions.0.transfers.0.transferDate " +
		"questions.0.transfers.0.transferNumber questions.0.transfers.1.departmentId " +
		"questions.0.transfers.1.transferDate questions.0.transfers.1.transferNumber questions.1.code " +
		"questions.1.status"
	if got := strings.Join(fields, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func check(t *testing.T, base, format map[string]any, patch []byte) []Finding {
	t.Helper()
	over := map[string]any{}
	if err := json.Unmarshal(patch, &over); err != nil {
		t.Fatalf("patch %s: %v", patch, err)
	}
	subject := merge(base["subject"], over).(map[string]any)
	if q, ok := over["question"]; ok {
		list := subject["appeal"].(map[string]any)["questions"].([]any)
		subject["appeal"] = merge(subject["appeal"], map[string]any{"questions": []any{merge(list[0], q)}})
	}
	for _, k := range []string{"today", "format", "question", "duplicates", "zeroReport"} {
		delete(subject, k)
	}
	var s Subject
	env := Env{Code: stubCode, Today: appeal.Date(base["today"].(string))}
	convert(t, subject, &s)
	convert(t, merge(merge(format, base["format"]), over["format"]), &env.Format)
	if today, ok := over["today"].(string); ok {
		env.Today = appeal.Date(today)
	}
	env.Profile = *s.Profile
	var doubles []Duplicate
	convert(t, over["duplicates"], &doubles)
	env.Duplicates = func(*appeal.Appeal) []Duplicate { return doubles }
	zeroReport, _ := over["zeroReport"].(map[string]any)
	env.ZeroReport = func(m appeal.Month) string { words, _ := zeroReport[m.String()].(string); return words }
	return Check(s, &env)
}

// stubCode replaces the classifier, which this package does not import.
func stubCode(code string) CodeVerdict {
	switch code {
	case "0455":
		return CodeVerdict{Kind: CodeShort, Candidates: []string{"0003.0008.0082.0455"}}
	case "0037":
		return CodeVerdict{Kind: CodeShort, Candidates: []string{"0001.0001.0010.0037", "0001.0001.0011.0037"}}
	case "0003.0009.0097", "0003.0009.0097.0000":
		return CodeVerdict{Kind: CodeNotAssignable}
	case "0009.0009.0009.0009":
		return CodeVerdict{Kind: CodeRetired}
	case "0003.0008.0083.0457":
		return CodeVerdict{Kind: CodeOK, NeedsOther: true}
	case "0003.0009.0097.0694", "0001.0001.0006.0013.0001":
		return CodeVerdict{Kind: CodeOK}
	}
	return CodeVerdict{Kind: CodeUnknown}
}

// merge is JSON merge patch (RFC 7386).
func merge(into, patch any) any {
	p, ok := patch.(map[string]any)
	if !ok {
		if patch == nil {
			return into
		}
		return patch
	}
	out := map[string]any{}
	if m, ok := into.(map[string]any); ok {
		for k, v := range m {
			out[k] = v
		}
	}
	for k, v := range p {
		if v == nil {
			delete(out, k)
		} else {
			out[k] = merge(out[k], v)
		}
	}
	return out
}

func convert(t *testing.T, from any, into any) {
	t.Helper()
	data, _ := json.Marshal(from)
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

func readJSON(t *testing.T, path string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]any{}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func findingsOf(code string, all []Finding) []Finding {
	var of []Finding
	for _, f := range all {
		if f.Rule == code {
			of = append(of, f)
		}
	}
	return of
}

func contains(all []Finding, field string) bool {
	for _, f := range all {
		if f.Field == field {
			return true
		}
	}
	return false
}

// TestDuplicateWords: a repeated number is a warning, and no rule says that equal
// numbers differ.
func TestDuplicateWords(t *testing.T) {
	for _, kind := range []DuplicateKind{SameNumber, SameOwnNumber, SameApplicant, SimilarPerson} {
		for _, same := range []bool{true, false} {
			env := Env{Code: stubCode, Duplicates: func(*appeal.Appeal) []Duplicate {
				return []Duplicate{{Kind: kind, ID: "x", Number: "12-ОГ", SameNumber: same}}
			}}
			for _, f := range Check(Subject{Appeal: &appeal.Appeal{}}, &env) {
				if f.Link == nil {
					continue
				}
				if kind != SimilarPerson && f.Level != appeal.Warning {
					t.Errorf("%s: %s", kind, f.Level)
				}
				if strings.Contains(f.Text+f.Hint, "разными номерами") ||
					strings.Contains(f.Hint, "один и тот же") != (same &&
						(kind == SameApplicant || kind == SimilarPerson)) {
					t.Errorf("%s, same number %v: %s %s", kind, same, f.Text, f.Hint)
				}
			}
		}
	}
}
