package app

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rroform/wasm/register"
	"rroform/wasm/rules"
)

// PanicOn makes the rules panic on the appeal with a number, until the test is over.
func PanicOn(t testing.TB, number string) {
	register.RunRules = func(s rules.Subject, env *rules.Env) []rules.Finding {
		if s.Appeal != nil && s.Appeal.Number == number {
			panic("a rule that fails on " + number)
		}
		return rules.Check(s, env)
	}
	t.Cleanup(func() { register.RunRules = rules.Check })
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
