package classifier

import (
	"errors"

	"github.com/kljensen/snowball/russian"
)

// Lexicon holds what an index is made of: [Phrases] and the titles of an
// edition with their words counted out, stemmed and in order. That is done
// when the program is built; [LoadIndex] only puts it together.
type Lexicon struct {
	words words
	// Tokens stand between two blanks. Those below words.len() are a word as it
	// is, the ones behind are odd: «УК», «wi-fi», «вода,».
	odd      texts
	oddWords lists // a dash has none
	codes    texts // that have phrases, sorted; see [anyQuestion]
	ends     []int32
	phrases  lists // as tokens; those of codes[i] end before ends[i]
	titles   lists // words of each row of the edition
}

// words are folded ones, sorted.
type words struct {
	texts
	marks []int32 // twice the bytes that the stem lacks, 1 more for a stop word
}

func (w *words) stop(i int32) bool { return w.marks[i]&1 == 1 }

func (w *words) stem(i int32) string {
	text := w.at(i)
	return text[:len(text)-int(w.marks[i]/2)]
}

// appendText puts a phrase together again, behind what stands in out.
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

// phrasesOf are the phrases of a code.
func (l *Lexicon) phrasesOf(code string) span {
	if i, known := l.codes.find(code); known {
		return span{before(l.ends, i), l.ends[i]}
	}
	return span{}
}

// isStop reports whether a folded word says nothing: «на», «не», «по».
func isStop(word string) bool { return russian.IsStopWord(word) }

var errLexicon = errors.New("classifier: not a lexicon, or a damaged one")
