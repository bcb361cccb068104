package rules

import (
	"slices"

	"rroform/wasm/appeal"
)

// OnlyErrors returns the findings of level Error. It does not change its argument.
func OnlyErrors(findings []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return f.Level != appeal.Error })
}

// Count counts errors and warnings.
func Count(findings []Finding) (errors, warnings int) {
	for _, f := range findings {
		switch f.Level {
		case appeal.Error:
			errors++
		case appeal.Warning:
			warnings++
		}
	}
	return errors, warnings
}
