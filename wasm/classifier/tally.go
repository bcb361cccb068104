package classifier

import (
	"math"
	"math/bits"
	"sync"
)

// saturation is BM25's k1: how soon more of the same word stops counting.
const saturation = 1.2

// tally adds up what a query finds, word by word. It is used again and again:
// what was touched is remembered, so that only that is cleared.
type tally struct {
	ix      *Index
	score   []float32 // by doc: words in its fields
	covered []uint64  // by doc: bit i = it holds word i of the query
	docs    []int32   // that have a score
	phrases []float32 // by phrase: rarity of its words that the query has
	hit     []int32   // phrases that have some
	needed  int       // words of the query that any doc holds
	why     []int32   // by doc: its best phrase + 1
	second  []float32 // by doc: worth of its second phrase
	first   []float32 // … and of its best

	remembered map[string]Choice // by code: the choice that helped it

	// Of the word at hand.
	list    []match   // what it may mean
	meant   []bool    // by term: is in list
	best    []float32 // by doc: the best way it was found
	holds   []bool    // by doc: counts as holding the word
	touched []int32   // docs with best > 0
	said    []float32 // by phrase: the best way it was found
	spoke   []int32   // phrases with said > 0

	tops [][themeDepth]float32 // by theme: its best вопросы
	top  []uint64              // the best docs so far, see rank
	text []byte                // phrases of the answer
}

func newTally(ix *Index) *tally {
	docs, phrases := len(ix.docs), len(ix.gists)
	return &tally{ix: ix, score: make([]float32, docs), covered: make([]uint64, docs), why: make([]int32, docs),
		first: make([]float32, docs), second: make([]float32, docs), best: make([]float32, docs),
		holds:      make([]bool, docs),
		remembered: map[string]Choice{}, meant: make([]bool, len(ix.terms)),
		tops: make([][themeDepth]float32, ix.themes), phrases: make([]float32, phrases), said: make([]float32, phrases)}
}

// clear makes a tally ready for the next query.
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

// give adds to the score of a doc.
func (t *tally) give(d int32, score float32) {
	if t.score[d] == 0 {
		t.docs = append(t.docs, d)
	}
	t.score[d] += score
}

// add scores one word by all it may mean.
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

// rarity of a word is that of what it surely means; of several guesses the
// commonest, so that a slip is not worth more than the word itself.
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

// speak adds to each doc what its two best phrases say: the more of a phrase
// the query has, the more it counts.
func (t *tally) speak() {
	for _, n := range t.hit {
		p := t.ix.gists[n]
		part := t.phrases[n] / p.mass
		worth := t.phrases[n] * part * part
		switch d := p.doc; {
		case worth > t.first[d]:
			t.first[d], t.second[d], t.why[d] = worth, t.first[d], n+1
		case worth > t.second[d]:
			t.second[d] = worth
		}
	}
	for _, d := range t.docs { // a phrase's words belong to a field of its doc
		t.score[d] += weights.phrase*t.first[d] + weights.second*t.second[d]
	}
}

// themeDepth is how many вопросы of a theme add to what it has found.
const themeDepth = 5

// addThemes adds to each doc what its theme as a whole has found.
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

// cover favours docs that hold all words of the query.
func (t *tally) cover() {
	for _, d := range t.docs {
		part := float32(bits.OnesCount64(t.covered[d])) / float32(max(t.needed, 1))
		t.score[d] *= 1 + weights.cover*part*part
	}
}

// inherit adds to each подвопрос that was found the score of its вопрос. It
// ranks before the вопрос if it has more words of the query, else after it.
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

// ranked returns the docs that were found, best first, at most limit of them.
// Equal ones are in the order of the classifier.
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

// rank is a number that is the greater the better a doc is: a score is never
// below 0, and the bits of such numbers are ordered as they are.
func rank(score float32, d int32) uint64 {
	return uint64(math.Float32bits(score))<<32 | uint64(^uint32(d))
}

// tallies are those that no search uses at the moment. Unlike a sync.Pool it
// keeps them: a new one is some 200 KB.
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
