package bench

import "fmt"

const peerArrays = "plain arrays over idb"

// view is what of a register's request is set, see peers/ours.mjs.
type view map[string]any

// What is asked of the register in each round. No text repeats the one before:
// the core remembers what it has looked for.
var (
	viewFilters = []view{{"year": 2026}, {"year": 2026, "month": 9}, {"origin": "forwarded"}, {"status": "Answered"},
		{"code": "0003.0009"}, {"year": 2026, "month": 9, "origin": "direct", "status": "Answered", "code": "0003"}}
	viewTexts   = []string{"виноградов", "голубев семен зелен", "щелочь", "козлов мира", "морозов школьн"}
	viewColumns = []string{"number", "name", "incomingDate", "statuses"}
)

type registerRound struct {
	Ready, Load, Open, Judged float64
	Ours, Peer                map[string][]float64 // by step
}

// registerSteps are the lines, by the step's name in rounds/register.mjs.
var registerSteps = []struct{ name, work string }{
	{"back", "come back to it"}, {"filter", "a filter"}, {"text", "words"}, {"sort", "a column for the first time"},
	{"again", "a column again"},
}

func (r *Run) register() ([]Line, error) {
	n := 100_000 / r.Part
	if err := r.seed("years", n, true); err != nil {
		return nil, err
	}
	all, err := r.registerRounds(r.Rounds, true)
	if err != nil {
		return nil, err
	}
	work := fmt.Sprintf("register of %d: ", n)
	lines := []Line{Against(work+"from the page's opening to the first rows", peerArrays,
		median(all, func(x *registerRound) float64 {
			return x.Ready + x.Open
		}), median(all, func(x *registerRound) float64 { return x.Load }), "ratio ≥ 1")}
	lines = append(lines, Alone(work+"judged after that, in the background",
		median(all, func(x *registerRound) float64 { return x.Judged }), ""))
	for _, step := range registerSteps {
		lines = append(lines, Against(work+step.work, peerArrays,
			median(all, func(x *registerRound) float64 { return Median(x.Ours[step.name]) }),
			median(all, func(x *registerRound) float64 { return Median(x.Peer[step.name]) }), "ratio ≥ 1"))
	}
	return lines, nil
}

func (r *Run) registerRounds(n int, peer bool) ([]registerRound, error) {
	return rounds[registerRound](r, n, "rroBench.register",
		always(map[string]any{"filters": viewFilters, "texts": viewTexts, "columns": viewColumns}), always(peer))
}
