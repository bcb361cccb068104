package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"rroform/wasm/classifier"
	"rroform/wasm/finder"
)

const (
	folds    = 5
	shuffles = 3 // how often the requests are divided into folds; the measures are the means
)

// knowledge is what the search knows besides titles.
type knowledge struct {
	table   *classifier.Table
	phrases finder.Phrases // general ones
	written finder.Phrases // requests that were written for the likeliest codes
	popular []string       // codes
	use     switches
}

// switches switches parts of the knowledge off, to measure them.
type switches struct{ written, real, counts, popular, likely bool }

// lexicon returns all phrases, with these real requests among them.
func (k *knowledge) lexicon(real []request) *finder.Lexicon {
	phrases := finder.Phrases{}
	for code, list := range k.phrases {
		phrases[code] = slices.Clone(list)
	}
	if k.use.written {
		for code, list := range k.written {
			phrases[code] = append(phrases[code], list...)
		}
	}
	if k.use.real {
		for _, r := range real {
			for _, code := range r.codes {
				phrases[code] = append(phrases[code], r.text)
			}
		}
	}
	return phrases.Compile(k.table)
}

// habits returns how often codes are chosen, with these real requests counted.
func (k *knowledge) habits(real []request) *finder.Habits {
	habits := finder.NewHabits()
	for _, r := range real {
		if k.use.counts {
			habits.Add(r.codes...)
		}
	}
	if k.use.popular {
		for _, code := range k.popular {
			habits.Mark(code)
		}
	}
	if k.use.likely {
		for code := range k.written {
			habits.Mark(code)
		}
	}
	return habits
}

// index returns the search with these real requests as further phrases and as counts.
func (k *knowledge) index(real []request) *finder.Index {
	return finder.NewIndex(k.table, k.lexicon(real), k.habits(real))
}

func searchFinder(ix *finder.Index) find {
	return func(text string) []string {
		var codes []string
		for _, h := range ix.Search(text, deep, nil) {
			codes = append(codes, h.Code)
		}
		return codes
	}
}

// divider divides a set in a shuffle: the requests of a fold, as indexes, and what the search
// may be taught that is tested with them.
type divider func(set []request, shuffle, fold int) (test []int, taught []request)

// divideRows teaches all requests of the other folds.
func divideRows(set []request, shuffle, fold int) (test []int, taught []request) {
	for at, i := range shuffled(set, shuffle) {
		if at%folds == fold {
			test = append(test, i)
		} else {
			taught = append(taught, set[i])
		}
	}
	return test, taught
}

// divideCodes divides by the first label, and teaches no request that has a label of the fold.
func divideCodes(set []request, shuffle, fold int) (test []int, taught []request) {
	place, labels := map[string]int{}, []string(nil)
	for _, i := range shuffled(set, shuffle) {
		first := set[i].codes[0]
		if _, met := place[first]; !met {
			place[first] = len(place)
		}
		if place[first]%folds == fold {
			test = append(test, i)
			labels = append(labels, set[i].codes...)
		}
	}
	for _, r := range set {
		if !slices.ContainsFunc(labels, func(code string) bool { return slices.Contains(r.codes, code) }) {
			taught = append(taught, r)
		}
	}
	return test, taught
}

func shuffled(set []request, shuffle int) []int {
	return rand.New(rand.NewPCG(uint64(shuffle), 7)).Perm(len(set))
}

// crossValidate scores each request by searches that were taught other ones.
func (k *knowledge) crossValidate(set []request, divide divider) scores {
	sum := make(scores, len(set))
	for shuffle := range shuffles {
		for fold := range folds {
			test, taught := divide(set, shuffle, fold)
			ours := searchFinder(k.index(taught))
			for _, i := range test {
				for c, got := range measureOne(&set[i], ours(set[i].text)) {
					sum[i][c] += got / shuffles
				}
			}
		}
	}
	return sum
}

// show prints the first five codes for each request, found by a search that was not taught it.
func (k *knowledge) show(set []request) {
	for fold := range folds {
		test, taught := divideRows(set, 0, fold)
		ours := searchFinder(k.index(taught))
		for _, i := range test {
			fmt.Printf("%s → %s\n", set[i].text, strings.Join(set[i].codes, ", "))
			found := ours(set[i].text)
			for _, code := range found[:min(len(found), 5)] {
				row, _ := k.table.Row(code)
				mark := " "
				if set[i].right(code) {
					mark = "+"
				}
				fmt.Printf("  %s %s %s (%s)\n", mark, code, row.Title, k.table.PathText(code))
			}
		}
	}
}
