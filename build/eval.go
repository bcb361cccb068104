package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rroform/build/bench"
	"rroform/static"
	"rroform/wasm/classifier"
)

// runEval scores our search of codes, and that of a peer library, on labelled requests:
// those written for this project, the files named in args, and, apart, real ones. -sealed
// opens the fifth of the real ones that nothing was tuned on, -ablation measures parts of
// the search.
func runEval(root string, args []string) error {
	has := func(flag string) bool { return slices.Contains(args, flag) }
	files := slices.DeleteFunc(slices.Clone(args), func(a string) bool { return strings.HasPrefix(a, "-") })
	own, err := ownSets(root, files)
	if err != nil {
		return err
	}
	know, err := readKnowledge(root)
	if err != nil {
		return err
	}
	questions, themes, err := realRequests(root)
	if err != nil {
		return err
	}
	isSealed := func(r request) bool { return r.sealed() }
	open := slices.DeleteFunc(slices.Clone(questions), isSealed)
	openThemes := slices.DeleteFunc(slices.Clone(themes), isSealed)
	if has("-letters") {
		return evaluateLetters(root, know.index(questions))
	}
	if has("-show") {
		know.show(open)
		return nil
	}
	if has("-ablation") {
		return know.ablation(open)
	}
	if has("-replay") {
		if has("-sealed") {
			open = questions
		}
		know.replay(open)
		return nil
	}
	printHead()
	if has("-sealed") {
		ours := searchFinder(know.index(open))
		isOpen := func(r request) bool { return !r.sealed() }
		evaluate(slices.DeleteFunc(questions, isOpen), ours).print("sealed fifth", "ours")
		evaluate(slices.DeleteFunc(themes, isOpen), ours).print("… its themes", "ours")
		return nil
	}
	peer, err := askPeer(root, know.table, append(own, labelled{"real", append(slices.Clone(open), openThemes...)}))
	if err != nil {
		return err
	}
	know.crossValidate(open, divideRows).print("real, by row", "ours")
	know.crossValidate(open, divideCodes).print("real, by code", "ours")
	evaluate(open, peer).print("", bench.SearchPeer)
	ours := searchFinder(know.index(open))
	evaluate(openThemes, ours).print("real, only themes", "ours")
	evaluate(openThemes, peer).print("", bench.SearchPeer)
	for _, set := range append(own, labelled{"own sets together", together(own)}) {
		evaluate(set.requests, ours).print(set.name, "ours")
		evaluate(set.requests, peer).print("", bench.SearchPeer)
	}
	return nil
}

// readKnowledge reads what the product's search is made of.
func readKnowledge(root string) (*knowledge, error) {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		return nil, err
	}
	k := &knowledge{table: table, use: all}
	if k.phrases, err = generalPhrases(root); err != nil {
		return nil, err
	}
	if k.written, err = writtenRequests(root); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(root, "static", "popular.tsv"))
	if err != nil {
		return nil, err
	}
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if i > 0 {
			code, _, _ := strings.Cut(line, "\t")
			k.popular = append(k.popular, code)
		}
	}
	return k, nil
}

// all is the product.
var all = switches{true, true, true, true, true}

// ablation measures what each part of the knowledge brings on the real requests.
func (k *knowledge) ablation(set []request) error {
	printHead()
	for _, row := range []struct {
		name string
		use  switches
	}{
		{"everything", all},
		{"without written requests", switches{false, true, true, true, true}},
		{"without real requests as phrases", switches{true, false, true, true, true}},
		{"without counts", switches{true, true, false, true, true}},
		{"without popular codes", switches{true, true, true, false, true}},
		{"without likely codes", switches{true, true, true, true, false}},
		{"without any habit", switches{written: true, real: true}},
		{"phrases and titles alone", switches{}},
	} {
		k.use = row.use
		k.crossValidate(set, divideRows).print(row.name, "by row")
		k.crossValidate(set, divideCodes).print("", "by code")
	}
	return nil
}
