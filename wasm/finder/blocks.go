package finder

import (
	"strings"

	"rroform/wasm/pattern"
)

// itemMark is the number of an item inside a paragraph: «1) Школы нет. 2) Автобус …».
var itemMark = pattern.Of(`(^|[\s;])(\d{1,2}[.)]\s+\p{Lu})`)

// requestWords are words by which an applicant asks for something. Plural imperatives count
// too, see asks.
var requestWords = stemSet(`прошу просим просит просьба требую требуем ходатайствую необходимо нужно надо
	хотелось хочу хотим пусть пускай почему когда предлагаю предлагаем спрашиваю интересует`)

// asks reports whether a sentence asks for something.
func asks(sentence string) bool {
	if strings.Contains(sentence, "?") {
		return true
	}
	for _, w := range foldedWords(sentence) {
		root := stem(w)
		imperative := strings.HasSuffix(w, "йте") || strings.HasSuffix(w, "ите") || strings.HasSuffix(w, "тесь")
		if requestWords()[root] || imperative && !courtesies()[root] {
			return true
		}
	}
	return false
}

// bare reports whether a sentence does not say what it asks for.
func bare(sentence string) bool {
	for _, w := range parseQuery(sentence).words {
		if root := stem(w); !formulas()[root] && !requestWords()[root] && !courtesies()[root] && !isStop(w) {
			return false
		}
	}
	return true
}

// blocks divides a letter into its questions, each with what belongs to it: the sentences of a
// paragraph up to one that asks for something, and what follows the last of these. A sentence
// such as «Прошу принять меры» may ask for several things said before it, so each of these is a
// question. Paragraphs that ask for nothing are background and are left out. If nothing asks,
// each sentence is a question.
func blocks(text string) (out [][]string) {
	text = itemMark().ReplaceAllString(text, "$1\n$2")
	for paragraph := range strings.SplitSeq(text, "\n") {
		first, block := len(out), []string(nil)
		for _, s := range sentences(paragraph) {
			switch {
			case !asks(s):
				block = append(block, s)
			case bare(s):
				for _, earlier := range block {
					out = append(out, []string{earlier})
				}
				block = nil
			default:
				out, block = append(out, append(block, s)), nil
			}
		}
		if len(out) > first {
			out[len(out)-1] = append(out[len(out)-1], block...)
		}
	}
	if len(out) == 0 {
		for _, s := range sentences(text) {
			out = append(out, []string{s})
		}
	}
	return out
}
