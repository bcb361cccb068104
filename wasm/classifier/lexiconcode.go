package classifier

import (
	"encoding/binary"
	"strings"
)

// The written form: the tokens in their order, each as what it shares with the
// one before, the rest, and the lengths of its words' stems; then the codes
// likewise with their phrases. All numbers are varints.

// Encode writes the lexicon.
func (l *Lexicon) Encode() []byte {
	var out []byte
	number := func(n int) { out = binary.AppendUvarint(out, uint64(n)) }
	last := ""
	text := func(s string) {
		shared := 0
		for shared < min(len(s), len(last)) && s[shared] == last[shared] {
			shared++
		}
		number(shared)
		number(len(s) - shared)
		out = append(out, s[shared:]...)
		last = s
	}
	number(len(l.tokens))
	for _, t := range l.tokens {
		text(t.text)
		for _, id := range t.words {
			number(len(l.words[id].text) - l.words[id].stem)
		}
	}
	last = ""
	number(len(l.said))
	for _, s := range l.said {
		text(s.code)
		number(len(s.phrases))
		for _, p := range s.phrases {
			number(len(p))
			for _, id := range p {
				number(int(id))
			}
		}
	}
	return out
}

// DecodeLexicon reads what [Lexicon.Encode] wrote.
func DecodeLexicon(data []byte) (*Lexicon, error) {
	r := &lexiconReader{rest: data}
	n := r.count()
	l := &Lexicon{tokens: make([]token, n), words: make([]lexeme, 0, n), numbers: make(map[string]int32, n)}
	stemLen := func(word string) int { return len(word) - min(r.number(), len(word)) }
	ids := make([]int32, 0, n+n/4) // of all tokens' words
	for i := range l.tokens {
		from, text := len(ids), r.text()
		ids = l.addWords(ids, text, stemLen)
		l.tokens[i].text = text
		if from < len(ids) { // a dash has no words
			l.tokens[i].words = ids[from:len(ids):len(ids)]
		}
	}
	r.last = ""
	l.said = make([]said, r.count())
	for i := range l.said {
		s := said{code: r.text(), phrases: make([][]int32, r.count())}
		for j := range s.phrases {
			ids := r.numbers(r.count())
			for k := range ids {
				ids[k] = int32(r.number())
				r.bad = r.bad || int(ids[k]) >= len(l.tokens)
			}
			s.phrases[j] = ids
		}
		l.said[i] = s
	}
	if r.bad || len(r.rest) > 0 {
		return nil, errLexicon
	}
	return l, nil
}

type lexiconReader struct {
	rest  []byte
	last  string
	bad   bool
	texts strings.Builder // what text returns are pieces of it
	slab  []int32         // … and what numbers returns of this
}

// What is taken from the heap at once, in bytes and numbers.
const lexiconSlab = 32 << 10

// numbers returns room for n numbers.
func (r *lexiconReader) numbers(n int) []int32 {
	if n > len(r.slab) {
		r.slab = make([]int32, max(n, lexiconSlab))
	}
	out := r.slab[:n:n]
	r.slab = r.slab[n:]
	return out
}

func (r *lexiconReader) number() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > 1<<30 {
		r.bad, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

// count is a number of things that each take a byte at least.
func (r *lexiconReader) count() int {
	n := r.number()
	if n > len(r.rest) {
		r.bad, r.rest, n = true, nil, 0
	}
	return n
}

func (r *lexiconReader) text() string {
	shared, more := r.number(), r.count()
	if shared > len(r.last) || more > len(r.rest) {
		r.bad, r.rest = true, nil
		return ""
	}
	if r.texts.Cap()-r.texts.Len() < shared+more {
		r.texts = strings.Builder{}
		r.texts.Grow(max(shared+more, lexiconSlab))
	}
	from := r.texts.Len()
	r.texts.WriteString(r.last[:shared])
	r.texts.Write(r.rest[:more])
	r.rest = r.rest[more:]
	r.last = r.texts.String()[from:]
	return r.last
}
