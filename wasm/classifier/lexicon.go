package classifier

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/kljensen/snowball/russian"
)

// Lexicon holds [Phrases] with their words counted out and stemmed. That is
// done when the program is built: stemming is half the work of an index.
type Lexicon struct {
	tokens []token
	said   []said
	// Titles may have words that no phrase has; they are here too.
	words   []lexeme
	numbers map[string]int32 // folded word → its place in words
}

// token is what stands between two blanks: «УК», «wi-fi», «вода,».
type token struct {
	text  string
	words []int32 // folded
}

// lexeme is a folded word; its stem is the first bytes of it.
type lexeme struct {
	text string
	stem int
	stop bool // says nothing, see isStop
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
	l := &Lexicon{numbers: map[string]int32{}}
	for i, text := range slices.Sorted(maps.Keys(numbers)) {
		l.tokens = append(l.tokens, token{text, l.addWords(nil, text, stemLen)})
		numbers[text] = int32(i)
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
	return l
}

// stemLen is how many bytes of a folded word are its stem.
func stemLen(word string) int {
	root := stem(word)
	if !strings.HasPrefix(word, root) {
		return len(word) // Snowball only takes away; if it ever did not, the word stands for itself
	}
	return len(root)
}

// addWords appends the numbers of the words of a token to ids. The length of a
// stem is asked for every word, known or not.
func (l *Lexicon) addWords(ids []int32, token string, length func(string) int) []int32 {
	if isPlain(token) {
		return append(ids, l.addWord(token, length(token)))
	}
	for w := range strings.FieldsSeq(Fold(token)) {
		ids = append(ids, l.addWord(w, length(w)))
	}
	return ids
}

func (l *Lexicon) addWord(word string, stem int) int32 {
	id, known := l.numbers[word]
	if !known {
		id = int32(len(l.words))
		l.numbers[word] = id
		l.words = append(l.words, lexeme{word, stem, isStop(word)})
	}
	return id
}

// isPlain reports whether folding leaves a text as it is, one word. Most
// tokens are such.
func isPlain(text string) bool {
	for _, r := range text {
		if (r < 'а' || r > 'я') && (r < '0' || r > '9') {
			return false
		}
	}
	return text != ""
}

// stem is that of a word the lexicon knows, else it is worked out.
func (l *Lexicon) stem(word string) string {
	if id, known := l.numbers[word]; known {
		return word[:l.words[id].stem]
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

// isStop reports whether a folded word says nothing: «на», «не», «по».
func isStop(word string) bool { return russian.IsStopWord(word) }

var errLexicon = errors.New("classifier: not a lexicon, or a damaged one")
