package finder

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"rroform/wasm/classifier"
)

// Habits say how often specialists choose the code of a question. Where a text fits several
// codes, a specialist takes the usual one.
type Habits struct {
	counts map[string]float64 // labelled requests with the code
	usual  map[string]int     // reasons to think that the code is frequent, see [Habits.Mark]
}

// NewHabits returns empty habits.
func NewHabits() *Habits { return &Habits{map[string]float64{}, map[string]int{}} }

// Add counts a request that was filed under these codes. Each of them gets its share.
func (h *Habits) Add(codes ...string) {
	for _, code := range codes {
		h.counts[classifier.QuestionOf(code)] += 1 / float64(len(codes))
	}
}

// Mark adds a reason to think that a code is frequent: an agency names it among its most
// frequent ones (static/popular.tsv), or we judged it so (static/requests.tsv).
func (h *Habits) Mark(code string) { h.usual[classifier.QuestionOf(code)]++ }

// habitsHead is the first line of encoded habits.
const habitsHead = "code\tcount\treasons\n"

// Encode writes the habits as lines of code, count and number of reasons, sorted by code.
func (h *Habits) Encode() []byte {
	codes := map[string]bool{}
	for code := range h.counts {
		codes[code] = true
	}
	for code := range h.usual {
		codes[code] = true
	}
	out := []byte(habitsHead)
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		out = fmt.Appendf(out, "%s\t%.3g\t%d\n", code, h.counts[code], h.usual[code])
	}
	return out
}

// ParseHabits reads what [Habits.Encode] wrote. The error names the first malformed line.
func ParseHabits(data []byte) (*Habits, error) {
	text, ok := strings.CutPrefix(string(data), habitsHead)
	if !ok {
		return nil, errors.New("habits: the heading is missing")
	}
	h, n := NewHabits(), 1
	for line := range strings.Lines(text) {
		n++
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(cells) != 3 || len(cells[0]) != len("0000.0000.0000.0000") {
			return nil, fmt.Errorf("habits, line %d: want the code of a question, a count and a number of reasons", n)
		}
		count, err := strconv.ParseFloat(cells[1], 64)
		if err != nil || !(count >= 0 && count < 1e9) {
			return nil, fmt.Errorf("habits, line %d: %q is no count", n, cells[1])
		}
		reasons, err := strconv.Atoi(cells[2])
		if err != nil || reasons < 0 || reasons > 2 {
			return nil, fmt.Errorf("habits, line %d: %q is no number of reasons", n, cells[2])
		}
		h.counts[cells[0]], h.usual[cells[0]] = count, reasons
	}
	return h, nil
}

// prior returns for each doc of an index how much habit raises the best score of a query
// for it, as a part of that score.
func (h *Habits) prior(ix *Index, office *Habits) []float32 {
	prior := make([]float32, len(ix.docs))
	themes := make([]float64, ix.themes)
	counts := make([]float64, len(ix.docs))
	for d := range ix.docs {
		if ix.places[d].head != int32(d) {
			continue
		}
		code := ix.table.Rows[ix.docs[d].row].Code
		counts[d] = h.counts[code]
		if office != nil {
			counts[d] += officeCount * office.counts[code]
		}
		themes[ix.places[d].theme] += counts[d]
	}
	for d := range ix.docs {
		head := ix.places[d].head
		if head != int32(d) {
			prior[d] = prior[head]
			continue
		}
		g := weights.habit*math.Log(1+2*counts[d]) + weights.themeHabit*math.Log(1+2*themes[ix.places[d].theme])
		g += weights.usual * float64(h.usual[ix.table.Rows[ix.docs[d].row].Code])
		prior[d] = float32(g)
	}
	return prior
}

// officeCount is how much a choice of this office counts, compared with one of the labelled
// requests, which are of other agencies.
const officeCount = 1

// habitGate is the part of the best score from which habit counts fully. Below it habit
// counts in proportion, so that it does not raise codes that the text hardly names.
const habitGate = 0.3
