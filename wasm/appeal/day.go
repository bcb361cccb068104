package appeal

import (
	"strconv"
	"strings"
	"time"

	"rroform/wasm/layout"
	"rroform/wasm/pattern"
)

// Years outside this range are typing errors or what a program writes for «none».
const firstYear, lastYear = 1900, 2099

// ParseDate reads a day as people and programs write it: 09.10.2026, 9.10.26,
// 09102026, 2026.10.09, 20261009, «9 октября 2026 г.», 09.окт.26, with a time of
// day or without. With today it also reads what clerks type: 0910, 9.10, 9 and
// «9 октября» are the nearest such day that is not after today, and «сегодня» (today)
// and «вчера» (yesterday) are known. Without today, as for files, only whole dates are
// read. Any other text is returned trimmed.
func ParseDate(typed string, today Date) Date {
	s := strings.TrimSpace(typed)
	if d := Date(s); d.Valid() {
		if year, _ := strconv.Atoi(s[:4]); year < firstYear || year > lastYear {
			return Date(d.Russian()) // not a real day: must not become a valid Date
		}
		return d
	}
	if s == "" || len(s) > 60 {
		return Date(s)
	}
	if d, ok := readInstant(s); ok {
		return d
	}
	for _, text := range []string{s, layout.Sign(s, inDate), layout.Russian(s)} { // typed in the other keyboard layout
		if d, ok := readDay(withoutClock(text), today); ok {
			return d
		}
	}
	return Date(s)
}

// inDate reports whether a day written in digits may contain a character.
func inDate(r rune) bool { return strings.ContainsRune("0123456789.,/-: г", r) }

var clock = pattern.Of(`^(.*?[^\s,])(?:T|,?\s+(?:в\s+)?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$`)

func withoutClock(s string) string {
	if m := clock().FindStringSubmatch(s); m != nil {
		return strings.TrimRight(m[1], " ,")
	}
	return s
}

var instant = pattern.Of(`^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(?:(Z)|([+-])(\d\d):?(\d\d)?)$`)

const hour = 60 * 60 // seconds

// readInstant reads a time with a zone. If the zone is one of Russia, it is taken for
// that of the body, and the written day counts. A time in UTC is converted to the
// clerk's zone: midnight in Moscow is written as 21:00 of the day before.
func readInstant(s string) (Date, bool) {
	m := instant().FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	offset := 0
	if m[4] == "" {
		h, _ := strconv.Atoi(m[6])
		min, _ := strconv.Atoi(m[7])
		if offset = h*hour + min*60; m[5] == "-" {
			offset = -offset
		}
	}
	if offset != 0 {
		return Date(m[1]), isRussian(offset) && Date(m[1]).Valid()
	}
	if m[3] == "" {
		m[3] = "00"
	}
	t, err := time.Parse(time.RFC3339, m[1]+"T"+m[2]+":"+m[3]+"Z")
	if err != nil || t.Year() < firstYear || t.Year() > lastYear {
		return "", false
	}
	const moscow = 3 * hour
	zone := moscow
	if _, own := t.In(time.Local).Zone(); isRussian(own) {
		zone = own
	}
	if midnight := t.Add(moscow * time.Second); midnight.Truncate(24 * time.Hour).Equal(midnight) {
		return DateOf(midnight), true
	}
	return DateOf(t.Add(time.Duration(zone) * time.Second)), true
}

// isRussian reports whether an offset from UTC, in seconds, is used in Russia.
func isRussian(offset int) bool { return offset >= 2*hour && offset <= 12*hour }

const (
	between = `(?:\s*[.,/\-]\s*|\s+)`
	yearEnd = `[.,/]?\s*(?:г\.?|года?\.?)?$`
)

var (
	numbers   = pattern.Of(`^(\d{1,2})` + between + `(\d{1,2})(?:` + between + `(\d{4}|\d{2}))?` + yearEnd)
	yearFirst = pattern.Of(`^(\d{4})[./\-](\d{1,2})[./\-](\d{1,2})$`)
	inWords   = pattern.Of(`(?i)^[«"„“']?(\d{1,2})[»"“”']?(?:-?го)?[\s.\-]*([а-яa-z]{3,8})(?:[\s.,\-]*(\d{4}|\d{2}))?` +
		yearEnd)
	dayAlone = pattern.Of(`^(\d{1,2})[.,]?$`)
)

// dayWords are words for a day, with the number of days before today.
var dayWords = map[string]int{"сегодня": 0, "вчера": 1, "позавчера": 2}

func readDay(s string, today Date) (Date, bool) {
	if m := numbers().FindStringSubmatch(s); m != nil {
		return resolve(m[1], m[2], m[3], today)
	}
	if m := yearFirst().FindStringSubmatch(s); m != nil {
		return resolve(m[3], m[2], m[1], today)
	}
	if m := inWords().FindStringSubmatch(s); m != nil {
		return resolve(m[1], monthOf(m[2]), m[3], today)
	}
	if strings.Trim(s, "0123456789") == "" && (len(s) == 4 || len(s) == 6 || len(s) == 8) {
		if d, ok := resolve(s[:2], s[2:4], s[4:], today); ok || len(s) < 8 {
			return d, ok
		}
		return resolve(s[6:], s[4:6], s[:4], today)
	}
	now, ok := today.Time()
	if !ok {
		return "", false
	}
	if back, known := dayWords[strings.ToLower(s)]; known {
		return DateOf(now.AddDate(0, 0, -back)), true
	}
	if m := dayAlone().FindStringSubmatch(s); m != nil {
		d, ok := resolve(m[1], strconv.Itoa(int(now.Month())), strconv.Itoa(now.Year()), today)
		if before := now.AddDate(0, 0, -now.Day()); !ok || d > today {
			d, ok = resolve(m[1], strconv.Itoa(int(before.Month())), strconv.Itoa(before.Year()), today)
		}
		return d, ok
	}
	return "", false
}

// months are the names of months in dates. Oracle, Excel and clerks shorten them to
// three letters.
var months = [...][]string{{"января", "январь", "january"}, {"февраля", "февраль", "february"},
	{"марта", "март", "march"},
	{"апреля", "апрель", "april"}, {"мая", "май", "may"}, {"июня", "июнь", "june"}, {"июля", "июль", "july"},
	{"августа", "август", "august"}, {"сентября", "сентябрь", "september"}, {"октября", "октябрь", "october"},
	{"ноября", "ноябрь", "november"}, {"декабря", "декабрь", "december"}}

// monthOf returns the number of a month by its name or the beginning of that, "" for no month.
func monthOf(word string) string {
	word = strings.ToLower(word)
	for i, names := range months {
		for _, name := range names {
			if strings.HasPrefix(name, word) {
				return strconv.Itoa(i + 1)
			}
		}
	}
	return ""
}

func resolve(day, month, year string, today Date) (Date, bool) {
	d, _ := strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	build := func(y int) (Date, bool) {
		t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		return DateOf(t), t.Day() == d && int(t.Month()) == m && y >= firstYear && y <= lastYear
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
