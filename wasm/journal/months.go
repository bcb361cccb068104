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

// MonthCounts converts counts to a list, newest month first.
func MonthCounts(count map[appeal.Month]int) []MonthCount {
	list := []MonthCount{}
	for m, n := range count {
		list = append(list, MonthCount{m, n})
	}
	slices.SortStableFunc(list, func(x, y MonthCount) int { return cmp.Compare(y.Month.String(), x.Month.String()) })
	return list
}

// ArchiveMode is how the appeals of an archive are chosen (B-31).
type ArchiveMode string

// Values of [ArchiveMode]; "" is the reporting month too.
const (
	ModeMonth      ArchiveMode = "month"
	ModeEntered    ArchiveMode = "entered"
	ModeRegistered ArchiveMode = "registered"
	ModeChanged    ArchiveMode = "changed"
)
