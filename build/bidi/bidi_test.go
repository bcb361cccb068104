package bidi

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

// TestPlain reads values in the form that Firefox writes.
func TestPlain(t *testing.T) {
	cases := []struct {
		in   remote
		want string
	}{
		{remote{Type: "undefined"}, `null`},
		{remote{Type: "string", Value: []byte(`"да"`)}, `"да"`},
		{remote{Type: "array", Value: []byte(`[{"type":"number","value":1},{"type":"null"}]`)}, `[1,null]`},
		{remote{Type: "object", Value: []byte(`[["a",{"type":"object","value":[["b",{"type":"boolean","value":true}` +
			`]]}]]`)}, `{"a":{"b":true}}`},
		{remote{Type: "window"}, `null`},
		{remote{Type: "object", Value: []byte(`"cut"`)}, `null`},
	}
	for _, c := range cases {
		if got := string(c.in.json()); got != c.want {
			t.Errorf("%s %s became %s, want %s", c.in.Type, c.in.Value, got, c.want)
		}
	}
}

// TestFirefox checks in a real Firefox what the tests of the page need.
func TestFirefox(t *testing.T) {
	if os.Getenv("RRO_BROWSER") != "firefox" {
		t.Skip("browser test: run with RRO_BROWSER=firefox")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "страница с пробелом.html")
	must(os.WriteFile(file, []byte(`<!DOCTYPE html><meta charset=utf-8><title>x</title><label>Имя <input `+
		`aria-describedby=hint></label><p id=hint>Подсказка</p>`), 0o644))
	start := time.Now()
	b, err := Start(ctx, Options{Profile: t.TempDir(), Width: 1366, Height: 768})
	must(err)
	defer func() {
		must(b.Close())
		t.Log("closed", time.Since(start))
	}()
	t.Log("started", time.Since(start))
	tabs, err := b.Tabs(ctx)
	must(err)
	tab := tabs[0]
	must(tab.Inject(ctx, `window.before = document.body === null`))
	must(tab.Navigate(ctx, "file://"+file))
	t.Log("navigated", time.Since(start))
	var got struct {
		Before, Focus bool
		List          []int
	}
	must(tab.Eval(ctx, `document.querySelector("input").focus(); new Promise(d => setTimeout(d, 100)).then(() => `+
		`({before: window.before, focus: document.hasFocus(), list: [1, 2]}))`, &got))
	if !got.Before || !got.Focus || !reflect.DeepEqual(got.List, []int{1, 2}) {
		t.Errorf("evaluated to %+v", got)
	}
	must(tab.Press(ctx, []rune("Анна")))
	things, err := tab.Things(ctx)
	must(err)
	t.Log("things", time.Since(start))
	for _, n := range things {
		if n.Role != "textbox" {
			continue
		}
		var value, hint string
		must(tab.Eval(ctx, Element(n.Node)+".value", &value))
		if len(n.Describes) == 1 {
			must(tab.Eval(ctx, Element(n.Describes[0])+".textContent", &hint))
		}
		if n.Name != "Имя" || !n.Focused || value != "Анна" || hint != "Подсказка" {
			t.Errorf("%+v holds %q, described by %q", n, value, hint)
		}
		return
	}
	t.Errorf("no field in %+v", things)
}
