package journal

import (
	"cmp"
	"slices"

	"rroform/wasm/appeal"
)

// MonthCount counts the appeals of a reporting month.
type MonthCount struct {
	Month appeal.Month `json:"month"`
	Count int          `json:"count"`
}

// monthCounts lists the months, newest first.
func MonthCounts(count map[appeal.Month]int) []MonthCount {
	list := []MonthCount{}
	for m, n := range count {
		list = append(list, MonthCount{m, n})
	}
	slices.SortStableFunc(list, func(x, y MonthCount) int { return cmp.Compare(y.Month.String(), x.Month.String()) })
	return list
}
