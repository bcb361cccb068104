package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"rroform/wasm/finder"
)

// lettersFile has long invented appeals, each with the codes of its questions.
const lettersFile = "testdata/letters.tsv"

// letter is a long appeal with several questions.
type letter struct {
	text      string
	questions []request
}

func readLetters(root string) ([]letter, error) {
	rows, err := readRequests(filepath.Join(root, lettersFile))
	if err != nil {
		return nil, err
	}
	var letters []letter
	for _, r := range rows {
		l := letter{text: strings.ReplaceAll(r.text, `\n`, "\n")}
		for question := range strings.SplitSeq(strings.Join(r.codes, "|"), ";") {
			l.questions = append(l.questions, request{codes: strings.Split(question, "|")})
		}
		letters = append(letters, l)
	}
	return letters, nil
}

// evaluateLetters prints how many questions of long appeals are recognised, and how many of the
// recognised ones are none.
func evaluateLetters(root string, ix *finder.Index) error {
	letters, err := readLetters(root)
	if err != nil {
		return err
	}
	var questions, first, five, themes, topics, none, exact int
	for _, l := range letters {
		found := ix.Suggest(l.text, nil).Topics
		if want := len(l.questions); len(found) == want || len(found) == 0 && want == 1 {
			exact++
		}
		topics += len(found)
		for _, topic := range found {
			if !slices.ContainsFunc(l.questions, func(q request) bool { return q.rightTheme(topic.Hits[0].Code) }) {
				none++
			}
		}
		offered := found
		if len(found) == 0 {
			offered = []finder.Topic{{Hits: ix.Suggest(l.text, nil).Hits}}
		}
		for _, q := range l.questions {
			questions++
			first += offers(offered, 1, q.right)
			five += offers(offered, 5, q.right)
			themes += offers(offered, 5, q.rightTheme)
		}
	}
	part := func(n int) float64 { return 100 * float64(n) / float64(questions) }
	fmt.Printf("%d letters with %d questions: code first for its question %.0f %%, among five %.0f %%, ", len(letters),
		questions, part(first), part(five))
	fmt.Printf("theme among five %.0f %%\nnumber of questions right in %d letters; ", part(themes), exact)
	fmt.Printf("%d questions shown, %d of them of a theme that the letter does not have\n", topics, none)
	return nil
}

// offers returns 1 if any topic has a right code among its first hits, else 0.
func offers(topics []finder.Topic, within int, right func(code string) bool) int {
	for _, t := range topics {
		if slices.ContainsFunc(t.Hits[:min(len(t.Hits), within)], func(h finder.Hit) bool { return right(h.Code) }) {
			return 1
		}
	}
	return 0
}
