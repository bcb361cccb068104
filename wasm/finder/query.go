package finder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rroform/wasm/classifier"
)

// maxWords limits the work if a whole letter is pasted into the search.
const maxWords = 40

// query is a parsed search text.
type query struct {
	code   []string // groups of a code or a part of it; the last may be incomplete
	words  []string // folded, without repeats
	typing bool     // the last word may be incomplete, because nothing follows it
}

// parseQuery reads a code, words, or both: a chosen line «0002.0014.0143.0389 Работа
// медицинских учреждений» must find itself. If there are words, only a number with a full
// group is a code. Other numbers are words («дом 5»), as are numbers that do not begin
// with zero («1000 рублей», «в 2024 году»).
func parseQuery(text string) query {
	if groups := classifier.TypedGroups(text); groups != nil {
		return query{code: trimZeroTail(groups)}
	}
	var q query
	digits := strings.ContainsAny(text, "0123456789") // without one, no token is a code
	for token := range strings.FieldsSeq(text) {
		var groups []string
		if digits {
			groups = classifier.TypedGroups(token)
		}
		switch {
		case len(groups) > 0 && len(groups[0]) == classifier.GroupLen && (len(groups) > 1 || groups[0][0] == '0'):
			if q.code == nil {
				q.code = trimZeroTail(groups)
			}
		case len(q.words) < maxWords:
			for w := range strings.FieldsSeq(classifier.Fold(token)) {
				if !slices.Contains(q.words, w) {
					q.words = append(q.words, w)
				}
			}
		}
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	q.typing = unicode.IsLetter(last) || unicode.IsDigit(last)
	q.dropStopWords()
	return q
}

// dropStopWords removes «на», «не», «по» unless nothing else was typed.
func (q *query) dropStopWords() {
	var rest []string
	for i, w := range q.words {
		if !isStop(w) {
			rest = append(rest, w)
		} else if i == len(q.words)-1 {
			q.typing = false
		}
	}
	if len(rest) > 0 {
		q.words = rest
	} else {
		q.typing = len(q.words) > 0
	}
}

func trimZeroTail(groups []string) []string {
	for len(groups) > 1 && groups[len(groups)-1] == classifier.ZeroGroup[1:] {
		groups = groups[:len(groups)-1]
	}
	return groups
}
