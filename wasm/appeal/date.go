package appeal

import (
	"strconv"
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

var typedDay = pattern.Of(`^(\d{1,2})[.,/\- ](\d{1,2})(?:[.,/\- ](\d{2}|\d{4}))?(?:\s*г\.?)?$`)

// ParseDate reads what clerks type: 09.10.2026, 9.10.26, 09102026, 091026,
// 0910 and 9.10 (the nearest such day that is not after today), yyyy-MM-dd.
// Anything else is returned as typed, trimmed.
func ParseDate(typed string, today Date) Date {
	s := strings.TrimSpace(typed)
	if s == "" || Date(s).Valid() {
		return Date(s)
	}
	day, month, year := "", "", ""
	if m := typedDay().FindStringSubmatch(s); m != nil {
		day, month, year = m[1], m[2], m[3]
	} else if _, err := strconv.Atoi(s); err == nil && (len(s) == 4 || len(s) == 6 || len(s) == 8) {
		day, month, year = s[:2], s[2:4], s[4:]
	} else {
		return Date(s)
	}
	if d, ok := resolve(day, month, year, today); ok {
		return d
	}
	return Date(s)
}

func resolve(day, month, year string, today Date) (Date, bool) {
	d, _ := strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	build := func(y int) (Date, bool) {
		t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		return DateOf(t), t.Day() == d && int(t.Month()) == m
	}
	y, _ := strconv.Atoi(year)
	switch len(year) {
	case 4:
		return build(y)
	case 2:
		return build(2000 + y)
	}
	now, ok := today.Time()
	if !ok {
		return "", false
	}
	got, ok := build(now.Year())
	if ok && got > today {
		return build(now.Year() - 1)
	}
	return got, ok
}
