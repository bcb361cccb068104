package scenario

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// recorder is a Clerk that records its calls and shows what the test has set.
type recorder struct {
	Clerk
	said  []string
	found []Finding
	zip   []byte
	fail  string // the action that fails
}

func (r *recorder) do(what string, scope Scope, args ...string) error {
	r.said = append(r.said, strings.TrimSpace(fmt.Sprint(what, " ", scope, " ", strings.Join(args, "|"))))
	if what == r.fail {
		return fmt.Errorf("cannot")
	}
	return nil
}

func (r *recorder) Today(day string) error { return r.do("today", nil, day) }
func (r *recorder) Open(s string) error    { return r.do("open", nil, s) }
func (r *recorder) Enter(s Scope) error    { return r.do("enter", s) }
func (r *recorder) Follow(s Scope, l string) error {
	return r.do("follow", s, l)
}
func (r *recorder) Press(s Scope, b string) error { return r.do("press", s, b) }
func (r *recorder) Fill(s Scope, f, v string) error {
	return r.do("fill", s, f, v)
}
func (r *recorder) Attach(s Scope, f, name string, data []byte) error {
	return r.do("attach", s, f, name, string(data))
}
func (r *recorder) Findings() ([]Finding, error) { return r.found, nil }
func (r *recorder) Month() (string, error)       { return "август 2018", nil }
func (r *recorder) Alert() (string, error)       { return "нельзя", nil }
func (r *recorder) Download() ([]byte, error)    { return r.zip, nil }
func (r *recorder) Protocol() ([]string, error)  { return []string{"154-ОГ Ответ.pdf"}, nil }

func run(t *testing.T, c Clerk, text string) error {
	t.Helper()
	s, err := Parse(filepath.Join(t.TempDir(), "x.txt"), "today 2026-11-02\n"+text)
	if err != nil {
		t.Fatal(err)
	}
	return Run(s, c, Options{})
}

func TestActions(t *testing.T) {
	r := &recorder{}
	err := run(t, r, `# a comment
open «Обращения»
in «Вопрос 1»
  fill «Статус «А»» = a = b
  in «Получатель 2»
    fill «Дата» =
  press «Ещё»
attach «Файл» = Мой ответ.pdf 12
today 2026-11-03
follow «154-ОГ»
`)
	want := []string{"today [] 2026-11-02", "open [] Обращения", "enter [Вопрос 1]", "fill [Вопрос 1] Статус «А»|a = b",
		"enter [Вопрос 1 Получатель 2]", "fill [Вопрос 1 Получатель 2] Дата|", "press [Вопрос 1] Ещё",
		"attach [] Файл|Мой ответ.pdf|012345678901",
		"today [] 2026-11-03", "follow [] 154-ОГ"}
	if err != nil || !slices.Equal(r.said, want) {
		t.Errorf("%v\n got %q\nwant %q", err, r.said, want)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{"", "# nothing", "open «Архив»", "today 2026-11-02\nopen Архив",
		"today 2026-11-02\nopen «Архив» twice",
		"today 2026-11-02\n  open «Архив»", "today 2026-11-02\nin «А»\n   open «Архив»",
		"today 2026-11-02\nexpect miracle",
		"today 2026-11-02\nfill «А» Б", "today 2026-11-02\nopen «Архив"} {
		if _, err := Parse("x.txt", text); err == nil {
			t.Errorf("parsed %q", text)
		}
	}
}

// TestExpectations: true expectations pass and false ones fail.
func TestExpectations(t *testing.T) {
	inQuestion := Finding{"error", Scope{"Вопрос 1"}, "Статус", "Не выбран статус вопроса.", "Выберите."}
	zipped := zipOf(t, `{"number":"1-ОГ","isDirect":true}`)
	for _, c := range []struct {
		r     recorder
		line  string
		holds bool
	}{
		{recorder{found: []Finding{inQuestion}}, "expect finding «Не выбран статус»", true},
		{recorder{found: []Finding{inQuestion}}, "expect error «Не выбран» at «Статус» hint «Выберите»", true},
		{recorder{found: []Finding{inQuestion}}, "expect error «Не выбран» at «Статус» hint «Удалите»", false},
		{recorder{found: []Finding{inQuestion}}, "expect error «Не выбран» at «Код»", false},
		{recorder{found: []Finding{inQuestion}}, "expect warning «Не выбран»", false},
		{recorder{found: []Finding{inQuestion}}, "expect no finding «Не выбран»", false},
		{recorder{found: []Finding{inQuestion}}, "expect no finding «Не указан»", true},
		{recorder{found: []Finding{inQuestion}}, "expect no error", false},
		{recorder{found: []Finding{inQuestion}}, "in «Вопрос 2»\n  expect no error", true},
		{recorder{found: []Finding{inQuestion}}, "in «Вопрос 2»\n  expect finding «Не выбран»", false},
		{recorder{found: []Finding{inQuestion}}, "in «Вопрос 1»\n  expect finding «Не выбран»", true},
		{recorder{}, "expect month август 2018", true}, {recorder{}, "expect month сентябрь 2018", false},
		{recorder{}, "expect refused «нельзя»", true}, {recorder{}, "expect refused «ошибка»", false},
		{recorder{zip: zipped}, "expect refused «нельзя»", false},
		{recorder{zip: zipped}, "expect download entries 1", true},
		{recorder{zip: zipped}, "expect download entries 2", false},
		{recorder{}, "expect download entries 0", false},
		{recorder{zip: zipped}, "expect archive contains «1-ОГ»", true},
		{recorder{zip: zipped}, "expect archive contains «2-ОГ»", false},
		{recorder{zip: zipped}, "expect archive lacks «2-ОГ»", true},
		{recorder{zip: zipped}, "expect archive lacks «1-ОГ»", false},
		{recorder{}, "expect archive lacks «1-ОГ»", false},
		{recorder{}, "expect protocol «154-ОГ» «Ответ.pdf»", true},
		{recorder{}, "expect protocol «155-ОГ» «Ответ.pdf»", false},
	} {
		if err := run(t, &c.r, c.line); (err == nil) != c.holds {
			t.Errorf("%s: %v", c.line, err)
		}
	}
}

func TestGolden(t *testing.T) {
	dir := t.TempDir()
	r := &recorder{zip: zipOf(t, `{"number":"1-ОГ","isDirect":true}`)}
	for file, holds := range map[string]bool{
		`{"number":"1-ОГ","isDirect":true}`:               true,
		"{\n  \"number\": \"1-ОГ\", \"isDirect\": true}":  true,
		`{"isDirect":true,"number":"1-ОГ"}`:               false,
		`{"number":"1-\u041e\u0413","isDirect":true}`:     false,
		`{"number":"1-ОГ","isDirect":true,"address":""}`:  false,
		`{"number":"1-ОГ","isDirect":true} and something`: false,
	} {
		if err := os.WriteFile(filepath.Join(dir, "golden.json"), []byte(file+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, line := range []string{"expect entry «1-ОГ» = golden.json", "expect only entry = golden.json"} {
			s, err := Parse(filepath.Join(dir, "x.txt"), "today 2026-11-02\n"+line)
			if err != nil {
				t.Fatal(err)
			}
			if err := Run(s, r, Options{}); (err == nil) != holds {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}

// TestStuck: after an action that fails the script ends.
func TestStuck(t *testing.T) {
	r := &recorder{fail: "open"}
	err := run(t, r, "expect no error\nopen «Архив»\npress «Ещё»")
	if err == nil || !strings.Contains(err.Error(), "x.txt:3: open «Архив»: cannot") || len(r.said) != 2 {
		t.Errorf("%v after %q", err, r.said)
	}
}

func zipOf(t *testing.T, text string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	f, err := w.Create("a.json")
	if err == nil {
		_, err = f.Write([]byte(text))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
