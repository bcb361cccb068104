package journal

import (
	"fmt"
	"slices"
	"strings"
)

// Stem returns the name of the first part without its extension.
func Stem(row *Archive) string { return strings.TrimSuffix(row.Parts[0].Name, ".zip") }

// StateLabel returns the Russian name of a state.
func StateLabel(s ArchiveState) string {
	for _, row := range ArchiveStates {
		if row.State == s {
			return row.Label
		}
	}
	return string(s)
}

// DescribeMonths returns months with their counts in Russian, oldest first.
func DescribeMonths(months []MonthCount) string {
	var parts []string
	for _, m := range slices.Backward(months) {
		parts = append(parts, fmt.Sprintf("%s — %d", m.Month.Russian(), m.Count))
	}
	return strings.Join(parts, ", ")
}
