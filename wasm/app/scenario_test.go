package app_test

import (
	"flag"
	"path/filepath"
	"strings"
	"testing"

	"rroform/wasm/scenario"
)

var update = flag.Bool("update", false, "write the golden files of testdata/scenarios")

// TestScenarios plays every script of testdata/scenarios on the core in
// memory. web/e2e plays the same files in a browser.
func TestScenarios(t *testing.T) {
	files, err := filepath.Glob("../../testdata/scenarios/*.txt")
	if err != nil || len(files) < 7 {
		t.Fatalf("%d scenarios, want at least 7: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			script, err := scenario.Load(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := scenario.Run(script, newClerk(t), scenario.Options{Update: *update}); err != nil {
				t.Error(err)
			}
		})
	}
}
