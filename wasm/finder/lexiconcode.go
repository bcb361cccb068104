package finder

// Encode writes the lexicon in columns.
func (l *Lexicon) Encode() []byte {
	w := &columnWriter{}
	w.texts(&l.words.texts)
	w.column(l.words.marks)
	w.texts(&l.odd)
	w.lists(&l.oddWords)
	w.texts(&l.codes)
	w.ends(l.ends)
	w.lists(&l.phrases)
	w.lists(&l.titles)
	return w.out
}

// DecodeLexicon reads what [Lexicon.Encode] wrote.
func DecodeLexicon(data []byte) (*Lexicon, error) {
	r := &columnReader{rest: data}
	l := &Lexicon{}
	l.words.texts = r.texts()
	n := l.words.len()
	l.words.marks = r.column(n, maxCount)
	l.odd = r.texts()
	l.oddWords = r.lists(n)
	l.codes = r.texts()
	count := 0
	l.ends, count = r.ends(l.codes.len())
	l.phrases = r.lists(n + l.odd.len())
	l.titles = r.lists(n)
	if r.bad || len(r.rest) > 0 || l.phrases.len() != count || l.oddWords.len() != l.odd.len() || !l.words.sound() {
		return nil, errLexicon
	}
	return l, nil
}

// sound reports whether no stem is longer than its word.
func (w *words) sound() bool {
	for i, marks := range w.marks {
		if int(marks/2) > len(w.at(int32(i))) {
			return false
		}
	}
	return true
}
