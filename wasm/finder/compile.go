package finder

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"rroform/wasm/classifier"
)

// compiler makes a lexicon for an edition.
type compiler struct {
	table  *classifier.Table
	marks  func(word string) int32 // see [words]
	tokens []string
	said   map[string][][]int32 // code → phrases as indexes of tokens
}

// Compile returns the lexicon of phrases for an edition.
func (p Phrases) Compile(t *classifier.Table) *Lexicon {
	c := compiler{table: t, marks: marksOf, said: make(map[string][][]int32, len(p))}
	met := map[string]int32{}
	for code, list := range p {
		for _, text := range list {
			var phrase []int32
			for token := range strings.FieldsSeq(text) {
				id, known := met[token]
				if !known {
					id = int32(len(c.tokens))
					met[token] = id
					c.tokens = append(c.tokens, token)
				}
				phrase = append(phrase, id)
			}
			c.said[code] = append(c.said[code], phrase)
		}
	}
	return c.lexicon()
}

// For returns the lexicon for another edition, without phrases and words that only the
// old one has, and with the words of the new titles.
func (l *Lexicon) For(t *classifier.Table) *Lexicon {
	c := compiler{table: t, said: make(map[string][][]int32, l.codes.len())}
	c.marks = func(word string) int32 { // stemming is slow
		if i, known := l.words.find(word); known {
			return l.words.marks[i]
		}
		return marksOf(word)
	}
	for i := range int32(l.words.len()) {
		c.tokens = append(c.tokens, l.words.at(i))
	}
	for i := range int32(l.odd.len()) {
		c.tokens = append(c.tokens, l.odd.at(i))
	}
	for i := range int32(l.codes.len()) {
		for p := before(l.ends, i); p < l.ends[i]; p++ {
			c.said[l.codes.at(i)] = append(c.said[l.codes.at(i)], l.phrases.at(p))
		}
	}
	return c.lexicon()
}

// marksOf stems a word. For the result see words.marks.
func marksOf(word string) (marks int32) {
	// Snowball only removes letters; if it ever does not, the word is its own stem
	if root := stem(word); strings.HasPrefix(word, root) {
		marks = int32(len(word)-len(root)) * 2
	}
	if isStop(word) {
		marks++
	}
	return marks
}

// lexicon builds the lexicon from tokens and said: it drops unused tokens, splits the
// others into words, and sorts words and odd tokens.
func (c *compiler) lexicon() *Lexicon {
	titles := searchedTitles(c.table)
	codes := c.codes()
	used := make([]bool, len(c.tokens))
	for _, code := range codes {
		for _, phrase := range c.said[code] {
			for _, token := range phrase {
				used[token] = true
			}
		}
	}
	numbers := map[string]int32{} // word → its index
	collect := func(list []string) {
		for _, w := range list {
			numbers[w] = 0
		}
	}
	folded, odd := make([][]string, len(c.tokens)), []int32(nil)
	for i, token := range c.tokens {
		if !used[i] {
			continue
		}
		if folded[i] = foldedWords(token); len(folded[i]) != 1 || folded[i][0] != token {
			odd = append(odd, int32(i))
		}
		collect(folded[i])
	}
	for _, title := range titles {
		collect(title)
	}
	l := &Lexicon{}
	sorted := slices.Sorted(maps.Keys(numbers))
	l.words.texts = makeTexts(sorted)
	for i, w := range sorted {
		numbers[w] = int32(i)
		l.words.marks = append(l.words.marks, c.marks(w))
	}
	number := func(list []string) []int32 {
		var out []int32
		for _, w := range list {
			out = append(out, numbers[w])
		}
		return out
	}
	for _, title := range titles {
		l.titles.add(number(title))
	}
	// Odd tokens are sorted by their words: then their numbers compress well.
	slices.SortFunc(odd, func(a, b int32) int {
		return cmp.Or(slices.Compare(folded[a], folded[b]), strings.Compare(c.tokens[a], c.tokens[b]))
	})
	ids, texts := make([]int32, len(c.tokens)), []string(nil)
	for i, token := range c.tokens {
		ids[i] = numbers[token]
	}
	for n, i := range odd {
		ids[i] = int32(len(sorted) + n)
		texts = append(texts, c.tokens[i])
		l.oddWords.add(number(folded[i]))
	}
	l.odd, l.codes = makeTexts(texts), makeTexts(codes)
	for _, code := range codes {
		for _, phrase := range c.said[code] {
			tokens := make([]int32, len(phrase))
			for k, token := range phrase {
				tokens[k] = ids[token]
			}
			l.phrases.add(tokens)
		}
		l.ends = append(l.ends, int32(l.phrases.len()))
	}
	return l
}

// codes returns the codes with phrases that the edition has, sorted.
func (c *compiler) codes() []string {
	wanted := map[string]bool{}
	for _, r := range c.table.Rows {
		if r.Assignable() {
			wanted[r.Code], wanted[anyQuestionKey(&r)] = true, true
		}
	}
	var codes []string
	for code := range c.said {
		if wanted[code] {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return codes
}

// searchedTitles returns the words of each row's title, none for a row whose title is not
// searched.
func searchedTitles(t *classifier.Table) [][]string {
	titles := make([][]string, len(t.Rows))
	for i, r := range t.Rows {
		if !r.Assignable() {
			continue
		}
		for _, row := range fieldRows(t, int32(i)) {
			if row >= 0 && titles[row] == nil {
				titles[row] = foldedWords(t.Rows[row].Title)
			}
		}
	}
	return titles
}

func foldedWords(text string) []string { return strings.Fields(classifier.Fold(text)) }
