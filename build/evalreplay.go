package main

import (
	"slices"
	"strings"

	"rroform/wasm/finder"
)

// replay plays the requests one after another, as an office types them, and chooses the right
// code of each. It prints how the second half is found without learning and with it. The
// search knows no real request beforehand.
func (k *knowledge) replay(set []request) {
	ix := k.index(nil)
	second := set[len(set)/2:]
	printHead()
	evaluate(second, searchFinder(ix)).print("replay, second half, untaught", "ours")
	chosen := map[[2]string]int{}
	var got scores
	for i := range set {
		r := &set[i]
		learned := ix.Learn(choicesOf(chosen))
		if i >= len(set)/2 {
			var codes []string
			for _, h := range ix.Search(r.text, deep, learned) {
				codes = append(codes, h.Code)
			}
			got = append(got, measureOne(r, codes))
		}
		words := ix.Known(r.text)
		words = words[:min(len(words), 12)] // as app.ChooseCode does
		slices.Sort(words)
		chosen[[2]string{strings.Join(words, " "), r.codes[0]}]++
	}
	got.print("… learning from each", "ours")
}

func choicesOf(chosen map[[2]string]int) (list []finder.Choice) {
	for key, n := range chosen {
		list = append(list, finder.Choice{Words: key[0], Code: key[1], Count: n})
	}
	return list
}
