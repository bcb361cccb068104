// Package calendar knows the working days. For a year that was not loaded it uses
// weekends and the fixed public holidays; a loaded year also has the days off that the
// Government moves each year. A [Calendar] must not be changed while it is in use.
package calendar

import (
	"slices"
	"time"

	"rroform/wasm/appeal"
)

// Year lists the days of one year that differ from a plain week.
type Year struct {
	Year int           `json:"year"`
	Off  []appeal.Date `json:"off"`  // days off from Monday to Friday, sorted
	Work []appeal.Date `json:"work"` // worked Saturdays and Sundays, sorted
}

// Calendar holds the loaded years. A nil Calendar uses [Builtin] for every year.
type Calendar map[int]Year

// holidays are the fixed public holidays, month and day (ТК РФ ст. 112).
var holidays = map[[2]int]bool{
	{1, 1}: true, {1, 2}: true, {1, 3}: true, {1, 4}: true, {1, 5}: true, {1, 6}: true, {1, 7}: true, {1, 8}: true,
	{2, 23}: true, {3, 8}: true, {5, 1}: true, {5, 9}: true, {6, 12}: true, {11, 4}: true,
}

// Builtin returns a year with weekends and fixed holidays only.
func Builtin(year int) Year {
	y := Year{Year: year}
	for t := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); t.Year() == year; t = t.AddDate(0, 0, 1) {
		if holidays[[2]int{int(t.Month()), t.Day()}] && !weekend(t) {
			y.Off = append(y.Off, appeal.DateOf(t))
		}
	}
	return y
}

func weekend(t time.Time) bool { return t.Weekday() == time.Saturday || t.Weekday() == time.Sunday }

// Workday reports whether a valid date is worked.
func (c Calendar) Workday(d appeal.Date) bool {
	t, ok := d.Time()
	if !ok {
		return false
	}
	if y, loaded := c[t.Year()]; loaded {
		return slices.Contains(y.Work, d) || !weekend(t) && !slices.Contains(y.Off, d)
	}
	return !weekend(t) && !holidays[[2]int{int(t.Month()), t.Day()}]
}

// longest is longer than any series of days off.
const longest = 40

// OnOrBefore returns the last working day not after d, or d if there is none within
// longest days.
func (c Calendar) OnOrBefore(d appeal.Date) appeal.Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	for range longest {
		if day := appeal.DateOf(t); c.Workday(day) {
			return day
		}
		t = t.AddDate(0, 0, -1)
	}
	return d
}
