package bench

import "fmt"

// Peers of what comes from elsewhere.
const (
	peerRead = "fflate, JSON.parse, Ajv"
	peerKeep = "… and idb, one transaction"
	peerBulk = "idb, one transaction"
)

type foreignRound struct{ Reads, PeerReads, Keeps, PeerKeeps float64 }

func (r *Run) foreign() ([]Line, error) {
	n := r.appeals()
	if err := r.seed("month", n, true); err != nil {
		return nil, err
	}
	all, err := running[foreignRound](r, r.Rounds, "rroBench.foreign", always(n), newSeed)
	if err != nil {
		return nil, err
	}
	reads := median(all, func(f *foreignRound) float64 { return f.PeerReads })
	keeps := median(all, func(f *foreignRound) float64 { return f.Keeps })
	work := fmt.Sprintf("foreign archive of %d: ", n)
	return []Line{
		Against(work+"read and checked, by the core's reader alone", peerRead,
			median(all, func(f *foreignRound) float64 { return f.Reads }), reads, "ratio ≥ 1"),
		Against(work+"read, checked, kept durably", peerKeep, keeps,
			median(all, func(f *foreignRound) float64 { return f.PeerKeeps }), "ratio ≥ 1"),
		Against("… ours kept, the peer only read and checked", peerRead, keeps, reads, ""),
	}, nil
}

// newSeed gives each round an archive of its own: the core knows one that it
// has had already.
func newSeed(round int) any { return 100 + round }

type bulkRound struct{ Ours, Peer float64 }

func (r *Run) bulk() ([]Line, error) {
	n := r.appeals()
	if err := r.seed("month", n, true); err != nil {
		return nil, err
	}
	all, err := running[bulkRound](r, r.Rounds, "rroBench.bulk", always(n), newSeed)
	if err != nil {
		return nil, err
	}
	return []Line{Against(fmt.Sprintf("bulk write of %d imported appeals", n), peerBulk,
		median(all, func(b *bulkRound) float64 { return b.Ours }), median(all, func(b *bulkRound) float64 {
			return b.Peer
		}), "ratio ≥ 1")}, nil
}
