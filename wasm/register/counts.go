package register

import (
	"cmp"
	"math/bits"
	"slices"

	"rroform/wasm/appeal"
	"rroform/wasm/query"
)

// RegisterCounts has the number of rows for each value of each filter, with all other filters applied. Values
// without rows are left out.
type RegisterCounts struct {
	Years   []NumberCount `json:"years"`  // newest first, -1 = no month known
	Months  []NumberCount `json:"months"` // 1…12, -1 = no month known
	Origins []OriginCount `json:"origins"`
	// In the order of [appeal.Statuses]. An appeal with several statuses counts for each of them.
	Statuses     []StatusCount `json:"statuses"`
	Codes        []CodeCount   `json:"codes"` // one level below the chosen code, the most frequent first
	Errors       int           `json:"errors"`
	Drafts       int           `json:"drafts"`
	NotExported  int           `json:"notExported"`
	ChangedSince int           `json:"changedSince"`
	// Unchecked is the number of appeals of the profile that were not checked today.
	// Errors and ChangedSince do not include them before checkRegister is called.
	Unchecked int `json:"unchecked"`
}

// NumberCount counts a year or a month.
type NumberCount struct {
	Value int `json:"value"`
	Count int `json:"count"`
}

// OriginCount counts a value of [query.RegisterReq].Origin.
type OriginCount struct {
	Value query.Origin `json:"value"`
	Count int          `json:"count"`
}

// StatusCount counts a value of [query.RegisterReq].Status.
type StatusCount struct {
	Value appeal.Status `json:"value"`
	Count int           `json:"count"`
}

// CodeCount counts a value of [query.RegisterReq].Code.
type CodeCount struct {
	Code  string `json:"code"`
	Title string `json:"title"` // "" = not in the classifier
	Count int    `json:"count"`
}

// maxCodeCounts limits the codes to what a screen can show.
const maxCodeCounts = 30

// counts are the sums during counting.
type counts struct {
	years, months                             []int   // by number of a month
	statuses                                  [32]int // by bit of [statusBit]
	codes                                     []CodeCount
	direct, forwarded                         int
	errors, drafts, notExported, changedSince int
}

func (c *counts) add(sum *int, yes bool) {
	if yes {
		*sum++
	}
}

func (v *view) countAll(rec *Record) {
	if !v.counting {
		return
	}
	for i := range filters {
		if filters[i].count != nil {
			filters[i].count(v, rec)
		}
	}
}

func (v *view) countStatuses(rec *Record) {
	for set := rec.statuses; set != 0; set &= set - 1 {
		v.counts.statuses[bits.TrailingZeros32(set)]++
	}
}

// result converts the sums to the type that the page gets.
func (v *view) result() RegisterCounts {
	c := &v.counts
	res := RegisterCounts{Origins: []OriginCount{}, Statuses: []StatusCount{}, Errors: c.errors, Drafts: c.drafts,
		NotExported: c.notExported, ChangedSince: c.changedSince, Unchecked: v.unchecked}
	months := v.register.index.months.values
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

// sums adds the counts of equal values and orders them by value.
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
func (l *profileList) years(r *Register) []int {
	list := []int{}
	for i, n := range l.months {
		if m := r.index.months.values[i]; n > 0 && !m.IsZero() && !slices.Contains(list, m.Year) {
			list = append(list, m.Year)
		}
	}
	slices.SortStableFunc(list, func(x, y int) int { return cmp.Compare(y, x) })
	return list
}
