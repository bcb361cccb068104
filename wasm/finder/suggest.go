package finder

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"rroform/wasm/classifier"
)

// Suggestion is the codes suggested for a text.
type Suggestion struct {
	Hits []Hit `json:"hits"` // the likeliest codes, best first, at most [SuggestedCodes]
	// where the text seems to hold several questions: one for each, at most [SuggestedCodes], else
	// empty
	Topics []Topic `json:"topics"`
}

// Topic is a separate question in a text.
type Topic struct {
	Text string `json:"text"` // its clearest sentence
	Hit  Hit    `json:"hit"`
}

// SuggestedCodes is how many codes are suggested at most.
const SuggestedCodes = 5

// maxSentences limits how many different sentences are used, from the beginning. A letter
// of one page has about thirty.
const maxSentences = 60

// sureTopic is how clear a sentence must be to count as a separate question. The value was
// found by tests with letters of several questions, and favours showing too many: a clerk
// ignores a wrong one, but would forget a missing one.
const sureTopic = 5.6

// asked is a topic with the clarity of its sentence.
type asked struct {
	Topic
	clear float64
}

// courtesies are polite words at the beginning and end of letters. A sentence of only
// such words contains no question.
var courtesies = stemSet(`здравствуйте добрый день уважаемый уважением заранее благодарю спасибо внимание ответ пишу ` +
	`вам`)

// clarity is the score of a sentence relative to its content: longer sentences have higher
// scores only because they are long, and formulas have no content.
func (ix *Index) clarity(sentence string, score float64) float64 {
	var mass float32
	says := false
	for _, w := range parseQuery(sentence).words {
		mass += emphasis(w)
		_, _, known := ix.root(w)
		says = says || known && !courtesies()[stem(w)]
	}
	if !says {
		return 0
	}
	return score / math.Sqrt(float64(max(mass, 1)))
}

// Suggest finds codes for a text of several sentences. It searches for each sentence and
// for the whole text, because a long text has many irrelevant words.
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
	var topics []asked
	for _, part := range parts {
		list := ix.Search(part, MaxHits, learned)
		if len(parts) > 1 {
			take(list, weights.sentence)
		}
		if len(list) > 0 {
			topics = append(topics, asked{Topic{part, list[0]}, ix.clarity(part, list[0].Score)})
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

// several returns the best sentence of each theme, in the order of the text, if at least
// two themes are clear.
func several(topics []asked) []Topic {
	byTheme := map[string]asked{}
	var order []string
	for _, t := range topics {
		theme := t.Hit.Code[:classifier.LevelTheme*(classifier.GroupLen+1)-1]
		old, seen := byTheme[theme]
		if !seen {
			order = append(order, theme)
		}
		if !seen || t.clear > old.clear {
			byTheme[theme] = t
		}
	}
	order = slices.DeleteFunc(order, func(theme string) bool { return byTheme[theme].clear < sureTopic })
	for len(order) > SuggestedCodes {
		least := slices.MinFunc(order, func(a, b string) int { return cmp.Compare(byTheme[a].clear, byTheme[b].clear) })
		order = slices.DeleteFunc(order, func(theme string) bool { return theme == least })
	}
	if len(order) < 2 {
		return nil
	}
	var out []Topic
	for _, theme := range order {
		out = append(out, byTheme[theme].Topic)
	}
	return out
}

// sentences returns the different sentences of a text, at most [maxSentences]. A full stop
// ends a sentence only after a word of three letters or more, so not in «ул. Полевая, д.
// 1». Sentences without such a word are left out.
func sentences(text string) []string {
	var out []string
	seen := map[string]bool{}
	from, letters, longest := 0, 0, 0
	end := func(at int) {
		if part := strings.TrimSpace(text[from:at]); longest >= 3 && !seen[part] && len(out) < maxSentences {
			seen[part] = true
			out = append(out, part)
		}
		from, letters, longest = at, 0, 0
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r):
			letters++
			longest = max(longest, letters)
			continue
		case r == '\n' || r == '!' || r == '?' || r == ';' || r == '.' && letters >= 3:
			end(i + 1)
		}
		letters = 0
	}
	end(len(text))
	return out
}
