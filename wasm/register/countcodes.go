package register

import "strings"

// countCodes counts an appeal once for each code of the level, also when two
// of its questions stand below it.
func (v *view) countCodes(f *Record) {
	if f.code < 0 {
		return
	}
	v.codeTurn++
	v.countCode(f.code)
	for _, n := range f.others() {
		v.countCode(n)
	}
}

func (v *view) countCode(n int32) {
	if place := v.codeBelow[n]; place >= 0 && v.codeLast[place] != v.codeTurn {
		v.codeLast[place] = v.codeTurn
		v.counts.codes[place].Count++
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
			row, _ := v.app.packs.Codes.Row(below)
			v.counts.codes = append(v.counts.codes, CodeCount{Code: below, Title: row.Title})
		}
		v.codeBelow[i] = place
	}
	v.codeLast = make([]int, len(v.counts.codes))
}

// CodeCounts says how many appeals of the active profile have a code.
func (r *Register) CodeCounts() map[string]int {
	counts := make([]int, len(r.index.codes.values))
	for _, f := range r.settled(r.office.Active).all {
		if f.code >= 0 {
			counts[f.code]++
		}
		for _, n := range f.others() {
			counts[n]++
		}
	}
	byCode := map[string]int{}
	for n, count := range counts {
		if count > 0 {
			byCode[r.index.codes.values[n]] = count
		}
	}
	return byCode
}
