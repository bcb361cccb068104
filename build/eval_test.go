package main

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

const (
	mud    = "0003.0009.0099.0742"
	lights = "0003.0009.0099.0743" // the same theme
	rent   = "0005.0005.0056.1169"
	school = "0002.0013.0139.0329"
)

// others returns n wrong answers of other themes.
func others(n int) []string {
	return []string{"0001.0001.0001.0001", "0001.0001.0002.0002", "0001.0001.0003.0003", "0001.0001.0004.0004",
		"0001.0001.0005.0005"}[:n]
}

func TestEvaluate(t *testing.T) {
	for _, c := range []struct {
		name                     string
		want                     []string
		found                    []string
		top1, top3, top5, theme5 int
		mrr                      float64
	}{
		{"first", []string{mud}, []string{mud, rent}, 1, 1, 1, 1, 1},
		{"third", []string{mud}, append(others(2), mud), 0, 1, 1, 1, 1. / 3},
		{"fifth", []string{mud}, append(others(4), mud), 0, 0, 1, 1, 1. / 5},
		{"sixth", []string{mud}, append(others(5), mud), 0, 0, 0, 0, 1. / 6},
		{"a neighbour of the theme", []string{mud}, []string{rent, lights}, 0, 0, 0, 1, 0},
		{"nothing", []string{mud}, nil, 0, 0, 0, 0, 0},
		{"a подвопрос of the question", []string{mud}, []string{mud + ".0025"}, 1, 1, 1, 1, 1},
		{"the question of a подвопрос", []string{mud + ".0025"}, []string{mud}, 0, 0, 0, 1, 0},
		{"another подвопрос", []string{mud + ".0025"}, []string{mud + ".0026", mud + ".0025"}, 0, 1, 1, 1, 1. / 2},
		{"digits that only begin alike", []string{"0003.0009.0099.074"}, []string{mud}, 0, 0, 0, 1, 0},
		{"the second alternative", []string{rent, school}, []string{mud, school}, 0, 1, 1, 1, 1. / 2},
		{"the best of both alternatives", []string{rent, mud}, []string{mud, rent}, 1, 1, 1, 1, 1},
	} {
		s := evaluate([]request{{"?", c.want}}, func(string) []string { return c.found })
		if s.n != 1 || s.top1 != c.top1 || s.top3 != c.top3 || s.top5 != c.top5 || s.theme != c.theme5 ||
			math.Abs(s.mrr-c.mrr) > 1e-12 {
			t.Errorf("%s: %+v", c.name, *s)
		}
	}
}

// TestEvaluateSums checks the sums of a set and the confused themes.
func TestEvaluateSums(t *testing.T) {
	answers := map[string][]string{"a": {mud}, "b": {rent, mud}, "c": {school}}
	s := evaluate([]request{{"a", []string{mud}}, {"b", []string{mud}}, {"c", []string{mud}}},
		func(text string) []string { return answers[text] })
	if s.n != 3 || s.top1 != 1 || s.top3 != 2 || s.mrr != 1.5 {
		t.Errorf("got %+v", *s)
	}
	if len(s.confused) != 2 || s.confused[[2]string{mud, rent}] != 1 || s.confused[[2]string{mud, school}] != 1 {
		t.Errorf("confused: %v", s.confused)
	}
}

func TestReadRequests(t *testing.T) {
	name := filepath.Join(t.TempDir(), "set.tsv")
	for _, c := range []struct {
		text string
		want []string // of the first request; nil = an error
	}{
		{"text\tcode\r\nяма\t" + mud + "|" + rent + "\r\n", []string{mud, rent}},
		{"яма\t" + mud, []string{mud}},
		{"text\tcode\nяма " + mud + "\n", nil},
		{"text\tcode\n", nil},
		{"", nil},
	} {
		if err := os.WriteFile(name, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		set, err := readRequests(name)
		if c.want == nil {
			if err == nil {
				t.Errorf("%q: no error", c.text)
			}
			continue
		}
		if err != nil || set[0].text != "яма" || !slices.Equal(set[0].codes, c.want) {
			t.Errorf("%q: %v, %v", c.text, set, err)
		}
	}
}
