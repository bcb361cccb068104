package appeal

import (
	"strings"
	"time"

	"rroform/wasm/pattern"
)

// Date is a calendar day "yyyy-MM-dd", empty, or the text a clerk typed when
// that text is no date: a wrong date is shown and kept, never dropped.
type Date string

const isoDay = "2006-01-02"

// DateOf returns the day of t in t's own location.
func DateOf(t time.Time) Date { return Date(t.Format(isoDay)) }

// Time returns midnight UTC of the day, and false when d is empty or no date.
func (d Date) Time() (time.Time, bool) {
	t, err := time.Parse(isoDay, string(d))
	return t, err == nil
}

// Valid reports whether d is a real day. Checks ask it of every date again and
// again, and time.Parse is slow: the plain days before the 29th go without.
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

// Russian returns дд.мм.гггг, or the text as typed when d is no date.
func (d Date) Russian() string {
	if t, ok := d.Time(); ok {
		return t.Format("02.01.2006")
	}
	return string(d)
}

var dayShape = pattern.Of(`^(?:\d{1,4}\D){2}\d{1,4}$|^\d{8}$`)

// LooksLikeDay reports whether a text has the parts of a day, as 31.02.2026 has.
func (d Date) LooksLikeDay() bool {
	return dayShape().MatchString(strings.TrimRight(string(d), ". г"))
}
