package register

import "strings"

// countCodes counts an appeal once for each code group, even if two of its questions belong to that group.
func (v *view) countCodes(rec *Record) {
	if rec.code < 0 {
		return
	}
	v.appealNo++
	v.countCode(rec.code)
	for _, n := range rec.otherCodes() {
		v.countCode(n)
	}
}

func (v *view) countCode(n int32) {
	if place := v.codeGroup[n]; place >= 0 && v.groupLast[place] != v.appealNo {
		v.groupLast[place] = v.appealNo
		v.counts.codes[place].Count++
	}
}

// prepareCodes finds for each code that occurs whether it matches the filter, and the group that it is counted in.
// A group is a code one level below the chosen one.
func (v *view) prepareCodes() {
	chosen := strings.Trim(v.req.Code, ". ")
	known := v.register.index.codes.values
	v.codeMatches, v.codeGroup = make([]bool, len(known)), make([]int32, len(known))
	places := map[string]int32{}
	for i, code := range known {
		v.codeGroup[i] = -1
		rest, under := code, chosen == ""
		if !under {
			rest, under = strings.CutPrefix(code, chosen+".")
		}
		v.codeMatches[i] = under || code == chosen
		if !under {
			continue
		}
		group, _, _ := strings.Cut(rest, ".")
		below := code[:len(code)-len(rest)+len(group)]
		place, seen := places[below]
		if !seen {
			place = int32(len(v.counts.codes))
			places[below] = place
			row, _ := v.register.packs.Codes.Row(below)
			v.counts.codes = append(v.counts.codes, CodeCount{Code: below, Title: row.Title})
		}
		v.codeGroup[i] = place
	}
	v.groupLast = make([]int, len(v.counts.codes))
}

// CodeCounts returns the number of appeals of the active profile by code.
func (r *Register) CodeCounts() map[string]int {
	counts := make([]int, len(r.index.codes.values))
	for _, rec := range r.settled(r.office.Active).all {
		if rec.code >= 0 {
			counts[rec.code]++
		}
		for _, n := range rec.otherCodes() {
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
