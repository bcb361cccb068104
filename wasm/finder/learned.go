package finder

import (
	"math"
	"slices"
	"strings"

	"rroform/wasm/classifier"
)

// Choice is a code that a clerk of this office chose for some search words.
type Choice struct {
	Words string `json:"words"` // folded words that the search knows, see [Index.Known]
	Code  string `json:"code"`
	Count int    `json:"count"`
}

// Learned are choices prepared for an index.
type Learned struct {
	choices []Choice
	masses  []float32
	prior   []float32         // by doc, see [Habits.prior]
	byTerm  map[int32][]int32 // term → choices
}

// Known returns the words of a text that occur in titles or phrases, folded and without
// repeats, and nothing if the text contains a code. It leaves out names and addresses
// (see [withoutNames]) and numbers, which may be of a house, so that no personal data of a
// query are stored.
func (ix *Index) Known(text string) []string {
	if parseQuery(text).code != nil {
		return nil
	}
	return slices.DeleteFunc(parseQuery(classifier.WithoutNames(text)).words, func(w string) bool {
		_, _, known := ix.root(w)
		return !known || isStop(w) || len(w) <= len("д") || strings.ContainsAny(w, "0123456789")
	})
}

// Learn prepares choices. It ignores those whose words or code the index does not have.
func (ix *Index) Learn(choices []Choice) *Learned {
	l := &Learned{choices: choices, masses: make([]float32, len(choices)), byTerm: map[int32][]int32{}}
	office := NewHabits()
	for i, c := range choices {
		for w := range strings.FieldsSeq(c.Words) {
			if _, id, known := ix.root(w); known {
				l.byTerm[id] = append(l.byTerm[id], int32(i))
				l.masses[i] += ix.terms[id].idf
			}
		}
		if l.masses[i] > 0 {
			office.counts[classifier.QuestionOf(c.Code)] += float64(max(c.Count, 0))
		}
	}
	l.prior = ix.habits.prior(ix, office)
	return l
}

// recall raises the docs that were chosen for similar words: the more, the more words the
// texts have in common and the more often the code was chosen.
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
		if row, there := t.ix.table.ByCode[code]; there && t.ix.docOf[row] >= 0 {
			t.give(t.ix.docOf[row], worth)
		}
	}
}
