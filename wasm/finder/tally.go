package finder

import (
	"math"
	"math/bits"
	"sync"
)

// saturation is BM25's k1: how soon further occurrences of a word stop counting.
const saturation = 1.2

// tally adds up the scores of one query, word by word. It is reused, and records what was
// changed, so that only that must be cleared.
type tally struct {
	ix      *Index
	sums    []docScore // by doc
	docs    []int32    // docs with a score
	phrases []float32  // by phrase: total rarity of its words in the query
	hit     []int32    // phrases with a value in phrases
	needed  int        // number of words of the query that occur in any doc

	remembered map[string]Choice // by code: the choice that raised it

	// Of the current word.
	list    []match    // the terms it may mean
	meant   []bool     // by term: is in list
	found   []sighting // by doc
	touched []int32    // docs in which it was found
	said    []float32  // by phrase: the best match
	spoke   []int32    // phrases with said > 0

	tops   [][themeDepth]float32 // by theme: its best questions
	themes []int32               // themes with a question that has a score
	shares []float32             // by theme: what it adds to the score of a doc
	top    []uint64              // the best docs so far, see rank
	text   []byte                // text of the phrases of the result
}

// docScore is what a query has given to a doc.
type docScore struct {
	covered       uint64  // bit i = the doc contains word i of the query
	score         float32 // grows step by step, see [Index.Search]
	words         float32 // the score before habit is added
	first, second float32 // worth of its two best phrases
	why           int32   // its best phrase + 1
}

// sighting is how a word was found in a doc.
type sighting struct {
	best  float32 // worth of the best match, 0 = not found
	holds bool    // the doc counts as containing the word
}

func newTally(ix *Index) *tally {
	docs, phrases := len(ix.docs), len(ix.gists)
	return &tally{ix: ix, sums: make([]docScore, docs), found: make([]sighting, docs),
		remembered: map[string]Choice{}, meant: make([]bool, len(ix.terms)),
		tops: make([][themeDepth]float32, ix.themes), shares: make([]float32, ix.themes),
		phrases: make([]float32, phrases), said: make([]float32, phrases)}
}

// clear prepares a tally for the next query.
func (t *tally) clear() {
	for _, d := range t.docs {
		t.sums[d] = docScore{}
	}
	for _, p := range t.hit {
		t.phrases[p] = 0
	}
	for _, theme := range t.themes {
		t.shares[theme] = 0
	}
	clear(t.remembered)
	t.themes = t.themes[:0]
	t.docs, t.hit, t.needed = t.docs[:0], t.hit[:0], 0
}

// give increases the score of a doc.
func (t *tally) give(d int32, score float32) *docScore {
	s := &t.sums[d]
	if s.score == 0 {
		t.docs = append(t.docs, d)
	}
	s.score += score
	return s
}

// add scores one word by all terms it may mean.
func (t *tally) add(word string, typing bool) {
	list, root, proper := t.matches(word, typing)
	if len(list) == 0 {
		return
	}
	bit := uint64(1) << t.needed // maxWords is below 64
	t.needed++
	weight := emphasis(root)
	idf := weight * rarity(list)
	for _, m := range list {
		t.addTerm(m, !proper || m.factor > kinFactor)
	}
	for _, d := range t.touched {
		f := &t.found[d]
		s := t.give(d, f.best*idf)
		if f.holds {
			s.covered |= bit
		}
		*f = sighting{}
	}
	for _, p := range t.spoke {
		if t.phrases[p] == 0 {
			t.hit = append(t.hit, p)
		}
		t.phrases[p] += weight * t.said[p]
		t.said[p] = 0
	}
	t.touched, t.spoke = t.touched[:0], t.spoke[:0]
}

// rarity returns the rarity of the term a word certainly means, or, of several guesses, of
// the most common one, so that a misspelt word is not worth more than the correct one.
func rarity(list []match) float32 {
	idf := list[0].term.idf
	for _, m := range list[1:] {
		if m.factor == list[0].factor {
			idf = min(idf, m.term.idf)
		}
	}
	return idf
}

// rareKin is in how many phrases a longer word with the same beginning may be, to count in
// phrases.
const rareKin = 20

func (t *tally) addTerm(m match, holds bool) {
	for _, p := range t.ix.postings[m.term.postings.from:m.term.postings.to] {
		f, now := &t.found[p.doc], m.factor*p.worth
		if f.best == 0 {
			t.touched = append(t.touched, p.doc)
		}
		f.best = max(f.best, now)
		f.holds = f.holds || holds
	}
	if !holds && m.term.says.to-m.term.says.from > rareKin { // says little, and takes long
		return
	}
	said, worth := t.said, m.factor*m.term.idf
	for _, p := range t.ix.says[m.term.says.from:m.term.says.to] {
		before := said[p]
		if before == 0 {
			t.spoke = append(t.spoke, p)
		}
		if worth > before {
			said[p] = worth
		}
	}
}

// speak finds the two best phrases of each doc: the more of a phrase the query contains, the
// more it is worth.
func (t *tally) speak() {
	for _, n := range t.hit {
		p := &t.ix.gists[n]
		s, said := &t.sums[p.doc], t.phrases[n]
		if said <= s.second { // the worth is at most that
			continue
		}
		part := said / p.mass
		worth := said * part * float32(math.Sqrt(float64(part)))
		switch {
		case worth > s.first:
			s.first, s.second, s.why = worth, s.first, n+1
		case worth > s.second:
			s.second = worth
		}
	}
}

// themeDepth is how many questions of a theme count for its score.
const themeDepth = 5

// sumUp adds to each doc its phrases and a part of the score of its theme, and raises docs
// that contain all words of the query. Each pass over the docs takes a tenth of a search, so
// there are only two.
func (t *tally) sumUp() {
	phrase, second := weights.phrase, weights.second
	for _, d := range t.docs { // the words of a phrase are in a field of its doc
		s := &t.sums[d]
		s.score += phrase*s.first + second*s.second
		if place := t.ix.places[d]; place.head == d {
			t.keepTop(place.theme, s.score)
		}
	}
	for _, theme := range t.themes {
		factor, share := weights.theme, float32(0)
		for _, s := range &t.tops[theme] {
			share += factor * s
			factor *= 0.6
		}
		t.shares[theme], t.tops[theme] = share, [themeDepth]float32{}
	}
	var covers [maxWords + 1]float32 // by the number of words
	for n := range t.needed + 1 {
		part := float32(n) / float32(max(t.needed, 1))
		covers[n] = 1 + weights.cover*part*part
	}
	for _, d := range t.docs {
		s := &t.sums[d]
		s.score = (s.score + t.shares[t.ix.places[d].theme]) * covers[bits.OnesCount64(s.covered)]
	}
}

// keepTop puts the score of a question among the best of its theme.
func (t *tally) keepTop(theme int32, score float32) {
	top := &t.tops[theme]
	if score <= top[themeDepth-1] {
		return
	}
	if top[0] == 0 {
		t.themes = append(t.themes, theme)
	}
	for i := range top {
		if score > top[i] {
			score, top[i] = top[i], score
		}
	}
}

// inherit adds to each found подвопрос the score of its question: it comes before the question
// if it contains more words of the query, else after it. The best score of all is returned.
func (t *tally) inherit() (best float32) {
	for _, d := range t.docs {
		s := &t.sums[d]
		if at := t.ix.places[d].head; at != d {
			head, own := &t.sums[at], s.score
			s.score = weights.behind*head.score + weights.sub*own
			if s.covered&^head.covered != 0 {
				s.score = head.score + weights.sub*own
			}
		}
		best = max(best, s.score)
	}
	return best
}

// addHabit raises each doc by its prior, see [Habits.prior]. best is the best score.
func (t *tally) addHabit(prior []float32, best float32) {
	full := habitGate * best
	for _, d := range t.docs {
		s := &t.sums[d]
		s.words = s.score
		if s.score >= full {
			s.score += best * prior[d]
		} else {
			s.score += s.score * prior[d] / habitGate
		}
	}
}

// ranked returns the found docs, best first, at most limit. Docs with equal scores are in
// document order.
func (t *tally) ranked(limit int) []int32 {
	top := t.top[:0]
	for _, d := range t.docs {
		r := rank(t.sums[d].score, d)
		if len(top) < limit {
			top = append(top, 0)
		} else if r <= top[limit-1] {
			continue
		}
		at := len(top) - 1
		for at > 0 && top[at-1] < r {
			top[at] = top[at-1]
			at--
		}
		top[at] = r
	}
	t.top = top
	docs := make([]int32, len(top))
	for i, r := range top {
		docs[i] = int32(^uint32(r))
	}
	return docs
}

// rank returns a number that is greater for a better doc. A score is never negative, and
// the bits of non-negative floats have the same order as the floats.
func rank(score float32, d int32) uint64 {
	return uint64(math.Float32bits(score))<<32 | uint64(^uint32(d))
}

// tallies are the tallies that are not in use. Unlike sync.Pool it never drops them: a new
// one takes about 200 KB.
type tallies struct {
	mu   sync.Mutex
	idle []*tally
}

func (p *tallies) take(ix *Index) *tally {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := len(p.idle)
	if n == 0 {
		return newTally(ix)
	}
	t := p.idle[n-1]
	p.idle = p.idle[:n-1]
	return t
}

func (p *tallies) giveBack(t *tally) {
	t.clear()
	p.mu.Lock()
	p.idle = append(p.idle, t)
	p.mu.Unlock()
}
