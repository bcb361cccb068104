package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestImportsPointDown: the table of layers is true, and each kind of breach is found.
func TestImportsPointDown(t *testing.T) {
	if err := runImports("..", nil); err != nil {
		t.Error(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"low/low.go":       "package low\n\nimport _ \"rroform/wasm/high\"\n",
		"low/low_test.go":  "package low\n\nimport _ \"rroform/wasm/app\"\n",
		"high/high_js.go":  "//go:build js\n\npackage high\n\nimport _ \"rroform/wasm/beside\"\n",
		"beside/beside.go": "package beside\n\nimport _ \"rroform/wasm/low\"\n",
		"new/new.go":       "package new\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := wrongImports(dir, [][]string{{"low"}, {"beside", "high"}, {"gone"}})
	want := []string{
		"high/high_js.go imports beside",
		`layer names "gone", which is no package`,
		"low/low.go imports high",
		"new is in no layer",
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
}
