package e2e

import (
	"path/filepath"
	"strings"
	"testing"

	"rroform/wasm/scenario"
)

// offline pulls the plug before the page is opened.
var offline = option{offline: true}

// TestScenarios plays the scripts that package app plays on the core alone.
func TestScenarios(t *testing.T) {
	for _, name := range []string{"story03_direct_date", "story06_zero_report", "story09_measures", "month",
		"story02_entered_in_october", "story04_answer_files", "story12_changed_since"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newClerk(t, offline)
			c.play(name)
			c.alone(pageURL(t))
		})
	}
}

func (c *clerk) play(name string) {
	c.t.Helper()
	script, err := scenario.Load(filepath.Join("../../testdata/scenarios", name+".txt"))
	c.must(err)
	c.must(scenario.Run(script, c, scenario.Options{Patience: patience}))
}

// alone checks that the page needed nothing but itself and had nothing to
// complain about.
func (c *clerk) alone(self string) {
	c.t.Helper()
	asked := c.requested()
	if len(asked) == 0 {
		c.t.Error("no request was seen, not even the page's own")
	}
	for _, url := range asked {
		url, _, _ = strings.Cut(url, "#")
		if url != self && !strings.HasPrefix(url, "blob:") && !strings.HasPrefix(url, "data:") {
			c.t.Errorf("the page asked for %s", url)
		}
	}
	if errors := c.consoleErrors(); len(errors) > 0 {
		c.t.Errorf("console: %q", errors)
	}
}
