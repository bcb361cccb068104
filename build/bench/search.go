package bench

import (
	"strings"
	"unicode/utf8"
)

// SearchPeer names the peer of the search of codes.
const SearchPeer = "MiniSearch, stemmed"

// searchRounds: in each one every query is searched by everyone in turn.
const searchRounds = 7

// Goals of the search.
const (
	goalSearch = "ratio ≥ 2"
	goalKey    = "< 8 ms"
	goalIndex  = "≤ 150 ms"
)

// searchRound is what one round of peers/search.mjs, the page's side, has
// measured.
type searchRound struct {
	// by query, ms: the search itself, the peer's, and a call of the page with all that belongs to
	// it
	Core, Peer, Call []float64
}

// search measures the search of codes: ours inside the core and as a call of
// the page, the peer's in the page.
func (r *Run) search() ([]Line, error) {
	if err := r.open(); err != nil {
		return nil, err
	}
	var index struct{ Core, Peer []float64 }
	if err := r.call("rroBench.search.start", &index, r.Rows); err != nil {
		return nil, err
	}
	var core, peer, whole [][]float64
	for range searchRounds {
		var one searchRound
		if err := r.call("rroBench.search.round", &one, r.Queries); err != nil {
			return nil, err
		}
		core, peer, whole = append(core, one.Core), append(peer, one.Peer), append(whole, one.Call)
	}
	var keys struct{ Core, Call []float64 }
	if err := r.call("rroBench.search.type", &keys, r.Queries); err != nil {
		return nil, err
	}
	var lines []Line
	kinds := []struct {
		name string
		has  func(string) bool
	}{{"short requests", isShort}, {"sentences", func(q string) bool { return !isShort(q) }}}
	ours, theirs, calls := Medians(core), Medians(peer), Medians(whole)
	for _, kind := range kinds {
		a, b, c := pick(r.Queries, ours, kind.has), pick(r.Queries, theirs, kind.has), pick(r.Queries, calls, kind.has)
		lines = append(lines,
			Against("search of a code, "+kind.name+", median", SearchPeer, Median(a), Median(b), goalSearch),
			Against("search of a code, "+kind.name+", p99", SearchPeer, Quantile(a, 0.99), Quantile(b, 0.99),
				goalSearch),
			Against("… as a call of the page, "+kind.name+", median", SearchPeer, Median(c), Median(b), ""))
	}
	return append(lines,
		Alone("search at a keystroke, in the core, median", Median(keys.Core), ""),
		Alone("search at a keystroke, in the core, p99", Quantile(keys.Core, 0.99), goalKey),
		Alone("search at a keystroke, as a call of the page, p99", Quantile(keys.Call, 0.99), ""),
		Against("index of the search, first time", SearchPeer, index.Core[0], index.Peer[0], goalIndex),
		Against("index of the search, median", SearchPeer, Median(index.Core), Median(index.Peer), goalIndex)), nil
}

// isShort parts what is typed into a search from whole sentences.
func isShort(query string) bool {
	return utf8.RuneCountInString(query) <= 40 && len(strings.Fields(query)) <= 5
}

func pick(queries []string, values []float64, has func(string) bool) []float64 {
	var out []float64
	for i, q := range queries {
		if has(q) {
			out = append(out, values[i])
		}
	}
	return out
}
