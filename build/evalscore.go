package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// measures are what a search gets for one request: 1 or 0 for each of the columns, or the
// mean of several runs.
type measures [len(columns)]float64

// columns are the columns of the table.
var columns = [...]string{"top-1", "top-3", "top-5", "theme-5", "in-20"}

// deep is how many hits are requested.
const deep = 50

// find returns the codes for a text, best first.
type find func(text string) []string

// measureOne scores the codes found for a request.
func measureOne(r *request, found []string) measures {
	right := func(within int, is func(string) bool) float64 {
		if slices.ContainsFunc(found[:min(len(found), within)], is) {
			return 1
		}
		return 0
	}
	return measures{right(1, r.right), right(3, r.right), right(5, r.right), right(5, r.rightTheme), right(20, r.right)}
}

// right reports whether a code is one of the right ones, or a подвопрос of one.
func (r *request) right(code string) bool {
	return slices.ContainsFunc(r.codes, func(want string) bool {
		return code == want || strings.HasPrefix(code, want+".")
	})
}

func (r *request) rightTheme(code string) bool {
	return slices.ContainsFunc(r.codes, func(want string) bool { return theme(code) == theme(want) })
}

func theme(code string) string { return code[:min(len(code), len("0000.0000.0000"))] }

// scores are the measures of a set, request by request.
type scores []measures

func evaluate(set []request, find find) scores {
	out := make(scores, len(set))
	for i := range set {
		out[i] = measureOne(&set[i], find(set[i].text))
	}
	return out
}

// mean returns the mean of each column.
func (s scores) mean() (m measures) {
	for _, one := range s {
		for c := range m {
			m[c] += one[c] / float64(len(s))
		}
	}
	return m
}

// resamples is the number of samples for an interval.
const resamples = 2000

// interval returns the 95 % interval of each mean: a bootstrap over the requests.
func (s scores) interval() (from, to measures) {
	random := rand.New(rand.NewPCG(1, 2))
	var means [len(columns)][]float64
	sample := make(scores, len(s))
	for range resamples {
		for i := range sample {
			sample[i] = s[random.IntN(len(s))]
		}
		for c, mean := range sample.mean() {
			means[c] = append(means[c], mean)
		}
	}
	for c := range columns {
		slices.Sort(means[c])
		from[c], to[c] = means[c][resamples/40], means[c][resamples-1-resamples/40]
	}
	return from, to
}

func printHead() {
	fmt.Printf("%-34s %-20s %4s", "set", "search", "n")
	for _, c := range columns {
		fmt.Printf(" %18s", c)
	}
	fmt.Println()
}

func (s scores) print(set, search string) {
	fmt.Printf("%-34s %-20s %4d", set, search, len(s))
	from, to := s.interval()
	for c, mean := range s.mean() {
		fmt.Printf("  %5.1f [%4.1f %5.1f]", 100*mean, 100*from[c], 100*to[c])
	}
	fmt.Println()
}
