package journal

import (
	"fmt"
	"slices"
	"strings"
)

// Stem is the first part's name without its extension.
func Stem(row *Archive) string { return strings.TrimSuffix(row.Parts[0].Name, ".zip") }

// StateLabel is the name of a state for people.
func StateLabel(s ArchiveState) string {
	for _, row := range ArchiveStates {
		if row.State == s {
			return row.Label
		}
	}
	return string(s)
}

// DescribeMonths lists months with their counts for people, the oldest first.
func DescribeMonths(months []MonthCount) string {
	var parts []string
	for _, m := range slices.Backward(months) {
		parts = append(parts, fmt.Sprintf("%s — %d", m.Month.Russian(), m.Count))
	}
	return strings.Join(parts, ", ")
}
