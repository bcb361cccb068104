package app

import "sort"

// sortFunc is slices.SortStableFunc for lists that are sorted rarely: every
// type that the latter sorts costs the page 5 KB of code, this one nothing.
func sortFunc[T any](list []T, compare func(a, b T) int) {
	sort.SliceStable(list, func(i, j int) bool { return compare(list[i], list[j]) < 0 })
}
