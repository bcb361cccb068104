package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestTally: every kind of failure is listed at the end with its reason.
func TestTally(t *testing.T) {
	root := t.TempDir()
	makefile := "fine:\n\t@echo all well\nunformatted:\n\t@echo gofmt these files:; echo a.go; exit 1\nsuite:\n" +
		"\t@cat events.json; exit 1\nbroken:\n\t@cat broken.json; exit 1\n"
	events := `{"Action":"start","Package":"rroform/web"}
{"Action":"run","Package":"rroform/web","Test":"TestGood"}
{"Action":"pass","Package":"rroform/web","Test":"TestGood","Elapsed":7}
{"Action":"run","Package":"rroform/web","Test":"TestBad"}
{"Action":"run","Package":"rroform/web","Test":"TestBad/here"}
{"Action":"output","Package":"rroform/web","Test":"TestBad/here","Output":"    bad_test.go:7: the page shows nothing\n"}
{"Action":"fail","Package":"rroform/web","Test":"TestBad/here","Elapsed":1}
{"Action":"fail","Package":"rroform/web","Test":"TestBad","Elapsed":1}
{"Action":"skip","Package":"rroform/web","Test":"TestSlow"}
{"Action":"run","Package":"rroform/web","Test":"TestEndless"}
{"Action":"fail","Package":"rroform/web","Elapsed":9}
`
	broken := `{"ImportPath":"rroform/wasm","Action":"build-output","Output":"# rroform/wasm\n"}
{"ImportPath":"rroform/wasm","Action":"build-output","Output":"wasm/a.go:3:1: syntax error\n"}
{"ImportPath":"rroform/wasm","Action":"build-fail"}
{"Action":"fail","Package":"rroform/wasm","Elapsed":0,"FailedBuild":"rroform/wasm"}
`
	for name, text := range map[string]string{"Makefile": makefile, "events.json": events, "broken.json": broken} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var sum tally
	for _, target := range []string{"fine", "unformatted", "suite", "broken"} {
		if err := sum.runTarget(root, target, io.Discard); err != nil {
			t.Fatal(err)
		}
	}
	var told strings.Builder
	sum.print(&told, 90*time.Second)
	want := `
FAIL unformatted: a.go
FAIL web TestBad/here: bad_test.go:7: the page shows nothing
FAIL web TestEndless: did not end
FAIL wasm: wasm/a.go:3:1: syntax error
FAIL in 1m30s: 1 tests passed, 1 skipped, 4 failures; the longest: web TestGood 7 s
`
	if told.String() != want {
		t.Errorf("told\n%s\nwant\n%s", told.String(), want)
	}
}
