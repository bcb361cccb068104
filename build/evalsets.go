package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rroform/wasm/finder"
)

// Files of labelled requests.
const (
	queriesDir   = "testdata/queries"
	realFile     = "real.tsv"            // gists of real appeals, see testdata/README.md
	requestsFile = "static/requests.tsv" // written for the likeliest codes, see CLASSIFIER.md
)

// request is a row of a labelled set. Any of its codes is right.
type request struct {
	text  string
	codes []string
	kind  string // third column: whether the codes are of questions or only of themes; "" = questions
}

// realTheme is the kind of requests whose label is a theme.
const realTheme = "real_theme"

// labelled is a set of requests with its name in the table.
type labelled struct {
	name     string
	requests []request
}

// ownSets reads the sets that were written for this project, and the named files.
func ownSets(root string, args []string) ([]labelled, error) {
	own, err := filepath.Glob(filepath.Join(root, queriesDir, "*.tsv"))
	if err != nil {
		return nil, err
	}
	var sets []labelled
	for _, name := range append(own, args...) {
		if filepath.Base(name) == realFile {
			continue
		}
		requests, err := readRequests(name)
		if err != nil {
			return nil, err
		}
		sets = append(sets, labelled{filepath.Base(name), requests})
	}
	return sets, nil
}

// together returns all requests of some sets.
func together(sets []labelled) []request {
	var all []request
	for _, set := range sets {
		all = append(all, set.requests...)
	}
	return all
}

// realRequests reads the real requests with the code of a question, and those with a theme.
func realRequests(root string) (questions, themes []request, err error) {
	all, err := readRequests(filepath.Join(root, queriesDir, realFile))
	for _, r := range all {
		if r.kind == realTheme {
			themes = append(themes, r)
		} else {
			questions = append(questions, r)
		}
	}
	return questions, themes, err
}

// sealed reports whether a real request belongs to the fifth that no change was tuned on.
// A hash draws the fifth, so it is the same on every machine.
func (r *request) sealed() bool { return sha256.Sum256([]byte(r.text))[0]%5 == 0 }

func readRequests(name string) ([]request, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var set []request
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		cells := strings.Split(strings.TrimRight(line, "\r"), "\t")
		if i == 0 && cells[0] == "text" {
			continue
		}
		if len(cells) < 2 || len(cells) > 3 {
			return nil, fmt.Errorf("%s, line %d: want text, tab, code, and perhaps tab, kind", name, i+1)
		}
		r := request{text: cells[0], codes: strings.Split(cells[1], "|")}
		if len(cells) > 2 {
			r.kind = cells[2]
		}
		set = append(set, r)
	}
	if len(set) == 0 {
		return nil, errors.New(name + ": no requests")
	}
	return set, nil
}

// writtenRequests reads the requests that were written for the likeliest codes.
func writtenRequests(root string) (finder.Phrases, error) {
	data, err := os.ReadFile(filepath.Join(root, requestsFile))
	if err != nil {
		return nil, err
	}
	out := finder.Phrases{}
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		code, text, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("%s, line %d: want code, tab, request", requestsFile, i+1)
		}
		out[code] = append(out[code], text)
	}
	return out, nil
}
