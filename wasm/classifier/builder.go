package classifier

import (
	"slices"
	"strings"
)

// builder holds what only the building of an index needs. The same words and
// the same parents' titles come again and again, so both are read once. Lists
// of numbers are pieces of a few long ones: some 40,000 small ones would cost
// most of the time.
type builder struct {
	ix    *Index
	known []int32            // word of the lexicon → term + 1, 0 = not met yet
	words map[string]int32   // other folded words → term
	texts map[string][]int32 // text → its terms
	said  map[string][][]int32
	lists [][][]int32 // field → doc → its terms
}

func newBuilder(ix *Index) *builder {
	b := &builder{ix: ix, known: make([]int32, len(ix.lexicon.words)), words: map[string]int32{}, texts: map[string][]int32{},
		said: make(map[string][][]int32, len(ix.lexicon.said))}
	for _, s := range ix.lexicon.said {
		b.said[s.code] = s.phrases
	}
	return b
}

func (b *builder) build() {
	fields := b.ix.table.fields()
	for _, f := range fields {
		list := make([][]int32, len(b.ix.docs))
		for d, doc := range b.ix.docs {
			list[d] = b.termsOf(f.text(b.ix.table.rows[doc.row]))
		}
		b.lists = append(b.lists, list)
	}
	b.lists = append(b.lists, b.addPhrases())
	b.listPhrases()
	b.weigh(append(fields, spokenField))
	b.ix.words = b.sortedWords()
}

func (b *builder) termsOf(text string) []int32 {
	if terms, ok := b.texts[text]; ok {
		return terms
	}
	var terms []int32
	if folded := Fold(text); folded != "" {
		terms = make([]int32, 0, strings.Count(folded, " ")+1)
		for w := range strings.SplitSeq(folded, " ") {
			terms = append(terms, b.termOf(w))
		}
	}
	b.texts[text] = terms
	return terms
}

func (b *builder) termOf(word string) int32 {
	if number, known := b.ix.lexicon.numbers[word]; known {
		return b.knownTerm(number)
	}
	id, met := b.words[word]
	if !met {
		id = b.ix.termID(stem(word))
		b.words[word] = id
	}
	return id
}

func (b *builder) knownTerm(number int32) int32 {
	if b.known[number] == 0 {
		b.known[number] = b.newTerm(number) + 1
	}
	return b.known[number] - 1
}

// newTerm is that of a word met for the first time. The word before or behind
// in the lexicon is often a form of the same: then nothing is looked up.
func (b *builder) newTerm(number int32) int32 {
	words := b.ix.lexicon.words
	root := words[number].text[:words[number].stem]
	for _, near := range [2]int32{number - 1, number + 1} {
		if near < 0 || int(near) >= len(words) || b.known[near] == 0 {
			continue
		}
		if id := b.known[near] - 1; b.ix.terms[id].text == root {
			return id
		}
	}
	return b.ix.termID(root)
}

func (ix *Index) termID(text string) int32 {
	id, ok := ix.byTxt[text]
	if !ok {
		id = int32(len(ix.terms))
		ix.byTxt[text] = id
		ix.terms = append(ix.terms, term{text: text})
	}
	return id
}

// addPhrases puts the phrases into the index and returns what the docs have of
// them together, as one more field.
func (b *builder) addPhrases() [][]int32 {
	count := 0
	for _, s := range b.ix.lexicon.said {
		count += len(s.phrases)
	}
	b.ix.phrases = make([]phrase, 0, count+count/2) // those of a подвопрос stand at each place of it
	b.ix.gists = make([]gist, 0, cap(b.ix.phrases))
	list := make([][]int32, len(b.ix.docs))
	// What most docs have; where it does not suffice, append makes room.
	all, own := make([]int32, 0, 8*len(b.known)), make([]int32, 0, 8*len(b.known))
	for d, doc := range b.ix.docs {
		r := &b.ix.table.rows[doc.row]
		from := len(all)
		all, own = b.addSaid(all, own, int32(d), b.said[r.Code])
		if r.Level == LevelSubquestion {
			all, own = b.addSaid(all, own, int32(d), b.said[anyQuestion+r.Code[len(r.Parent)+1:]])
		}
		list[d] = all[from:len(all):len(all)]
	}
	return list
}

// addSaid appends all terms of phrases to all, and to own those that each
// phrase keeps.
func (b *builder) addSaid(all, own []int32, d int32, phrases [][]int32) (_, _ []int32) {
	for _, tokens := range phrases {
		from := len(own)
		for _, token := range tokens {
			for _, number := range b.ix.lexicon.tokens[token].words {
				id := b.knownTerm(number)
				all = append(all, id)
				if !b.ix.lexicon.words[number].stop && !slices.Contains(own[from:], id) {
					own = append(own, id)
				}
			}
		}
		b.ix.phrases = append(b.ix.phrases, phrase{tokens, own[from:len(own):len(own)]})
		b.ix.gists = append(b.ix.gists, gist{doc: d})
	}
	return all, own
}

// listPhrases tells each term its phrases.
func (b *builder) listPhrases() {
	counts, total := make([]int, len(b.ix.terms)), 0
	for i := range b.ix.phrases {
		for _, id := range b.ix.phrases[i].terms {
			counts[id]++
			total++
		}
	}
	room := make([]int32, total)
	for id, n := range counts {
		b.ix.terms[id].phrases, room = room[:0:n], room[n:]
	}
	for i := range b.ix.phrases {
		for _, id := range b.ix.phrases[i].terms {
			t := &b.ix.terms[id]
			t.phrases = append(t.phrases, int32(i))
		}
	}
}

// sortedWords lists the words that were met, by their text. Tokens that are a
// word as it stands are in that order already; few are left to sort.
func (b *builder) sortedWords() []word {
	l := b.ix.lexicon
	met := func(number int32) word { return word{l.words[number].text, b.known[number] - 1} }
	inOrder := make([]word, 0, len(b.known))
	done := make([]bool, len(b.known))
	for _, t := range l.tokens {
		if len(t.words) == 1 && b.known[t.words[0]] > 0 && l.words[t.words[0]].text == t.text {
			done[t.words[0]] = true
			inOrder = append(inOrder, met(t.words[0]))
		}
	}
	var odd []word
	for number, id := range b.known {
		if id > 0 && !done[number] {
			odd = append(odd, met(int32(number)))
		}
	}
	for text, id := range b.words {
		odd = append(odd, word{text, id})
	}
	slices.SortFunc(odd, func(a, b word) int { return strings.Compare(a.text, b.text) })
	return merged(inOrder, odd)
}

// merged puts two sorted lists together.
func merged(a, b []word) []word {
	out := make([]word, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].text < b[0].text {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// weigh fills the postings, doc by doc, so that they stand in order.
func (b *builder) weigh(fields []field) {
	b.makePostings()
	mean := make([]float64, len(fields))
	for f := range fields {
		sum, n := 0, 0
		for _, terms := range b.lists[f] {
			if len(terms) > 0 {
				sum, n = sum+len(terms), n+1
			}
		}
		mean[f] = float64(sum) / float64(max(n, 1))
	}
	for d := range b.ix.docs {
		for f, field := range fields {
			terms := b.lists[f][d]
			one := float32(field.weight / (1 - field.norm + field.norm*float64(len(terms))/mean[f]))
			for _, id := range terms {
				b.ix.terms[id].add(int32(d), one)
			}
		}
	}
}

// makePostings makes room for the postings of each term.
func (b *builder) makePostings() {
	counts, last, total := make([]int, len(b.ix.terms)), make([]int, len(b.ix.terms)), 0
	for d := range b.ix.docs {
		for _, list := range b.lists {
			for _, id := range list[d] {
				if last[id] != d+1 {
					last[id] = d + 1
					counts[id]++
					total++
				}
			}
		}
	}
	room := make([]posting, total)
	for id, n := range counts {
		b.ix.terms[id].postings, room = room[:0:n], room[n:]
	}
}

// add counts a word of a doc that is the last so far.
func (t *term) add(doc int32, worth float32) {
	if n := len(t.postings); n == 0 || t.postings[n-1].doc != doc {
		t.postings = append(t.postings, posting{doc: doc})
	}
	t.postings[len(t.postings)-1].worth += worth
}
