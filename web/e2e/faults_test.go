package e2e

import (
	"strings"
	"testing"

	"rroform/build/faults"
)

// TestHarnessSeesLoss: the harness that kills the browser would see a loss: a
// record is taken away behind the program's back, and the harness is made to
// believe too early. `make faults` does the honest run.
func TestHarnessSeesLoss(t *testing.T) {
	slow(t)
	if !*enabled {
		t.Skip("browser test: run with -e2e or RRO_E2E=1")
	}
	slots <- struct{}{}
	defer func() { <-slots }()
	for _, tt := range []struct {
		pretend, only string
		kills         int
		seen          func(faults.Tally) int
	}{
		{"row", "mass", 1, func(x faults.Tally) int { return x.Lost }},
		{"typed", "typing", 2, func(x faults.Tally) int { return x.Lost }},
	} {
		t.Run(tt.pretend, func(t *testing.T) {
			var said strings.Builder
			tally, err := faults.Run(
				faults.Options{Page: pagePath(t), Kills: tt.kills, Seed: 5, Only: tt.only, Pretend: tt.pretend,
					Out: &said})
			if err != nil || tt.seen(tally) == 0 || !tally.Bad() {
				t.Errorf("%v, %v\n%s", tally, err, said.String())
			}
		})
	}
}
