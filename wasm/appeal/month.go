package appeal

import (
	"fmt"
	"time"
)

// Month is a reporting month. The zero value means unknown.
type Month struct {
	Year  int `json:"year"`
	Month int `json:"month"` // 1…12
}

// MonthOf returns the month of d, the zero Month if d is not a date.
func MonthOf(d Date) Month {
	if !d.Valid() {
		return Month{}
	}
	digit := func(i int) int { return int(d[i] - '0') }
	return Month{digit(0)*1000 + digit(1)*100 + digit(2)*10 + digit(3), digit(5)*10 + digit(6)}
}

// IsZero reports whether m is unknown.
func (m Month) IsZero() bool { return m == Month{} }

// Valid reports whether m can be a reporting month.
func (m Month) Valid() bool { return m.Year >= 2000 && m.Year < 2100 && m.Month >= 1 && m.Month <= 12 }

// String returns "2026-10".
func (m Month) String() string { return fmt.Sprintf("%04d-%02d", m.Year, m.Month) }

var monthNames = [...]string{"", "январь", "февраль", "март", "апрель", "май", "июнь",
	"июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"}

// MonthName returns "октябрь" for 10, "" for a number that is not a month.
func MonthName(month int) string {
	if month < 1 || month > 12 {
		return ""
	}
	return monthNames[month]
}

// Russian returns "октябрь 2026", or "месяц не определён".
func (m Month) Russian() string {
	if m.Month < 1 || m.Month > 12 {
		return "месяц не определён"
	}
	return fmt.Sprintf("%s %d", monthNames[m.Month], m.Year)
}

// Prev returns the month before m.
func (m Month) Prev() Month { return m.add(-1) }

// Next returns the month after m.
func (m Month) Next() Month { return m.add(1) }

func (m Month) add(n int) Month {
	t := time.Date(m.Year, time.Month(m.Month+n), 1, 0, 0, 0, 0, time.UTC)
	return Month{t.Year(), int(t.Month())}
}

// Last returns the last day of the month.
func (m Month) Last() Date {
	return DateOf(time.Date(m.Year, time.Month(m.Month+1), 0, 0, 0, 0, 0, time.UTC))
}

// ReportingMonth returns the month in whose report the appeal belongs: that of the
// document date if it came from another body, or that of its arrival. The answer date
// never counts (B-30, 001:154, 001:157).
//
// A direct appeal without an arrival date (status «Не поступило») belongs to the month
// of its document date, because it would otherwise belong to none.
func ReportingMonth(a *Appeal) Month {
	if !a.IsDirect {
		return MonthOf(a.CreateDate)
	}
	if m := MonthOf(a.IncomingDate); !m.IsZero() {
		return m
	}
	return MonthOf(a.CreateDate)
}
