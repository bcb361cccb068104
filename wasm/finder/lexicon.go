package finder

import (
	"errors"

	"github.com/kljensen/snowball/russian"
)

// Lexicon is the data from which an index is built: [Phrases] and the titles of an
// edition, split into words, stemmed and sorted. This is done when the program is built;
// [LoadIndex] only assembles it.
type Lexicon struct {
	words words
	// Tokens are the parts of phrases between blanks. Those below words.len() are words
	// as they are; the others are in odd, such as «УК», «wi-fi», «вода,».
	odd      texts
	oddWords lists // by odd token; none for a dash
	codes    texts // with phrases, sorted; see [anyQuestion]
	ends     []int32
	phrases  lists // as tokens; those of codes[i] end before ends[i]
	titles   lists // words of each row of the edition
}

// words are folded words, sorted.
type words struct {
	texts
	marks []int32 // twice the number of bytes that the stem lacks, plus 1 for a stop word
}

func (w *words) stop(i int32) bool { return w.marks[i]&1 == 1 }

func (w *words) stem(i int32) string {
	text := w.at(i)
	return text[:len(text)-int(w.marks[i]/2)]
}

// appendText appends the text of a phrase to out.
func (l *Lexicon) appendText(out []byte, phrase int32) []byte {
	for i, token := range l.phrases.at(phrase) {
		if i > 0 {
			out = append(out, ' ')
		}
		if odd := int(token) - l.words.len(); odd >= 0 {
			out = append(out, l.odd.at(int32(odd))...)
		} else {
			out = append(out, l.words.at(token)...)
		}
	}
	return out
}

// phrasesOf returns the phrases of a code.
func (l *Lexicon) phrasesOf(code string) span {
	if i, known := l.codes.find(code); known {
		return span{before(l.ends, i), l.ends[i]}
	}
	return span{}
}

// isStop reports whether a folded word is a stop word, such as «на», «не», «по».
func isStop(word string) bool { return russian.IsStopWord(word) }

var errLexicon = errors.New("classifier: not a lexicon, or a damaged one")
