package app

import (
	"slices"
	"strings"
)

// countCodes counts an appeal once for each code of the level, also when two
// of its questions stand below it.
func (v *view) countCodes(f *facts) {
	if f.code < 0 {
		return
	}
	first := v.codeBelow[f.code]
	if first >= 0 {
		v.counts.codes[first].Count++
	}
	more := f.others()
	for i, n := range more {
		below := v.codeBelow[n]
		again := func(m int32) bool { return v.codeBelow[m] == below }
		if below >= 0 && below != first && !slices.ContainsFunc(more[:i], again) {
			v.counts.codes[below].Count++
		}
	}
}

// prepareCodes says of each code that occurs whether the filter takes it, and
// which code of the level below the chosen one it counts for.
func (v *view) prepareCodes() {
	chosen := strings.Trim(v.req.Code, ". ")
	known := v.app.index.codes.values
	v.codeTaken, v.codeBelow = make([]bool, len(known)), make([]int32, len(known))
	places := map[string]int32{}
	for i, code := range known {
		v.codeBelow[i] = -1
		rest, under := code, chosen == ""
		if !under {
			rest, under = strings.CutPrefix(code, chosen+".")
		}
		v.codeTaken[i] = under || code == chosen
		if !under {
			continue
		}
		group, _, _ := strings.Cut(rest, ".")
		below := code[:len(code)-len(rest)+len(group)]
		place, seen := places[below]
		if !seen {
			place = int32(len(v.counts.codes))
			places[below] = place
			row, _ := v.app.codes.Row(below)
			v.counts.codes = append(v.counts.codes, CodeCount{Code: below, Title: row.Title})
		}
		v.codeBelow[i] = place
	}
}
