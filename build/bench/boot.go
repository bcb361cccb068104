package bench

import "fmt"

const peerBefore = "our page before"

// boot compares navigation → core ready with the page of an earlier commit. That
// one is served under another address: each has a store of its own.
func (r *Run) boot() ([]Line, error) {
	var lines []Line
	for _, n := range []int{0, r.appeals()} {
		ours, err := r.boots(n)
		if err != nil {
			return lines, err
		}
		work := "navigation → core ready, empty register"
		if n > 0 {
			work = fmt.Sprintf("navigation → core ready, %d appeals", n)
		}
		if r.Before == "" {
			lines = append(lines, Alone(work, Median(ours[0]), ""))
			continue
		}
		lines = append(lines, Against(work, peerBefore, Median(ours[0]), Median(ours[1]), "ratio ≥ 0.91"))
	}
	return lines, nil
}

// boots opens both pages in turn; of two rounds more than asked the first two warm up.
func (r *Run) boots(n int) ([2][]float64, error) {
	var out [2][]float64
	pages := []string{r.URL, r.Before}
	if r.Before == "" {
		pages = pages[:1]
	}
	for _, url := range pages {
		if err := r.show(url); err != nil {
			return out, err
		}
		if err := r.call("rroBench.seed", nil, "month", n, map[string]bool{"peer": false}); err != nil {
			return out, err
		}
	}
	for i := range 2*r.Rounds + 2 {
		for j := range pages {
			at := (i + j) % len(pages)
			ms, err := r.start(pages[at])
			if err != nil {
				return out, err
			}
			if i >= 2 {
				out[at] = append(out[at], ms)
			}
		}
	}
	return out, nil
}
