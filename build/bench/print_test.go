package bench

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	var out strings.Builder
	Markdown(&out, "Browser", []Line{Against("save", "idb", 4, 2, "ratio ≥ 0.67"), Alone("boot", 1234.4, ""),
		Sizes("zip", "fflate", 118.3e6, 121.7e6, "ratio ≥ 1"),
		Sizes("peak", "", 250e6, 0, "< 300 MB")})
	want := `Browser

| work | peer | ours | peer's | ratio | goal |
|---|---|---:|---:|---:|---|
| save | idb | 4.00 ms | 2.00 ms | 0.50 | ratio ≥ 0.67 |
| boot |  | 1234 ms |  |  |  |
| zip | fflate | 118 MB | 122 MB | 1.03 | ratio ≥ 1 |
| peak |  | 250 MB |  |  | < 300 MB |
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

func TestFigure(t *testing.T) {
	for value, want := range map[float64]string{0: "0.000 ms", 0.0471: "0.047 ms", 0.9: "0.900 ms", 1: "1.00 ms",
		23.46: "23.5 ms", 345.6: "346 ms", 98765: "98765 ms"} {
		if got := figure(value, "ms"); got != want {
			t.Errorf("%v is %q, want %q", value, got, want)
		}
	}
}

func TestCall(t *testing.T) {
	for want, args := range map[string][]any{
		"f(...[])": nil, `f(...[1,"а",{"peer":true}])`: {1, "а", map[string]bool{"peer": true}}} {
		if got := call("f", args...); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// fakeBrowser answers every expression with the same text.
type fakeBrowser struct {
	Browser
	text string
	err  error
}

func (b fakeBrowser) Text(string) (string, error) { return b.text, b.err }

func TestEval(t *testing.T) {
	var got struct{ Ours []float64 }
	if err := eval(fakeBrowser{text: `{"ours":[1,2.5]}`}, "f()", &got); err != nil ||
		!slices.Equal(got.Ours, []float64{1, 2.5}) {
		t.Error(got, err)
	}
	if err := eval(fakeBrowser{text: "null"}, "f()", nil); err != nil {
		t.Error(err)
	}
	if err := eval(fakeBrowser{text: "no JSON"}, "f()", &got); err == nil {
		t.Error("no JSON is taken")
	}
	if err := eval(fakeBrowser{err: errors.New("thrown")}, "f()", nil); err == nil {
		t.Error("what was thrown is lost")
	}
}

// One work that fails keeps neither its own lines back nor the others.
func TestDo(t *testing.T) {
	old := Works
	defer func() { Works = old }()
	Works = []Work{
		{"bad", func(*Run) ([]Line, error) { return []Line{Alone("half", 1, "")}, errors.New("broke") }},
		{"good", func(*Run) ([]Line, error) { return []Line{Alone("whole", 2, "")}, nil }},
		{"other", func(*Run) ([]Line, error) { t.Error("was not asked for"); return nil, nil }},
	}
	var said []string
	err := (&Run{}).Do(regexp.MustCompile("bad|good"), func(work string, lines []Line) {
		said = append(said, work+" "+lines[0].Work)
	})
	if err == nil || err.Error() != "bad: broke" || !slices.Equal(said, []string{"bad half", "good whole"}) {
		t.Errorf("said %q, %v", said, err)
	}
}
