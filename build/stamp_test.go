package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestStampFollowsEverySource(t *testing.T) {
	stamp := func(goVersion, source, text string) string {
		t.Helper()
		root := t.TempDir()
		file := filepath.Join(root, "wasm", "a.go")
		if err := writeFile(file, []byte(source)); err != nil {
			t.Fatal(err)
		}
		s, err := computeStamp(root, goVersion, []string{file}, text, "same")
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	base := stamp("go1", "package a", "page")
	if again := stamp("go1", "package a", "page"); again != base {
		t.Errorf("another directory gives another stamp: %s, %s", base, again)
	}
	for name, other := range map[string]string{
		"toolchain": stamp("go2", "package a", "page"), "core": stamp("go1", "package b", "page"),
		"page": stamp("go1", "package a", "pagf")} {
		if other == base {
			t.Errorf("a change of the %s does not change the stamp", name)
		}
	}
	if _, err := computeStamp("/", "go1", []string{"/nowhere"}); err == nil {
		t.Error("a missing source is no error")
	}
}

func TestPutStampMissesTheMark(t *testing.T) {
	if got, err := putStamp("page", `x="`+stampMark+`"`, "abc"); err != nil || got != `x="abc"` {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := putStamp("page", "x", "abc"); err == nil {
		t.Error("a script without the mark is no error")
	}
}

// Embedded data are part of the core: a new classifier makes a new build.
func TestCoreFilesHoldEmbeddedData(t *testing.T) {
	root := testRoot(t)
	files, err := coreFiles(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"go.sum", "wasm/main_js.go", "wasm/rpc/port_js.go"} {
		if !slices.Contains(files, filepath.Join(root, filepath.FromSlash(want))) {
			t.Errorf("%s is missing", want)
		}
	}
	embedded := slices.ContainsFunc(files, func(f string) bool {
		return strings.HasPrefix(f, filepath.Join(root, "static")) && !strings.HasSuffix(f, ".go")
	})
	if !embedded {
		t.Error("no embedded file among the sources")
	}
}
