package classifier

import (
	"slices"
	"strings"
	"unicode"
)

// Suggestion is what a text seems to be about.
type Suggestion struct {
	Hits   []Hit   `json:"hits"`   // the likeliest codes, best first, at most [SuggestedCodes]
	Topics []Topic `json:"topics"` // where the text seems to hold several questions: one for each, else empty
}

// Topic is a part of a text that asks something of its own.
type Topic struct {
	Text string `json:"text"` // the sentence that says it best
	Hit  Hit    `json:"hit"`
}

// SuggestedCodes is how many codes are suggested for a text.
const SuggestedCodes = 5

// sureTopic is how much of the best sentence's score another one must have to
// count as a question of its own.
const sureTopic = 0.55

// Suggest reads a text of several sentences. What each sentence says counts
// beside the whole: a long text has many words that are not to the point.
func (ix *Index) Suggest(text string, learned *Learned) Suggestion {
	total := map[string]float64{}
	hits := map[string]Hit{}
	take := func(list []Hit, share float64) {
		for _, h := range list {
			total[h.Code] += share * h.Score
			if old, seen := hits[h.Code]; !seen || h.Score > old.Score {
				hits[h.Code] = h
			}
		}
	}
	take(ix.Search(text, MaxHits, learned), 1)
	parts := sentences(text)
	var topics []Topic
	for _, part := range parts {
		list := ix.Search(part, MaxHits, learned)
		if len(parts) > 1 {
			take(list, weights.sentence)
		}
		if len(list) > 0 {
			topics = append(topics, Topic{part, list[0]})
		}
	}
	var out Suggestion
	for code, score := range total {
		h := hits[code]
		h.Score = score
		out.Hits = append(out.Hits, h)
	}
	slices.SortFunc(out.Hits, byScore)
	out.Hits = slices.Clone(out.Hits[:min(len(out.Hits), SuggestedCodes)])
	out.Topics = several(topics)
	return out
}

func byScore(a, b Hit) int {
	switch {
	case a.Score > b.Score:
		return -1
	case a.Score < b.Score:
		return 1
	}
	return strings.Compare(a.Code, b.Code)
}

// several keeps the best sentence of each theme, if there are two themes that
// are both said clearly.
func several(topics []Topic) []Topic {
	var best float64
	byTheme := map[string]Topic{}
	var order []string
	for _, t := range topics {
		theme := t.Hit.Code[:LevelTheme*(groupLen+1)-1]
		best = max(best, t.Hit.Score)
		old, seen := byTheme[theme]
		if !seen {
			order = append(order, theme)
		}
		if !seen || t.Hit.Score > old.Hit.Score {
			byTheme[theme] = t
		}
	}
	var out []Topic
	for _, theme := range order {
		if t := byTheme[theme]; t.Hit.Score >= sureTopic*best {
			out = append(out, t)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// sentences parts a text. A full stop ends a sentence only after a word of
// three letters or more: «ул. Полевая, д. 1» is no end.
func sentences(text string) []string {
	var out []string
	from, letters := 0, 0
	end := func(at int) {
		if part := strings.TrimSpace(text[from:at]); strings.ContainsFunc(part, unicode.IsLetter) {
			out = append(out, part)
		}
		from, letters = at, 0
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r):
			letters++
			continue
		case r == '\n' || r == '!' || r == '?' || r == ';' || r == '.' && letters >= 3:
			end(i + 1)
		}
		letters = 0
	}
	end(len(text))
	return out
}
