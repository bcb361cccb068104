package main

import (
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
		name                           string
		want                           []string
		found                          []string
		top1, top3, top5, theme5, in20 float64
	}{
		{"first", []string{mud}, []string{mud, rent}, 1, 1, 1, 1, 1},
		{"third", []string{mud}, append(others(2), mud), 0, 1, 1, 1, 1},
		{"fifth", []string{mud}, append(others(4), mud), 0, 0, 1, 1, 1},
		{"sixth", []string{mud}, append(others(5), mud), 0, 0, 0, 0, 1},
		{"a neighbour of the theme", []string{mud}, []string{rent, lights}, 0, 0, 0, 1, 0},
		{"nothing", []string{mud}, nil, 0, 0, 0, 0, 0},
		{"a подвопрос of the question", []string{mud}, []string{mud + ".0025"}, 1, 1, 1, 1, 1},
		{"the question of a подвопрос", []string{mud + ".0025"}, []string{mud}, 0, 0, 0, 1, 0},
		{"another подвопрос", []string{mud + ".0025"}, []string{mud + ".0026", mud + ".0025"}, 0, 1, 1, 1, 1},
		{"digits that only begin alike", []string{"0003.0009.0099.074"}, []string{mud}, 0, 0, 0, 1, 0},
		{"the second alternative", []string{rent, school}, []string{mud, school}, 0, 1, 1, 1, 1},
		{"the best of both alternatives", []string{rent, mud}, []string{mud, rent}, 1, 1, 1, 1, 1},
	} {
		got := measureOne(&request{codes: c.want}, c.found)
		if want := (measures{c.top1, c.top3, c.top5, c.theme5, c.in20}); got != want {
			t.Errorf("%s: %v, want %v", c.name, got, want)
		}
	}
}

// TestScores checks the means of a set and that an interval has the mean in it.
func TestScores(t *testing.T) {
	s := scores{{1, 1, 1, 1, 1}, {0, 1, 1, 1, 1}, {0, 0, 0, 1, 1}, {0, 0, 0, 0, 1}}
	mean := s.mean()
	if want := (measures{0.25, 0.5, 0.5, 0.75, 1}); mean != want {
		t.Errorf("mean %v, want %v", mean, want)
	}
	from, to := s.interval()
	for c := range columns {
		if !(from[c] <= mean[c] && mean[c] <= to[c]) {
			t.Errorf("%s: %v is not between %v and %v", columns[c], mean[c], from[c], to[c])
		}
	}
	if from[0] == to[0] || from[4] != 1 || to[4] != 1 {
		t.Errorf("intervals from %v to %v", from, to)
	}
}

// TestFolds: each request is tested once in each shuffle, and never by a search that was
// taught it, or, by code, any of its labels.
func TestFolds(t *testing.T) {
	set := []request{{text: "a", codes: []string{mud}}, {text: "b", codes: []string{mud, rent}},
		{text: "c", codes: []string{rent}}, {text: "d", codes: []string{school}}, {text: "e", codes: []string{lights}}}
	for shuffle := range shuffles {
		for name, divide := range map[string]divider{"row": divideRows, "code": divideCodes} {
			tested := map[string]int{}
			for fold := range folds {
				test, taught := divide(set, shuffle, fold)
				for _, i := range test {
					tested[set[i].text]++
					for _, r := range taught {
						if r.text == set[i].text || name == "code" && slices.ContainsFunc(r.codes, set[i].right) {
							t.Errorf("by %s: %v is tested by a search that knows %v", name, set[i], r)
						}
					}
				}
			}
			for _, r := range set {
				if tested[r.text] != 1 {
					t.Errorf("by %s: %q is tested %d times", name, r.text, tested[r.text])
				}
			}
		}
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
