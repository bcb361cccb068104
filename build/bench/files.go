package bench

import "fmt"

type filesRound struct{ Ours, Peer, Parallel, JSZip made }

func (r *Run) files() ([]Line, error) {
	if err := r.seed("month", 0, true); err != nil {
		return nil, err
	}
	n := max(1, 50/r.Part)
	if err := r.call("rroBench.attach", nil, 0, n, answerFile, true); err != nil {
		return nil, err
	}
	all, err := running[filesRound](r, r.Rounds, "rroBench.files", always(n))
	if err != nil {
		return nil, err
	}
	ours := median(all, func(f *filesRound) float64 { return f.Ours.MS })
	work := fmt.Sprintf("%d answer files of 3 MB → archive", n)
	last := all[len(all)-1]
	return []Line{
		Against(work, "fflate 6", ours, median(all, func(f *filesRound) float64 { return f.Peer.MS }), "ratio ≥ 6"),
		Against(work, "fflate 6, parallel workers", ours,
			median(all, func(f *filesRound) float64 { return f.Parallel.MS }), ""),
		Against(work, "JSZip 6", ours, median(all, func(f *filesRound) float64 { return f.JSZip.MS }), ""),
		Sizes("… size of the output", "fflate 6", last.Ours.Bytes, last.Peer.Bytes, "ratio ≥ 1"),
		Sizes("… size of the output", "JSZip 6", last.Ours.Bytes, last.JSZip.Bytes, ""),
	}, nil
}

// memory forms archives of ever more answer files, each with a fresh core.
func (r *Run) memory() ([]Line, error) {
	if err := r.seed("month", 0, false); err != nil {
		return nil, err
	}
	var lines []Line
	from := 0
	steps := filesUpTo
	if r.Part > 1 {
		steps = []int{max(1, filesUpTo[0]/r.Part)}
	}
	for day, upTo := range steps {
		if err := r.open(); err != nil {
			return lines, err
		}
		if err := r.call("rroBench.attach", nil, from, upTo-from, answerFile, false); err != nil {
			return lines, err
		}
		from = upTo
		if err := r.open(); err != nil {
			return lines, err
		}
		var m made
		if err := r.call("rroBench.daysOf", &m, dayOfFiles(0), dayOfFiles(day), upTo); err != nil {
			return lines, err
		}
		work, time, room := fmt.Sprintf("%d MB of answer files → archive parts", upTo*answerFile>>20), "", ""
		if upTo == filesUpTo[len(filesUpTo)-1] {
			time, room = "linear", "< 300 MB"
		}
		lines = append(lines, Alone(work, m.MS, time), Sizes("… peak of the core's memory", "", m.Memory, 0, room))
	}
	return lines, nil
}
