package register

import (
	"cmp"
	"math/bits"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/query"
)

// RegisterCounts says how many rows each value of a filter would show: every
// filter is counted with all others applied. What occurs nowhere is left out.
type RegisterCounts struct {
	Years   []NumberCount `json:"years"`  // newest first, -1 = no month known
	Months  []NumberCount `json:"months"` // 1…12, -1 = no month known
	Origins []OriginCount `json:"origins"`
	// in the order of appeal.Statuses; an appeal counts for each of its own
	Statuses     []StatusCount `json:"statuses"`
	Codes        []CodeCount   `json:"codes"` // right below the chosen code, the most frequent first
	Errors       int           `json:"errors"`
	Drafts       int           `json:"drafts"`
	NotExported  int           `json:"notExported"`
	ChangedSince int           `json:"changedSince"`
	// Unchecked is how many appeals of the profile were not judged yet today:
	// Errors and ChangedSince lack them until checkRegister was called.
	Unchecked int `json:"unchecked"`
}

// NumberCount counts a year or a month.
type NumberCount struct {
	Value int `json:"value"`
	Count int `json:"count"`
}

// OriginCount counts a [RegisterReq].Origin.
type OriginCount struct {
	Value query.Origin `json:"value"`
	Count int          `json:"count"`
}

// StatusCount counts a [RegisterReq].Status.
type StatusCount struct {
	Value appeal.Status `json:"value"`
	Count int           `json:"count"`
}

// CodeCount counts a [RegisterReq].Code.
type CodeCount struct {
	Code  string `json:"code"`
	Title string `json:"title"` // "" = not in the classifier
	Count int    `json:"count"`
}

// maxCodeCounts is how many codes are told: more than a screen holds helps nobody.
const maxCodeCounts = 30

// counts are the sums while they grow, by numbers of [facts].
type counts struct {
	years, months                             []int   // by number of a month
	statuses                                  [32]int // by bit
	codes                                     []CodeCount
	direct, forwarded                         int
	errors, drafts, notExported, changedSince int
}

func (c *counts) add(sum *int, yes bool) {
	if yes {
		*sum++
	}
}

func (v *view) countAll(f *Record) {
	if !v.counting {
		return
	}
	for i := range filters {
		if filters[i].count != nil {
			filters[i].count(v, f)
		}
	}
}

func (v *view) countStatuses(f *Record) {
	for set := f.statuses; set != 0; set &= set - 1 {
		v.counts.statuses[bits.TrailingZeros32(set)]++
	}
}

// result puts the sums into the shape of the page.
func (v *view) result() RegisterCounts {
	c := &v.counts
	res := RegisterCounts{Origins: []OriginCount{}, Statuses: []StatusCount{}, Errors: c.errors, Drafts: c.drafts,
		NotExported: c.notExported, ChangedSince: c.changedSince, Unchecked: v.unchecked}
	months := v.app.index.months.values
	res.Years = sums(c.years, func(i int) int { return yearOf(months[i]) })
	slices.Reverse(res.Years)
	res.Months = sums(c.months, func(i int) int { return monthOf(months[i]) })
	for _, row := range []OriginCount{{query.Direct, c.direct}, {query.Forwarded, c.forwarded}} {
		if row.Count > 0 {
			res.Origins = append(res.Origins, row)
		}
	}
	for _, row := range appeal.Statuses {
		if n := c.statuses[bits.TrailingZeros32(statusBit(row.Status))]; n > 0 {
			res.Statuses = append(res.Statuses, StatusCount{row.Status, n})
		}
	}
	res.Codes = slices.DeleteFunc(c.codes, func(c CodeCount) bool { return c.Count == 0 })
	slices.SortStableFunc(res.Codes, func(x, y CodeCount) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Code, y.Code))
	})
	res.Codes = append([]CodeCount{}, res.Codes[:min(len(res.Codes), maxCodeCounts)]...)
	return res
}

// sums adds up what has the same value, in the order of values.
func sums(by []int, value func(i int) int) []NumberCount {
	total := map[int]int{}
	for i, n := range by {
		total[value(i)] += n
	}
	out := []NumberCount{}
	for v, n := range total {
		if n > 0 {
			out = append(out, NumberCount{v, n})
		}
	}
	slices.SortStableFunc(out, func(x, y NumberCount) int { return cmp.Compare(x.Value, y.Value) })
	return out
}

// years lists the years in which the profile has appeals, newest first.
func (l *list) years(a *Register) []int {
	list := []int{}
	for i, n := range l.months {
		if m := a.index.months.values[i]; n > 0 && !m.IsZero() && !slices.Contains(list, m.Year) {
			list = append(list, m.Year)
		}
	}
	slices.SortStableFunc(list, func(x, y int) int { return cmp.Compare(y, x) })
	return list
}
