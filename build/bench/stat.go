package bench

import (
	"math"
	"slices"
)

// Quantile returns the smallest value that q of all are not above; 0 of none.
func Quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	at := int(math.Ceil(q*float64(len(sorted)))) - 1
	return sorted[max(at, 0)]
}

// Median is the middle value, the lower one of two.
func Median(values []float64) float64 { return Quantile(values, 0.5) }

// Medians returns, for each place, the median of what the rounds measured there.
func Medians(rounds [][]float64) []float64 {
	if len(rounds) == 0 {
		return nil
	}
	out := make([]float64, len(rounds[0]))
	for i := range out {
		var column []float64
		for _, r := range rounds {
			column = append(column, r[i])
		}
		out[i] = Median(column)
	}
	return out
}
