package app

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rroform/wasm/appeal"
	"rroform/wasm/rules"
)

// PanicOn makes the rules panic on the appeal with a number, until the test is over.
func PanicOn(t testing.TB, number string) {
	runRules = func(s rules.Subject, env *rules.Env) []rules.Finding {
		if s.Appeal != nil && s.Appeal.Number == number {
			panic("a rule that fails on " + number)
		}
		return rules.Check(s, env)
	}
	t.Cleanup(func() { runRules = rules.Check })
}

// TestUnlocksAreDeferred: a panic between Lock and Unlock would lock the core
// for good now that it goes on.
func TestUnlocksAreDeferred(t *testing.T) {
	plain := regexp.MustCompile(`(?m)^\s*[a-z.]*mu\.R?Unlock\(\)`)
	for _, dir := range []string{".", "../rpc", "../store", "../store/vault", "../store/sealed", "../store/idb"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(dir, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, at := range plain.FindAllString(string(text), -1) {
				t.Errorf("%s: %s is not deferred", file, strings.TrimSpace(at))
			}
		}
	}
}

// TestKeepOrSetAside: a record that the index cannot take is set aside.
func TestKeepOrSetAside(t *testing.T) {
	a := New(Options{})
	a.records = map[string]*record{}
	a.index.lists = nil // to write into it panics
	a.keepOrSetAside(&record{appeal: appeal.Appeal{ID: "x", Number: "1-ОГ"}})
	if len(a.records) != 0 || len(a.aside) != 1 || !a.aside[0].failing || a.aside[0].row.Key != "x" {
		t.Errorf("%d records, aside %+v", len(a.records), a.aside)
	}
}
