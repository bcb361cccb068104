package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rroform/build/bench"
	"rroform/static"
	"rroform/wasm/classifier"
	"rroform/wasm/finder"
)

// request is a row of a labelled set. Any of its codes is right.
type request struct {
	text  string
	codes []string
}

// score is the result of a search on a set. MRR counts ranks up to deep.
type score struct {
	n, top1, top3, top5, theme int
	mrr                        float64
	confused                   map[[2]string]int // {right theme, theme found first} → count
}

// deep is how many hits are requested.
const deep = 50

// labelled is a set of requests with its name in the table.
type labelled struct {
	name     string
	requests []request
}

// find returns the codes for a text, best first.
type find func(text string) []string

// runEval scores our search of codes, and that of a peer library, on labelled requests:
// those of testdata/queries and the files named in args.
func runEval(root string, args []string) error {
	sets, err := evalSets(root, args)
	if err != nil {
		return err
	}
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		return err
	}
	lexicon, err := compileLexicon(root)
	if err != nil {
		return err
	}
	peer, err := askPeer(root, table, sets)
	if err != nil {
		return err
	}
	ours := searchFinder(finder.NewIndex(table, lexicon))
	fmt.Printf("%-28s %-20s %5s %7s %7s %7s %9s %6s\n", "set", "search", "n", "top-1", "top-3", "top-5", "theme-5",
		"MRR")
	for _, set := range sets {
		evaluate(set.requests, ours).print(set.name, "ours")
		evaluate(set.requests, peer).print("", bench.SearchPeer)
	}
	evaluate(sets[len(sets)-1].requests, ours).printConfusions(table)
	return nil
}

// evalSets reads the sets of testdata, the named files and, last, all sets of testdata as
// one.
func evalSets(root string, args []string) ([]labelled, error) {
	own, err := filepath.Glob(filepath.Join(root, "testdata", "queries", "*.tsv"))
	if err != nil {
		return nil, err
	}
	var sets []labelled
	together := labelled{name: "own sets together"}
	for i, name := range append(own, args...) {
		requests, err := readRequests(name)
		if err != nil {
			return nil, err
		}
		sets = append(sets, labelled{filepath.Base(name), requests})
		if i < len(own) {
			together.requests = append(together.requests, requests...)
		}
	}
	return append(sets, together), nil
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

func readRequests(name string) ([]request, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var set []request
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		text, codes, ok := strings.Cut(strings.TrimRight(line, "\r"), "\t")
		if i == 0 && text == "text" {
			continue
		}
		if !ok {
			return nil, fmt.Errorf("%s, line %d: want text, tab, code", name, i+1)
		}
		set = append(set, request{text, strings.Split(codes, "|")})
	}
	if len(set) == 0 {
		return nil, errors.New(name + ": no requests")
	}
	return set, nil
}

// right reports whether a code is one of the right ones, or a subquestion of one.
func (r *request) right(code string) bool {
	return slices.ContainsFunc(r.codes, func(want string) bool {
		return code == want || strings.HasPrefix(code, want+".")
	})
}

func (r *request) rightTheme(code string) bool {
	return slices.ContainsFunc(r.codes, func(want string) bool { return theme(code) == theme(want) })
}

func theme(code string) string { return code[:min(len(code), len("0000.0000.0000"))] }

func evaluate(set []request, find find) *score {
	s := &score{confused: map[[2]string]int{}}
	for _, r := range set {
		s.n++
		hits := find(r.text)
		rank := slices.IndexFunc(hits, r.right)
		if rank >= 0 {
			s.mrr += 1 / float64(rank+1)
		}
		count := func(sum *int, within int) {
			if rank >= 0 && rank < within {
				*sum++
			}
		}
		count(&s.top1, 1)
		count(&s.top3, 3)
		count(&s.top5, 5)
		if slices.ContainsFunc(hits[:min(len(hits), 5)], r.rightTheme) {
			s.theme++
		}
		if os.Getenv("EVAL_MISSES") != "" && (rank < 0 || rank >= 5) {
			fmt.Printf("  miss %d: %s → %v, found %v\n", rank+1, r.text, r.codes, hits[:min(len(hits), 5)])
		}
		if len(hits) > 0 && rank != 0 {
			s.confused[[2]string{r.codes[0], hits[0]}]++
		}
	}
	return s
}

func (s *score) print(set, search string) {
	part := func(n int) float64 { return 100 * float64(n) / float64(s.n) }
	fmt.Printf("%-28s %-20s %5d %6.1f%% %6.1f%% %6.1f%% %8.1f%% %6.3f\n", set, search, s.n, part(s.top1), part(s.top3),
		part(s.top5), part(s.theme), s.mrr/float64(s.n))
}

// printConfusions lists the themes that are confused most often.
func (s *score) printConfusions(table *classifier.Table) {
	themes := map[[2]string]int{}
	for pair, n := range s.confused {
		themes[[2]string{theme(pair[0]), theme(pair[1])}] += n
	}
	pairs := make([][2]string, 0, len(themes))
	for p := range themes {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(a, b [2]string) int {
		return cmp.Or(cmp.Compare(themes[b], themes[a]), cmp.Compare(a[0]+a[1], b[0]+b[1]))
	})
	fmt.Println("\nright theme → theme of the first hit, where the first hit was wrong")
	for _, p := range pairs[:min(len(pairs), 15)] {
		fmt.Printf("%4d  %s → %s\n", themes[p], titleOf(table, p[0]), titleOf(table, p[1]))
	}
}

func titleOf(table *classifier.Table, code string) string {
	row, _ := table.Row(code)
	title := []rune(row.Title)
	return code + " " + string(title[:min(len(title), 40)])
}
