package classifier

import (
	"errors"
	"slices"
	"strings"

	"github.com/kljensen/snowball/russian"
)

// Lexicon holds [Phrases] with their words counted out and stemmed. That is
// done when the program is built: stemming is half the work of an index.
type Lexicon struct {
	tokens []token
	said   []said
	// Titles may have words that no phrase has; their stems are here too.
	stems map[string]int // folded word → bytes of its stem
}

// token is what stands between two blanks: «УК», «wi-fi», «вода,».
type token struct {
	text  string
	words []lexeme // folded
}

// lexeme is a folded word; its stem is the first bytes of it.
type lexeme struct {
	text string
	stem int
}

// said are the phrases of one code, as tokens.
type said struct {
	code    string
	phrases [][]int32
}

// Compile makes a lexicon of phrases and of the words of a table's titles.
func (p Phrases) Compile(t *Table) *Lexicon {
	numbers := map[string]int32{}
	collect := func(text string) {
		for w := range strings.FieldsSeq(text) {
			numbers[w] = 0
		}
	}
	codes := make([]string, 0, len(p))
	for code, list := range p {
		codes = append(codes, code)
		for _, text := range list {
			collect(text)
		}
	}
	if t != nil {
		for r := range t.All() {
			collect(r.Title)
		}
	}
	l := &Lexicon{}
	for text := range numbers {
		l.tokens = append(l.tokens, newToken(text, stemLen))
	}
	slices.SortFunc(l.tokens, compareTokens)
	for i, t := range l.tokens {
		numbers[t.text] = int32(i)
	}
	slices.Sort(codes)
	for _, code := range codes {
		s := said{code: code}
		for _, text := range p[code] {
			var ids []int32
			for w := range strings.FieldsSeq(text) {
				ids = append(ids, numbers[w])
			}
			s.phrases = append(s.phrases, ids)
		}
		l.said = append(l.said, s)
	}
	l.index()
	return l
}

func compareTokens(a, b token) int { return strings.Compare(a.text, b.text) }

// stemLen is how many bytes of a folded word are its stem.
func stemLen(word string) int {
	root := stem(word)
	if !strings.HasPrefix(word, root) {
		return len(word) // Snowball only takes away; if it ever did not, the word stands for itself
	}
	return len(root)
}

func newToken(text string, length func(string) int) token {
	t := token{text: text}
	for w := range strings.FieldsSeq(Fold(text)) {
		t.words = append(t.words, lexeme{w, length(w)})
	}
	return t
}

func (l *Lexicon) index() {
	l.stems = make(map[string]int, len(l.tokens))
	for _, t := range l.tokens {
		for _, w := range t.words {
			l.stems[w.text] = w.stem
		}
	}
}

// stem is that of a word the lexicon knows, else it is worked out.
func (l *Lexicon) stem(word string) string {
	if n, known := l.stems[word]; known {
		return word[:n]
	}
	return stem(word)
}

// appendText puts a phrase together again, behind what stands in out.
func (l *Lexicon) appendText(out []byte, phrase []int32) []byte {
	for i, id := range phrase {
		if i > 0 {
			out = append(out, ' ')
		}
		out = append(out, l.tokens[id].text...)
	}
	return out
}

// textLen is how many bytes appendText appends.
func (l *Lexicon) textLen(phrase []int32) int {
	n := max(len(phrase)-1, 0)
	for _, id := range phrase {
		n += len(l.tokens[id].text)
	}
	return n
}

// isStop reports whether a folded word says nothing: «на», «не», «по».
func isStop(word string) bool { return russian.IsStopWord(word) }

var errLexicon = errors.New("classifier: not a lexicon, or a damaged one")
