package bench

import "fmt"

const savesEach = 30

type saves struct{ Ours, Peer []float64 }

func (r *Run) save() ([]Line, error) {
	if err := r.seed("month", r.appeals(), true); err != nil {
		return nil, err
	}
	if err := r.open(); err != nil {
		return nil, err
	}
	var s saves
	if err := r.call("rroBench.saves", &s, savesEach); err != nil {
		return nil, err
	}
	work, peer := fmt.Sprintf("one save among %d appeals, input → durable", r.appeals()), "idb put, strict"
	return []Line{
		Against(work+", median", peer, Median(s.Ours), Median(s.Peer), "ratio ≥ 0.67"),
		Against(work+", p90", peer, Quantile(s.Ours, 0.9), Quantile(s.Peer, 0.9), ""),
	}, nil
}
