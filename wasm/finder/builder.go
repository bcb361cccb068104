package finder

import "math"

// builder holds data that is needed only while an index is built.
type builder struct {
	*Index
	titles lists     // by row: terms of its title
	said   lists     // by phrase of the lexicon: all its terms
	keys   lists     // the same without repeats and stop words
	own    [][2]span // by doc: its phrases, and those of its «*.» key
	idf    []float32 // by the number of docs with the term
}

func newBuilder(ix *Index) *builder {
	l := ix.lexicon
	b := &builder{Index: ix, own: make([][2]span, len(ix.docs)), idf: make([]float32, len(ix.docs)+1),
		titles: lists{make([]int32, len(l.titles.items)), l.titles.ends}}
	for i, word := range l.titles.items {
		b.titles.items[i] = ix.termOf[word]
	}
	for d := range b.own {
		r := &ix.table.Rows[ix.docs[d].row]
		b.own[d][0] = l.phrasesOf(r.Code)
		if any := anyQuestionKey(r); any != "" {
			b.own[d][1] = l.phrasesOf(any)
		}
	}
	b.readPhrases()
	return b
}

// readPhrases splits the phrases into terms.
func (b *builder) readPhrases() {
	l := b.lexicon
	words := int32(l.words.len())
	all, keys := make([]int32, 0, len(l.phrases.items)*9/8), make([]int32, 0, len(l.phrases.items))
	b.said.ends, b.keys.ends = make([]int32, l.phrases.len()), make([]int32, l.phrases.len())
	for p := range b.said.ends {
		from := len(keys)
		take := func(word int32) {
			id := b.termOf[word]
			all = append(all, id)
			if l.words.stop(word) {
				return
			}
			for _, other := range keys[from:] {
				if other == id {
					return
				}
			}
			keys = append(keys, id)
		}
		for _, token := range l.phrases.at(int32(p)) {
			if token < words {
				take(token)
				continue
			}
			for _, word := range l.oddWords.at(token - words) {
				take(word)
			}
		}
		b.said.ends[p], b.keys.ends[p] = int32(len(all)), int32(len(keys))
	}
	b.said.items, b.keys.items = all, keys
}

// bag returns the terms of all phrases of a span.
func (b *builder) bag(s span) []int32 {
	return b.said.items[before(b.said.ends, s.from):before(b.said.ends, s.to)]
}

// texts calls f with each text of each doc, field by field, and with the worth of one
// occurrence of a term in it.
func (b *builder) texts(f func(d int32, terms []int32, worth float32)) {
	means := b.meanLengths()
	for d := range int32(len(b.docs)) {
		for i, row := range fieldRows(b.table, b.docs[d].row) {
			if row >= 0 {
				terms := b.titles.at(row)
				f(d, terms, fields[i].worth(len(terms), means[i]))
			}
		}
		own, shared := b.bag(b.own[d][0]), b.bag(b.own[d][1])
		one := fields[spokenField].worth(len(own)+len(shared), means[spokenField])
		f(d, own, one)
		f(d, shared, one)
	}
}

// meanLengths returns the mean length of the non-empty texts of each field.
func (b *builder) meanLengths() (means [len(fields)]float64) {
	var sums, counts [len(fields)]int
	count := func(field, length int) {
		if length > 0 {
			sums[field] += length
			counts[field]++
		}
	}
	for d := range b.docs {
		for i, row := range fieldRows(b.table, b.docs[d].row) {
			if row >= 0 {
				count(i, len(b.titles.at(row)))
			}
		}
		count(spokenField, len(b.bag(b.own[d][0]))+len(b.bag(b.own[d][1])))
	}
	for i := range means {
		means[i] = float64(sums[i]) / float64(max(counts[i], 1))
	}
	return means
}

// addPostings adds up the worth of each term in each doc. Space for the postings is
// allocated by the number of occurrences, which may be more than needed.
func (b *builder) addPostings() {
	total := int32(0)
	b.texts(func(_ int32, terms []int32, _ float32) {
		for _, id := range terms {
			b.terms[id].postings.to++
		}
		total += int32(len(terms))
	})
	b.postings = make([]posting, total)
	makeRoom(b.terms, func(t *term) *span { return &t.postings })
	b.texts(func(d int32, terms []int32, worth float32) {
		for _, id := range terms {
			s := &b.terms[id].postings
			if s.to == s.from || b.postings[s.to-1].doc != d {
				b.postings[s.to] = posting{d, worth}
				s.to++
			} else {
				b.postings[s.to-1].worth += worth
			}
		}
	})
	for i := range b.postings {
		p := &b.postings[i]
		p.worth *= (saturation + 1) / (p.worth + saturation)
	}
	for i := range b.terms {
		t := &b.terms[i]
		t.idf = b.rarity(t.postings.to - t.postings.from)
	}
}

// rarity returns BM25's idf of a term that occurs in this many docs.
func (b *builder) rarity(docs int32) float32 {
	if b.idf[docs] == 0 { // logarithms are slow
		n, df := float64(len(b.docs)), float64(docs)
		b.idf[docs] = float32(math.Log(1 + (n-df+0.5)/(df+0.5)))
	}
	return b.idf[docs]
}

// addGists creates the gists of all docs and records for each term the gists with it.
func (b *builder) addGists() {
	b.gists = make([]gist, 0, b.lexicon.phrases.len()*5/4) // phrases of a subquestion are repeated for each of its docs
	total := int32(0)
	for d := range b.own {
		for _, s := range b.own[d] {
			for p := s.from; p < s.to; p++ {
				g := gist{doc: int32(d), phrase: p}
				for _, id := range b.keys.at(p) {
					b.terms[id].says.to++
					total++
					g.mass += b.terms[id].idf
				}
				b.gists = append(b.gists, g)
			}
		}
	}
	b.says = make([]int32, total)
	makeRoom(b.terms, func(t *term) *span { return &t.says })
	for i := range b.gists {
		for _, id := range b.keys.at(b.gists[i].phrase) {
			s := &b.terms[id].says
			b.says[s.to] = int32(i)
			s.to++
		}
	}
}

// makeRoom places spans one after another and makes them empty. Before, the field to of
// each is the length it may reach.
func makeRoom(terms []term, of func(*term) *span) {
	at := int32(0)
	for i := range terms {
		s := of(&terms[i])
		size := s.to
		*s = span{at, at}
		at += size
	}
}
