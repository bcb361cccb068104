package bench

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// SearchPeer names the peer of the search of codes.
const SearchPeer = "MiniSearch, stemmed"

// searchRounds: in each one every query is searched by everyone in turn.
const searchRounds = 7

// Goals of the search (issue 5).
const (
	goalSearch = "ratio ≥ 2"
	goalKey    = "< 8 ms"
	goalIndex  = "≤ 150 ms"
)

// searchRound is what one round of web/peers/bench.mjs, the page's side, has
// measured.
type searchRound struct {
	Core, Peer, Call []float64 // by query, ms: the search itself, the peer's, and a call of the page with all that belongs to it
}

// Search measures the search of codes: ours inside the core and as a call of
// the page, the peer's in the page. The page must have loaded web/peers/bench.mjs.
func Search(p *Page, rows any, queries []string) ([]Line, error) {
	var index struct{ Core, Peer []float64 }
	if err := p.Eval(call("rroBench.start", rows), &index); err != nil {
		return nil, err
	}
	var core, peer, whole [][]float64
	for range searchRounds {
		var r searchRound
		if err := p.Eval(call("rroBench.round", queries), &r); err != nil {
			return nil, err
		}
		core, peer, whole = append(core, r.Core), append(peer, r.Peer), append(whole, r.Call)
	}
	var keys struct{ Core, Call []float64 }
	if err := p.Eval(call("rroBench.type", queries), &keys); err != nil {
		return nil, err
	}
	var lines []Line
	kinds := []struct {
		name string
		has  func(string) bool
	}{{"short requests", isShort}, {"sentences", func(q string) bool { return !isShort(q) }}}
	ours, theirs, calls := Medians(core), Medians(peer), Medians(whole)
	for _, kind := range kinds {
		a, b, c := pick(queries, ours, kind.has), pick(queries, theirs, kind.has), pick(queries, calls, kind.has)
		lines = append(lines,
			Against("search of a code, "+kind.name+", median", SearchPeer, Median(a), Median(b), goalSearch),
			Against("search of a code, "+kind.name+", p99", SearchPeer, Quantile(a, 0.99), Quantile(b, 0.99), goalSearch),
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

// call writes a JavaScript call.
func call(name string, arg any) string {
	data, err := json.Marshal(arg)
	if err != nil {
		panic("bench: " + err.Error()) // strings and rows of strings: cannot happen
	}
	return name + "(" + string(data) + ")"
}
