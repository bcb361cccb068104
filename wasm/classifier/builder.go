package classifier

import (
	"math"
	"slices"
)

// builder holds what only the making of an index needs.
type builder struct {
	*Index
	keys lists // by phrase of the lexicon: its terms without repeats and stop words
	bags lists // by doc: terms of all its phrases
}

// addPhrases puts the phrases where they stand: those of a подвопрос at each
// place of it.
func (b *builder) addPhrases() {
	l := b.lexicon
	b.keys = lists{make([]int32, 0, len(l.phrases.items)), make([]int32, 0, l.phrases.len())}
	b.bags = lists{make([]int32, 0, 2*len(l.phrases.items)), make([]int32, 0, len(b.docs))}
	b.gists = make([]gist, 0, 2*l.phrases.len())
	room := make([]int32, 1)
	for p := range int32(l.phrases.len()) {
		from := len(b.keys.items)
		for _, token := range l.phrases.at(p) {
			for _, word := range l.tokenWords(token, room) {
				if id := b.termOf[word]; !l.words.stop(word) && !slices.Contains(b.keys.items[from:], id) {
					b.keys.items = append(b.keys.items, id)
				}
			}
		}
		b.keys.ends = append(b.keys.ends, int32(len(b.keys.items)))
	}
	for d := range b.docs {
		r := &b.table.rows[b.docs[d].row]
		b.addSaid(int32(d), r.Code)
		if any := r.anyQuestion(); any != "" {
			b.addSaid(int32(d), any)
		}
		b.bags.ends = append(b.bags.ends, int32(len(b.bags.items)))
	}
}

func (b *builder) addSaid(d int32, code string) {
	l, room := b.lexicon, make([]int32, 1)
	from, to := l.phrasesOf(code)
	for p := from; p < to; p++ {
		b.gists = append(b.gists, gist{doc: d, phrase: p})
	}
	for _, token := range l.phrases.items[before(l.phrases.ends, from):before(l.phrases.ends, to)] {
		for _, word := range l.tokenWords(token, room) {
			b.bags.items = append(b.bags.items, b.termOf[word])
		}
	}
}

// occurrences calls f with each term of each doc, field by field, and with
// what it is worth there.
func (b *builder) occurrences(f func(d, id int32, worth float32)) {
	means := b.meanLengths()
	for d := range int32(len(b.docs)) {
		for i, row := range b.table.fieldRows(b.docs[d].row) {
			if row < 0 {
				continue
			}
			words := b.lexicon.titles.at(row)
			one := fields[i].worth(len(words), means[i])
			for _, word := range words {
				f(d, b.termOf[word], one)
			}
		}
		bag := b.bags.at(d)
		one := fields[titleFields].worth(len(bag), means[titleFields])
		for _, id := range bag {
			f(d, id, one)
		}
	}
}

// worth of one occurrence in a text of this length.
func (f field) worth(length int, mean float64) float32 {
	return float32(f.weight / (1 - f.norm + f.norm*float64(length)/mean))
}

// meanLengths are those of the texts of each field that are not empty.
func (b *builder) meanLengths() (means [len(fields)]float64) {
	var sums, counts [len(fields)]int
	count := func(field, length int) {
		if length > 0 {
			sums[field] += length
			counts[field]++
		}
	}
	for d := range b.docs {
		for i, row := range b.table.fieldRows(b.docs[d].row) {
			if row >= 0 {
				count(i, len(b.lexicon.titles.at(row)))
			}
		}
		count(titleFields, len(b.bags.at(int32(d))))
	}
	for i := range means {
		means[i] = float64(sums[i]) / float64(max(counts[i], 1))
	}
	return means
}

// addPostings adds up what each term is worth in each doc, and works out
// BM25's idf of the terms.
func (b *builder) addPostings() {
	last := make([]int32, len(b.terms)) // doc + 1
	total := int32(0)
	b.occurrences(func(d, id int32, _ float32) {
		if last[id] != d+1 {
			last[id] = d + 1
			b.terms[id].postings.to++
			total++
		}
	})
	b.postings = make([]posting, total)
	room(b.terms, func(t *term) *span { return &t.postings })
	b.occurrences(func(d, id int32, worth float32) {
		s := &b.terms[id].postings
		if s.to == s.from || b.postings[s.to-1].doc != d {
			b.postings[s.to].doc = d
			s.to++
		}
		b.postings[s.to-1].worth += worth
	})
	for i := range b.postings {
		p := &b.postings[i]
		p.worth *= (saturation + 1) / (p.worth + saturation)
	}
	n := float64(len(b.docs))
	for i := range b.terms {
		t := &b.terms[i]
		df := float64(t.postings.to - t.postings.from)
		t.idf = float32(math.Log(1 + (n-df+0.5)/(df+0.5)))
	}
}

// addSays tells each term its phrases, and each phrase what it weighs.
func (b *builder) addSays() {
	total := int32(0)
	for i := range b.gists {
		g := &b.gists[i]
		for _, id := range b.keys.at(g.phrase) {
			b.terms[id].says.to++
			total++
			g.mass += b.terms[id].idf
		}
	}
	b.says = make([]int32, total)
	room(b.terms, func(t *term) *span { return &t.says })
	for i := range b.gists {
		for _, id := range b.keys.at(b.gists[i].phrase) {
			s := &b.terms[id].says
			b.says[s.to] = int32(i)
			s.to++
		}
	}
}

// room makes spans that tell only how long they will be, in to, stand one
// behind the other, empty.
func room(terms []term, of func(*term) *span) {
	at := int32(0)
	for i := range terms {
		s := of(&terms[i])
		size := s.to
		*s = span{at, at}
		at += size
	}
}
