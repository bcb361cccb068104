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
		for _, w := range t.words {
			number(len(w.text) - w.stem)
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
	l := &Lexicon{tokens: make([]token, r.count())}
	for i := range l.tokens {
		l.tokens[i] = newToken(r.text(), func(word string) int { return len(word) - min(r.number(), len(word)) })
	}
	r.last = ""
	l.said = make([]said, r.count())
	for i := range l.said {
		s := said{code: r.text(), phrases: make([][]int32, r.count())}
		for j := range s.phrases {
			ids := make([]int32, r.count())
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
	l.index()
	return l, nil
}

type lexiconReader struct {
	rest []byte
	last string
	bad  bool
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
	var b strings.Builder
	b.WriteString(r.last[:shared])
	b.Write(r.rest[:more])
	r.rest = r.rest[more:]
	r.last = b.String()
	return r.last
}
