package calendar

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/charset"
	"rroform/wasm/foreign"
	"rroform/wasm/pattern"
)

// Read reads the calendar of one or more years: XML or JSON in the format of
// xmlcalendar.ru, or lines that begin with a date дд.мм.гггг. Such a date is a day off
// unless the line contains the word «рабочий» (working). unread lists in Russian the
// lines that were skipped.
func Read(data []byte) (years []Year, unread []string, err error) {
	bytes, _ := charset.Text(data)
	text := strings.TrimSpace(string(bytes))
	b := builder{}
	switch {
	case strings.HasPrefix(text, "<"):
		err = b.xml(data)
	case strings.HasPrefix(text, "{"):
		err = b.json(text)
	default:
		unread = b.lines(text)
	}
	if err != nil {
		return nil, nil, err
	}
	if len(b) == 0 {
		return nil, unread, &foreign.Error{Text: "в файле нет дат"}
	}
	for _, y := range b {
		slices.Sort(y.Off)
		slices.Sort(y.Work)
		years = append(years, Year{y.Year, slices.Compact(y.Off), slices.Compact(y.Work)})
	}
	slices.SortFunc(years, func(a, b Year) int { return a.Year - b.Year })
	return years, unread, nil
}

// builder collects days by year.
type builder map[int]*Year

const firstYear, lastYear = 2000, 2100

// set adds a day off or a working day if it differs from a plain week.
func (b builder) set(t time.Time, work bool) {
	y := b.year(t.Year())
	switch day := appeal.DateOf(t); {
	case work && weekend(t):
		y.Work = append(y.Work, day)
	case !work && !weekend(t):
		y.Off = append(y.Off, day)
	}
}

func (b builder) year(n int) *Year {
	if b[n] == nil {
		b[n] = &Year{Year: n}
	}
	return b[n]
}

func dateOf(year, month, day int) (time.Time, error) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < firstYear || year > lastYear || t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return t, &foreign.Error{Text: fmt.Sprintf("даты %d.%d.%d не бывает, или её год не от %d до %d", day, month,
			year, firstYear, lastYear)}
	}
	return t, nil
}

// xml reads <calendar year="2026"><days><day d="01.09" t="1"/>…: t is 1 for a
// day off, 2 for a short day, 3 for a worked one.
func (b builder) xml(data []byte) error {
	var c struct {
		Year int `xml:"year,attr"`
		Days []struct {
			D string `xml:"d,attr"`
			T int    `xml:"t,attr"`
		} `xml:"days>day"`
	}
	if err := charset.XML(data).Decode(&c); err != nil {
		return fmt.Errorf("calendar: %w", err)
	}
	for _, day := range c.Days {
		m, d, _ := strings.Cut(day.D, ".")
		month, err1 := strconv.Atoi(m)
		n, err2 := strconv.Atoi(d)
		t, err3 := dateOf(c.Year, month, n)
		if err := errors.Join(err1, err2, err3); err != nil {
			return err
		}
		if day.T == 1 || day.T == 3 {
			b.set(t, day.T == 3)
		}
	}
	return nil
}

// json reads {"year":2026,"months":[{"month":1,"days":"1,2,9+,30*"}]}: all days off of
// each month; + marks a moved day off, * a short working day. A weekend day that is not
// listed is a working day.
func (b builder) json(text string) error {
	var c struct {
		Year   int `json:"year"`
		Months []struct {
			Month int    `json:"month"`
			Days  string `json:"days"`
		} `json:"months"`
	}
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		return fmt.Errorf("calendar: %w", err)
	}
	for _, m := range c.Months {
		off := map[int]bool{}
		for part := range strings.SplitSeq(m.Days, ",") {
			part = strings.TrimSpace(part)
			n, err := strconv.Atoi(strings.TrimRight(part, "+*"))
			if err != nil {
				return &foreign.Error{Text: fmt.Sprintf("в месяце %d непонятный день «%s»", m.Month, part)}
			}
			if _, err := dateOf(c.Year, m.Month, n); err != nil {
				return err
			}
			off[n] = !strings.HasSuffix(part, "*")
		}
		t, err := dateOf(c.Year, m.Month, 1)
		if err != nil {
			return err
		}
		for ; int(t.Month()) == m.Month; t = t.AddDate(0, 0, 1) {
			b.set(t, !off[t.Day()])
		}
	}
	return nil
}

var dateLine = pattern.Of(`^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\b(.*)$`)

func (b builder) lines(text string) (unread []string) {
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		m := dateLine().FindStringSubmatch(strings.TrimRight(line, "\r"))
		if m == nil {
			unread = append(unread, fmt.Sprintf("Строка %d: не начинается с даты дд.мм.гггг", i+1))
			continue
		}
		day, _ := strconv.Atoi(m[1]) // digits only
		month, _ := strconv.Atoi(m[2])
		year, _ := strconv.Atoi(m[3])
		t, err := dateOf(year, month, day)
		if err != nil {
			unread = append(unread, fmt.Sprintf("Строка %d: такой даты нет", i+1))
			continue
		}
		if b[year] == nil { // lists by people contain only the unusual days
			plain := Builtin(year)
			b[year] = &plain
		}
		b.set(t, strings.Contains(strings.ToLower(m[4]), "рабоч"))
	}
	return unread
}
