package bench

import (
	"fmt"
	"io"
)

// Print writes lines as a table for people.
func Print(out io.Writer, lines []Line) {
	fmt.Fprintf(out, "%-66s %11s %11s %7s  %-30s %s\n", "work", "ours", "peer", "ratio", "peer", "goal")
	for _, l := range lines {
		ours, theirs, ratio := l.cells()
		fmt.Fprintf(out, "%-66s %11s %11s %7s  %-30s %s\n", l.Work, ours, theirs, ratio, l.Peer, l.Goal)
	}
}

// Markdown writes them for a README.
func Markdown(out io.Writer, heading string, lines []Line) {
	fmt.Fprintf(out, "%s\n\n| work | peer | ours | peer's | ratio | goal |\n|---|---|---:|---:|---:|---|\n", heading)
	for _, l := range lines {
		ours, theirs, ratio := l.cells()
		fmt.Fprintf(out, "| %s | %s | %s | %s | %s | %s |\n", l.Work, l.Peer, ours, theirs, ratio, l.Goal)
	}
}

func (l *Line) cells() (ours, theirs, ratio string) {
	ours = figure(l.OursMS, "ms")
	if l.OursMB > 0 {
		ours = figure(l.OursMB, "MB")
	}
	if l.Peer == "" {
		return ours, "", ""
	}
	theirs = figure(l.PeerMS, "ms")
	if l.PeerMB > 0 {
		theirs = figure(l.PeerMB, "MB")
	}
	return ours, theirs, fmt.Sprintf("%.2f", l.Ratio)
}

// figure has three digits that count.
func figure(value float64, unit string) string {
	digits := 3
	for limit := 1.0; digits > 0 && value >= limit; limit *= 10 {
		digits--
	}
	return fmt.Sprintf("%.*f %s", digits, value, unit)
}
