// Package bench measures the built page and its peers in one run of a real
// browser. A measurement makes [Line]s; all lines stand in build/out/bench.json.
package bench

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
)

// Line is one comparison. A line without a peer has PeerMS and Ratio 0.
type Line struct {
	Work   string  `json:"work"`
	Peer   string  `json:"peer"`
	OursMS float64 `json:"ours_ms"`
	PeerMS float64 `json:"peer_ms"`
	Ratio  float64 `json:"ratio"` // peer / ours: above 1 we are faster
	Goal   string  `json:"goal"`
}

// Against makes a line of two medians.
func Against(work, peer string, ours, theirs float64, goal string) Line {
	return Line{work, peer, ours, theirs, theirs / ours, goal}
}

// Alone makes a line that no peer is needed for.
func Alone(work string, ours float64, goal string) Line {
	return Line{Work: work, OursMS: ours, Goal: goal}
}

// Print writes lines as a table for people.
func Print(out io.Writer, lines []Line) {
	fmt.Fprintf(out, "%-56s %10s %10s %7s  %-20s %s\n", "work", "ours, ms", "peer, ms", "ratio", "peer", "goal")
	for _, l := range lines {
		peer, ratio := "", ""
		if l.Peer != "" {
			peer, ratio = fmt.Sprintf("%.3f", l.PeerMS), fmt.Sprintf("%.1f", l.Ratio)
		}
		fmt.Fprintf(out, "%-56s %10.3f %10s %7s  %-20s %s\n", l.Work, l.OursMS, peer, ratio, l.Peer, l.Goal)
	}
}

// Merge puts lines into the ones that a file holds: those of the same work and
// peer are replaced, so that each measurement can be run by itself. What is no
// such file is replaced too.
func Merge(name string, lines []Line) ([]byte, error) {
	var all []Line
	data, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if json.Unmarshal(data, &all) != nil {
		all = nil
	}
	for _, l := range lines {
		i := slices.IndexFunc(all, func(old Line) bool { return old.Work == l.Work && old.Peer == l.Peer })
		if i < 0 {
			all = append(all, l)
		} else {
			all[i] = l
		}
	}
	out, err := json.MarshalIndent(all, "", "  ")
	return append(out, '\n'), err
}
