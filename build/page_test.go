package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sample returns the parts of a page that passes every check.
func sample(t *testing.T) parts {
	t.Helper()
	shell, err := os.ReadFile("../web/index.html")
	if err != nil {
		t.Fatal(err)
	}
	page := "let b=`$&{{core}}`"
	pack := func(text string) []byte {
		packed, err := packQuickly("", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return packed
	}
	return parts{shell: string(shell), style: "p{color:red}", boot: "var a=1", page: page, worker: "onmessage=null",
		script: pack(page), core: pack("core"), stamp: "abc"}
}

func mustAssemble(t *testing.T, p parts) string {
	t.Helper()
	html, err := assemble(p)
	if err != nil {
		t.Fatal(err)
	}
	return html
}

func TestAssembledPagePassesItsChecks(t *testing.T) {
	p := sample(t)
	html := mustAssemble(t, p)
	if err := checkPage(html, p); err != nil {
		t.Error(err)
	}
	if err := checkBlocks(html, p.page, []byte("core")); err != nil {
		t.Error(err)
	}
	if err := checkBlocks(html, p.page+" ", []byte("core")); err == nil {
		t.Error("another page script is taken for the one in the page")
	}
	if strings.Index(html, `id="rro-core"`) < strings.Index(html, "<script>") {
		t.Error("the core stands before the page script: nothing shows until it is read")
	}
}

// The expected hash is openssl's: printf %s 'var a=1' | openssl dgst -sha256 -binary | base64
func TestPolicyHash(t *testing.T) {
	if got, want := hashSource("var a=1"), "'sha256-WazVQOu5lmXfSreSrMJd1CsaQ4c00fUQpJfBYCuMSIw='"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	got := policy([]string{"var a=1"}, "")
	for _, want := range []string{
		"default-src 'none'; ",
		"script-src 'sha256-WazVQOu5lmXfSreSrMJd1CsaQ4c00fUQpJfBYCuMSIw=' 'wasm-unsafe-eval'; ",
		"worker-src blob:; ",
		"style-src 'sha256-",
		"img-src data: blob:; form-action 'none'; base-uri 'none'",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}

func TestAssembleWantsEveryPlaceOnce(t *testing.T) {
	for _, place := range []string{"csp", "style", "build", "boot", "page", "worker", "core"} {
		p := sample(t)
		p.shell = strings.Replace(p.shell, "{{"+place+"}}", "", 1)
		if _, err := assemble(p); err == nil {
			t.Errorf("nobody missed {{%s}}", place)
		}
		p.shell += strings.Repeat("{{"+place+"}}", 2)
		if _, err := assemble(p); err == nil {
			t.Errorf("{{%s}} twice is no error", place)
		}
	}
}

func TestWriteFileReplaces(t *testing.T) {
	name := filepath.Join(t.TempDir(), "new", "file")
	for _, text := range []string{"first, long", "second"} {
		if err := writeFile(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != text {
			t.Errorf("%q, %v", got, err)
		}
	}
	left, err := os.ReadDir(filepath.Dir(name))
	if err != nil || len(left) != 1 {
		t.Errorf("%v files, %v", left, err)
	}
}

func TestRunRefuses(t *testing.T) {
	for _, args := range [][]string{nil, {"hmtl"}} {
		if err := run(args); err == nil {
			t.Error(fmt.Sprint(args) + " is no error")
		}
	}
}
