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
	score   []float32 // by doc: score of the words in its fields
	covered []uint64  // by doc: bit i = it contains word i of the query
	docs    []int32   // docs with a score
	phrases []float32 // by phrase: total rarity of its words in the query
	hit     []int32   // phrases with a value in phrases
	needed  int       // number of words of the query that occur in any doc
	why     []int32   // by doc: its best phrase + 1
	second  []float32 // by doc: worth of its second phrase
	first   []float32 // by doc: worth of its best phrase
	words   []float32 // by doc with a score: the score before habit was added

	remembered map[string]Choice // by code: the choice that raised it

	// Of the current word.
	list    []match   // the terms it may mean
	meant   []bool    // by term: is in list
	best    []float32 // by doc: the best match
	holds   []bool    // by doc: counts as containing the word
	touched []int32   // docs with best > 0
	said    []float32 // by phrase: the best match
	spoke   []int32   // phrases with said > 0

	tops [][themeDepth]float32 // by theme: its best questions
	top  []uint64              // the best docs so far, see rank
	text []byte                // text of the phrases of the result
}

func newTally(ix *Index) *tally {
	docs, phrases := len(ix.docs), len(ix.gists)
	return &tally{ix: ix, score: make([]float32, docs), covered: make([]uint64, docs), why: make([]int32, docs),
		first: make([]float32, docs), second: make([]float32, docs), best: make([]float32, docs),
		holds: make([]bool, docs), words: make([]float32, docs),
		remembered: map[string]Choice{}, meant: make([]bool, len(ix.terms)),
		tops: make([][themeDepth]float32, ix.themes), phrases: make([]float32, phrases), said: make([]float32, phrases)}
}

// clear prepares a tally for the next query.
func (t *tally) clear() {
	for _, d := range t.docs {
		t.score[d], t.covered[d], t.why[d], t.first[d], t.second[d] = 0, 0, 0, 0, 0
	}
	for _, p := range t.hit {
		t.phrases[p] = 0
	}
	clear(t.remembered)
	t.docs, t.hit, t.needed = t.docs[:0], t.hit[:0], 0
}

// give increases the score of a doc.
func (t *tally) give(d int32, score float32) {
	if t.score[d] == 0 {
		t.docs = append(t.docs, d)
	}
	t.score[d] += score
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
		t.give(d, t.best[d]*idf)
		if t.holds[d] {
			t.covered[d] |= bit
		}
		t.best[d], t.holds[d] = 0, false
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

func (t *tally) addTerm(m match, holds bool) {
	best, all := t.best, t.holds
	for _, p := range t.ix.postings[m.term.postings.from:m.term.postings.to] {
		before, now := best[p.doc], m.factor*p.worth
		if before == 0 {
			t.touched = append(t.touched, p.doc)
		}
		if now > before {
			best[p.doc] = now
		}
		if holds {
			all[p.doc] = true
		}
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

// speak adds to each doc the worth of its two best phrases: the more of a phrase the query
// contains, the more it counts.
func (t *tally) speak() {
	for _, n := range t.hit {
		p := t.ix.gists[n]
		part := t.phrases[n] / p.mass
		worth := t.phrases[n] * part * float32(math.Sqrt(float64(part)))
		switch d := p.doc; {
		case worth > t.first[d]:
			t.first[d], t.second[d], t.why[d] = worth, t.first[d], n+1
		case worth > t.second[d]:
			t.second[d] = worth
		}
	}
	for _, d := range t.docs { // the words of a phrase are in a field of its doc
		t.score[d] += weights.phrase*t.first[d] + weights.second*t.second[d]
	}
}

// themeDepth is how many questions of a theme count for its score.
const themeDepth = 5

// addThemes adds to each doc a part of the score of its theme.
func (t *tally) addThemes() {
	clear(t.tops)
	for _, d := range t.docs {
		if t.ix.places[d].head != d {
			continue
		}
		top := &t.tops[t.ix.places[d].theme]
		s := t.score[d]
		if s <= top[themeDepth-1] {
			continue
		}
		for i := range top {
			if s > top[i] {
				s, top[i] = top[i], s
			}
		}
	}
	for _, d := range t.docs {
		factor := weights.theme
		for _, s := range &t.tops[t.ix.places[d].theme] {
			if s == 0 {
				break
			}
			t.score[d] += factor * s
			factor *= 0.6
		}
	}
}

// cover raises docs that contain all words of the query.
func (t *tally) cover() {
	for _, d := range t.docs {
		part := float32(bits.OnesCount64(t.covered[d])) / float32(max(t.needed, 1))
		t.score[d] *= 1 + weights.cover*part*part
	}
}

// inherit adds to each found subquestion the score of its question:
// it comes before the question if it contains more words of the query, else after it.
func (t *tally) inherit() {
	for _, d := range t.docs {
		head := t.ix.places[d].head
		if head == d {
			continue
		}
		own := t.score[d]
		t.score[d] = weights.behind*t.score[head] + weights.sub*own
		if t.covered[d]&^t.covered[head] != 0 {
			t.score[d] = t.score[head] + weights.sub*own
		}
	}
}

// ranked returns the found docs, best first, at most limit. Docs with equal scores are in
// document order.
func (t *tally) ranked(limit int) []int32 {
	top := t.top[:0]
	for _, d := range t.docs {
		r := rank(t.score[d], d)
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
