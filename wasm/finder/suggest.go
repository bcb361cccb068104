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
	// Topics are the questions of the text if there seem to be several, at most [SuggestedCodes].
	Topics []Topic `json:"topics"`
}

// Topic is a separate question in a text.
type Topic struct {
	Text string `json:"text"` // its clearest sentence
	Hits []Hit  `json:"hits"` // its likeliest codes, best first, at most [SuggestedCodes]
}

// SuggestedCodes is how many codes are suggested at most.
const SuggestedCodes = 5

// maxSentences limits how many different sentences are used, from the beginning. A letter
// of one page has about thirty.
const maxSentences = 60

// sureTopic is how clear the clearest sentence of a question must be. The value was found with
// testdata/letters.tsv, and favours showing too many questions: a clerk ignores a wrong one,
// but would forget a missing one.
const sureTopic = 6

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

// Suggest finds codes for a text of several sentences, and for each question in it.
func (ix *Index) Suggest(text string, learned *Learned) Suggestion {
	out := Suggestion{Hits: ix.pooled(text, sentences(text), learned)}
	var topics []asked
	for _, block := range blocks(text) {
		topic := asked{}
		for _, sentence := range block {
			if list := ix.Search(sentence, 1, learned); len(list) > 0 {
				if c := ix.clarity(sentence, list[0].Score); c > topic.clear {
					topic.clear, topic.Text = c, sentence
				}
			}
		}
		if topic.clear > 0 {
			topic.Hits = ix.pooled(strings.Join(block, " "), block, learned)
			topics = append(topics, topic)
		}
	}
	out.Topics = several(topics)
	return out
}

// pooled returns the likeliest codes for a text. It searches for each sentence and for the
// whole text, because a long text has many irrelevant words.
func (ix *Index) pooled(text string, parts []string, learned *Learned) []Hit {
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
	if len(parts) > 1 {
		for _, part := range parts {
			take(ix.Search(part, MaxHits, learned), weights.sentence)
		}
	}
	var out []Hit
	for code, score := range total {
		h := hits[code]
		h.Score = score
		out = append(out, h)
	}
	slices.SortFunc(out, byScore)
	return slices.Clone(out[:min(len(out), SuggestedCodes)])
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
		theme := t.Hits[0].Code[:classifier.LevelTheme*(classifier.GroupLen+1)-1]
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
