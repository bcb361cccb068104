package classifier

import (
	"math"
	"slices"
	"strings"
)

// Choice is a code that was chosen in this office for some words.
type Choice struct {
	Words string `json:"words"` // folded words that the search knows, see [Index.Known]
	Code  string `json:"code"`
	Count int    `json:"count"`
}

// Learned are choices made ready for an index.
type Learned struct {
	choices []Choice
	masses  []float32
	byTerm  map[int32][]int32 // term → choices
}

// Known returns the words of a text that titles or phrases have, folded and
// without repeats; nothing of a text that names a code. Names and addresses
// are not among them (see [withoutNames]), nor are numbers, which may be those
// of a house: what is kept of a query is nobody's personal data.
func (ix *Index) Known(text string) []string {
	if parseQuery(text).code != nil {
		return nil
	}
	return slices.DeleteFunc(parseQuery(withoutNames(text)).words, func(w string) bool {
		_, _, known := ix.root(w)
		return !known || isStop(w) || len(w) <= len("д") || strings.ContainsAny(w, "0123456789")
	})
}

// Learn makes choices ready; those whose words or code the index does not have
// count for nothing.
func (ix *Index) Learn(choices []Choice) *Learned {
	l := &Learned{choices: choices, masses: make([]float32, len(choices)), byTerm: map[int32][]int32{}}
	for i, c := range choices {
		for w := range strings.FieldsSeq(c.Words) {
			if _, id, known := ix.root(w); known {
				l.byTerm[id] = append(l.byTerm[id], int32(i))
				l.masses[i] += ix.terms[id].idf
			}
		}
	}
	return l
}

// recall adds to each doc what was chosen for like words: the more the two
// texts have in common, and the oftener it was chosen, the more.
func (t *tally) recall(l *Learned, words []string) {
	var mass float32
	shared := map[int32]float32{}
	for _, w := range words {
		_, id, known := t.ix.root(w)
		if !known {
			continue
		}
		mass += t.ix.terms[id].idf
		for _, c := range l.byTerm[id] {
			shared[c] += t.ix.terms[id].idf
		}
	}
	best := map[string]float32{}
	for c, both := range shared {
		choice := l.choices[c]
		like := both / (mass + l.masses[c] - both)
		worth := weights.learned * both * like * float32(1+math.Log(float64(choice.Count)))
		if worth > best[choice.Code] {
			best[choice.Code] = worth
			t.remembered[choice.Code] = choice
		}
	}
	for code, worth := range best {
		if row, there := t.ix.table.byCode[code]; there && t.ix.docOf[row] >= 0 {
			t.give(t.ix.docOf[row], worth)
		}
	}
}
