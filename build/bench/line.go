// Package bench measures the built page and its peers in one run of a real
// browser. A measurement makes [Line]s; all lines stand in build/out/bench.json.
package bench

import (
	"encoding/json"
	"errors"
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
	// Of a line that compares sizes instead of times.
	OursMB float64 `json:"ours_mb,omitempty"`
	PeerMB float64 `json:"peer_mb,omitempty"`
}

// Against makes a line of two medians.
func Against(work, peer string, ours, theirs float64, goal string) Line {
	return Line{Work: work, Peer: peer, OursMS: ours, PeerMS: theirs, Ratio: ratio(ours, theirs), Goal: goal}
}

// ratio is 0 where nothing was measured: JSON knows no infinity.
func ratio(ours, theirs float64) float64 {
	if ours <= 0 {
		return 0
	}
	return theirs / ours
}

// Alone makes a line that no peer is needed for.
func Alone(work string, ours float64, goal string) Line {
	return Line{Work: work, OursMS: ours, Goal: goal}
}

// Sizes makes a line of two sizes in bytes; theirs is 0 where there is no peer.
func Sizes(work, peer string, ours, theirs float64, goal string) Line {
	return Line{Work: work, Peer: peer, OursMB: ours / 1e6, PeerMB: theirs / 1e6, Ratio: ratio(ours, theirs),
		Goal: goal}
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
