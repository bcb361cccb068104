package bench

import "fmt"

// Peers of the archive.
const (
	peerArchive = "idb, Ajv, fflate 6"
	peerLimit   = "getAll, stored zip"
)

// appeals is the size of the register that most lines are of.
func (r *Run) appeals() int { return 10_000 / r.Part }

// made is an archive that was formed.
type made struct {
	MS, Bytes, Memory float64
	Entries           int
}

// archiveRound is one opening of the page: everybody forms the archive twice.
type archiveRound struct {
	Ready      float64
	Cold, Warm struct{ Ours, Peer, Limit made }
}

func (r *Run) archive() ([]Line, error) {
	n := r.appeals()
	if err := r.seed("month", n, true); err != nil {
		return nil, err
	}
	if err := r.call("rroBench.prepare", nil); err != nil {
		return nil, err
	}
	all, err := rounds[archiveRound](r, r.Rounds, "rroBench.archive", always(n))
	if err != nil {
		return nil, err
	}
	warm := func(of func(*archiveRound) float64) float64 { return median(all, of) }
	ours := warm(func(a *archiveRound) float64 { return a.Warm.Ours.MS })
	work := fmt.Sprintf("month's archive, %d appeals", n)
	lines := []Line{
		Against(work, peerArchive, ours, warm(func(a *archiveRound) float64 { return a.Warm.Peer.MS }), "ratio ≥ 4"),
		Against(work, peerLimit, ours, warm(func(a *archiveRound) float64 { return a.Warm.Limit.MS }), "ratio ≥ 0.4"),
		Against("… the first one of a page just opened", peerArchive,
			warm(func(a *archiveRound) float64 { return a.Cold.Ours.MS }),
			warm(func(a *archiveRound) float64 { return a.Cold.Peer.MS }), ""),
		Alone("… with the opening of the page and its register",
			warm(func(a *archiveRound) float64 { return a.Ready + a.Cold.Ours.MS }), ""),
		Sizes("… size of the zip", peerArchive, all[0].Warm.Ours.Bytes, all[0].Warm.Peer.Bytes, ""),
	}
	// Last, since it fails the whole work: are they the very same texts?
	return lines, r.call("rroBench.compareArchives", nil)
}
