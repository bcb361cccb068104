package appeal

import (
	"strings"
	"time"

	"rroform/wasm/pattern"
)

// Date is a day "yyyy-MM-dd", empty, or the text that a clerk typed if it is not a
// date: a wrong date is kept and shown, not discarded.
type Date string

const isoDay = "2006-01-02"

// DateOf returns the day of t in t's own location.
func DateOf(t time.Time) Date { return Date(t.Format(isoDay)) }

// Time returns midnight UTC of the day, and false if d is empty or not a date.
func (d Date) Time() (time.Time, bool) {
	t, err := time.Parse(isoDay, string(d))
	return t, err == nil
}

// Valid reports whether d is a real day. The rules call it very often and time.Parse is
// slow, so days before the 29th are checked without it.
func (d Date) Valid() bool {
	if len(d) != len(isoDay) || d[4] != '-' || d[7] != '-' {
		return false
	}
	for _, i := range [...]int{0, 1, 2, 3, 5, 6, 8, 9} {
		if d[i] < '0' || d[i] > '9' {
			return false
		}
	}
	month, day := d[5:7], d[8:]
	if month >= "01" && month <= "12" && day >= "01" && day <= "28" {
		return true
	}
	_, ok := d.Time()
	return ok
}

// Before reports whether both are real days and d is earlier than e.
func (d Date) Before(e Date) bool { return d.Valid() && e.Valid() && d < e }

// Russian returns дд.мм.гггг, or the text as typed if d is not a date.
func (d Date) Russian() string {
	if t, ok := d.Time(); ok {
		return t.Format("02.01.2006")
	}
	return string(d)
}

var dayShape = pattern.Of(`^(?:\d{1,4}\D){2}\d{1,4}$|^\d{8}$`)

// LooksLikeDay reports whether a text has the form of a day, such as 31.02.2026.
func (d Date) LooksLikeDay() bool {
	return dayShape().MatchString(strings.TrimRight(string(d), ". г"))
}
