package classifier

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// Suggestion is what a text seems to be about.
type Suggestion struct {
	Hits []Hit `json:"hits"` // the likeliest codes, best first, at most [SuggestedCodes]
	// where the text seems to hold several questions: one for each, at most [SuggestedCodes], else
	// empty
	Topics []Topic `json:"topics"`
}

// Topic is a part of a text that asks something of its own.
type Topic struct {
	Text string `json:"text"` // the sentence that says it best
	Hit  Hit    `json:"hit"`
}

// SuggestedCodes is how many codes are suggested for a text.
const SuggestedCodes = 5

// maxSentences bounds the work: different sentences that are looked at, from
// the beginning. A letter of a page has about thirty.
const maxSentences = 60

// sureTopic is how clear a sentence must be to count as a question of its own,
// measured on letters of several questions. One too many is passed over, one
// too few is forgotten.
const sureTopic = 5.6

// asked is a topic and how clear its sentence is.
type asked struct {
	Topic
	clear float64
}

// courtesies begin and end letters. A sentence that has only these asks nothing.
var courtesies = stemSet(`здравствуйте добрый день уважаемый уважением заранее благодарю спасибо внимание ответ пишу ` +
	`вам`)

// clarity is the score by what the sentence says: a long one scores more only
// because it is long, and formulas say nothing.
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

// Suggest reads a text of several sentences. It scores each sentence as well as
// the whole, because a long text has many words that do not concern its subject.
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

// several keeps the best sentence of each theme, if there are two themes that
// are both said clearly, in the order of the text.
func several(topics []asked) []Topic {
	byTheme := map[string]asked{}
	var order []string
	for _, t := range topics {
		theme := t.Hit.Code[:LevelTheme*(groupLen+1)-1]
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

// sentences parts a text, without repeats, [maxSentences] at most. A full stop
// ends a sentence only after a word of three letters or more: «ул. Полевая,
// д. 1» is no end. What has no word of three letters says nothing.
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
