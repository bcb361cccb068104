package appeal

import (
	"strings"
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	const today = "2026-10-07"
	for _, c := range []struct{ typed, want string }{
		// full dates in the ways people type them
		{"09.10.2026", "2026-10-09"}, {"9.10.2026", "2026-10-09"}, {"09/10/2026", "2026-10-09"},
		{"09-10-2026", "2026-10-09"},
		{"09 10 2026", "2026-10-09"}, {"09.10.26", "2026-10-09"}, {"09102026", "2026-10-09"}, {"091026", "2026-10-09"},
		{"09.10.2026 г.", "2026-10-09"}, {" 2026-10-09 ", "2026-10-09"}, {"29.02.2024", "2024-02-29"},
		// day and month: the nearest that is not in the future
		{"0110", "2026-10-01"}, {"7.10", "2026-10-07"}, {"08.10", "2025-10-08"}, {"3112", "2025-12-31"},
		{"5", "2026-10-05"}, {"05", "2026-10-05"}, {"5.", "2026-10-05"}, {"28", "2026-09-28"}, {"31", "31"},
		{"5.10.", "2026-10-05"}, {"5 октября", "2026-10-05"},
		{"сегодня", "2026-10-07"}, {"Вчера", "2026-10-06"}, {"позавчера", "2026-10-05"}, {"3 окт", "2026-10-03"},
		{"5 ноября", "2025-11-05"},
		// words, the year first, the other keyboard layout
		{"5 октября 2026 г.", "2026-10-05"}, {"05.окт.26", "2026-10-05"}, {"05-Oct-2026", "2026-10-05"},
		{"«05» октября 2026 года", "2026-10-05"},
		{"1-го мая 2026", "2026-05-01"}, {"05.10.2026 года", "2026-10-05"}, {"5.10.26г.", "2026-10-05"},
		{"2026.10.05", "2026-10-05"}, {"2026/10/5", "2026-10-05"},
		{"20261005", "2026-10-05"}, {"05ю10ю2026", "2026-10-05"},
		// a time of day, a zone: midnight in Moscow is the evening before in Greenwich
		{"05.10.2026, 14:30", "2026-10-05"}, {"05.10.2026 0:00:00", "2026-10-05"},
		{"2026-10-05 00:00:00.000", "2026-10-05"}, {"5 октября 2026 г. в 9:15", "2026-10-05"},
		{"2026-10-05T00:00:00", "2026-10-05"}, {"2026-10-05T00:00:00+03:00", "2026-10-05"},
		{"2026-10-05T23:30:00+10:00", "2026-10-05"},
		{"2026-10-04T21:00:00.000Z", "2026-10-05"}, {"2026-10-05T09:15:00Z", "2026-10-05"},
		{"2026-10-04T21:00:00+00:00", "2026-10-05"}, {"2026-10-04T22:30:00Z", "2026-10-05"},
		// no dates: kept as typed
		{"2026-10-05T00:00:00-05:00", "2026-10-05T00:00:00-05:00"}, {"10/5/2026 12:00:00 AM", "10/5/2026 12:00:00 AM"},
		{"05.10.2026, 06.10.2026", "05.10.2026, 06.10.2026"},
		{"05.10.0206", "05.10.0206"}, {"0001-01-01", "01.01.0001"}, {"5 ок", "5 ок"}, {"5x", "5x"},
		{"5 марта или апреля", "5 марта или апреля"}, {"завтра", "завтра"},
		{"31.02.2026", "31.02.2026"}, {"29.02.2026", "29.02.2026"}, {"00.10.2026", "00.10.2026"}, {"32.13", "32.13"},
		{"09.10.202", "09.10.202"}, {"123", "123"}, {"", ""}, {"  ", ""},
	} {
		if got := ParseDate(c.typed, today); got != Date(c.want) {
			t.Errorf("ParseDate(%q) = %q, want %q", c.typed, got, c.want)
		}
	}
}

// TestParseDateOfFiles: without a day of today only whole dates are dates.
func TestParseDateOfFiles(t *testing.T) {
	for _, text := range []string{"5", "5.10", "0510", "5 октября", "вчера", "сегодня", "31"} {
		if got := ParseDate(text, ""); got != Date(text) {
			t.Errorf("%q became %q", text, got)
		}
	}
	if got := ParseDate("5 октября 2026", ""); got != "2026-10-05" {
		t.Error(got)
	}
}

// TestParseDateByZone: a moment of Greenwich is a day of the body, east of Moscow too.
func TestParseDateByZone(t *testing.T) {
	was := time.Local
	defer func() { time.Local = was }()
	for _, c := range []struct {
		hours       int
		typed, want string
	}{
		{10, "2026-10-04T14:00:00Z", "2026-10-05"}, {10, "2026-10-04T21:00:00Z", "2026-10-05"},
		{2, "2026-10-04T21:00:00Z", "2026-10-05"},
		{3, "2026-10-04T20:59:00Z", "2026-10-04"}, {0, "2026-10-04T21:30:00Z", "2026-10-05"},
		{-7, "2026-10-04T20:30:00Z", "2026-10-04"},
	} {
		time.Local = time.FixedZone("", c.hours*60*60)
		if got := ParseDate(c.typed, ""); got != Date(c.want) {
			t.Errorf("%+d: %q = %q, want %q", c.hours, c.typed, got, c.want)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("09.10.2026")
	f.Fuzz(func(t *testing.T, typed string) {
		got := ParseDate(typed, "2026-10-07")
		if !got.Valid() && string(got) != strings.TrimSpace(typed) && !Date(strings.TrimSpace(typed)).Valid() {
			t.Errorf("%q became %q, which is neither a date nor what was typed", typed, got)
		}
	})
}

// TestReportingMonth: B-30, story 1 (001:157) and the cases around it.
func TestReportingMonth(t *testing.T) {
	for _, c := range []struct {
		name                      string
		direct                    bool
		create, incoming, respond Date
		want                      string
	}{
		{"story 1: sent on 09.08.2018, answered 07.09.2018", false, "2018-08-09", "2018-08-10", "2018-09-07",
			"2018-08"},
		{"sent on: the document date, not the arrival", false, "2026-09-30", "2026-10-02", "", "2026-09"},
		{"sent on without a document date", false, "", "2026-10-02", "", "0000-00"},
		{"direct: the arrival date", true, "", "2026-10-02", "2026-11-01", "2026-10"},
		{"direct: the arrival date, also with a document date", true, "2026-09-30", "2026-10-02", "", "2026-10"},
		{"direct without arrival: the document date", true, "2026-09-30", "", "", "2026-09"},
		{"the last day of a month", true, "", "2026-10-31", "", "2026-10"},
		{"a date that does not exist", true, "", "31.02.2026", "", "0000-00"},
		{"nothing known", true, "", "", "2026-10-05", "0000-00"},
	} {
		a := &Appeal{IsDirect: c.direct, CreateDate: c.create, IncomingDate: c.incoming,
			Questions: []Question{{ResponseDate: c.respond}}}
		if got := ReportingMonth(a).String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestMonth(t *testing.T) {
	december := Month{2026, 12}
	if december.Next() != (Month{2027, 1}) || december.Next().Prev() != december {
		t.Error("the year turns")
	}
	if (Month{2024, 2}).Last() != "2024-02-29" || december.Last() != "2026-12-31" {
		t.Error("the last day")
	}
	if december.Russian() != "декабрь 2026" || (Month{}).Russian() != "месяц не определён" {
		t.Error("names")
	}
	for _, m := range []Month{{}, {2026, 0}, {2026, 13}, {26, 5}} {
		if m.Valid() {
			t.Errorf("%v is no month", m)
		}
	}
}

// TestDue: B-32 and B-33.
func TestDue(t *testing.T) {
	for _, c := range []struct {
		access bool
		month  Month
		want   Date
	}{
		{false, Month{2026, 10}, "2026-11-03"}, {true, Month{2026, 10}, "2026-11-05"},
		{true, Month{2026, 12}, "2027-01-05"},
	} {
		if got := (&Profile{ClosedAccess: c.access}).Due(c.month); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

func TestDateOf(t *testing.T) {
	moscow := time.FixedZone("MSK", 3*60*60)
	if d := DateOf(time.Date(2026, 10, 31, 22, 30, 0, 0, time.UTC).In(moscow)); d != "2026-11-01" {
		t.Errorf("the clerk's own day counts, got %s", d)
	}
}

func TestSplitRecipient(t *testing.T) {
	const id = "89729055-843A-4EEB-88E1-71535B245D6F"
	for _, c := range []struct{ typed, id, name string }{
		{id, id, ""},
		{"{" + id + "}", id, ""},
		{"Администрация села, " + id, id, "Администрация села"},
		{id + " — Администрация села", id, "Администрация села"},
		{"Администрация села (" + id + ")", id, "Администрация села"},
		{"Администрация села", "", "Администрация села"},
		{"89729055-843A", "89729055-843A", ""},
		{"Отдел-1", "", "Отдел-1"},
		{"", "", ""},
	} {
		if gotID, gotName := SplitRecipient(c.typed); gotID != c.id || gotName != c.name {
			t.Errorf("SplitRecipient(%q) = %q, %q; want %q, %q", c.typed, gotID, gotName, c.id, c.name)
		}
	}
}

func TestFromAdministration(t *testing.T) {
	for number, want := range map[string]bool{"А26-05-1": true, "A26-05-1": true, " а26-1": true, "a26": true,
		"154-ОГ": false, "А2-6": false, "": false, "1-А26": false} {
		if FromAdministration(number) != want {
			t.Errorf("%q: want %v", number, want)
		}
	}
}

// TestStatuses compares the table with schemas/FORMAT.md, "Question": arrival,
// registration, answer date, measures, file, transfer.
func TestStatuses(t *testing.T) {
	want := map[Status]string{
		NotReceived: "------", NotRegistered: "R-----", InWork: "RR----", InWorkExtended: "RR----",
		Explained: "RRR-o-", Supported: "RRRRo-", NotSupported: "RRR-o-", Answered: "RRR-o-",
		LeftWithoutAnswer: "RRR---", Transferred: "RR---R",
	}
	sign := map[Need]string{Absent: "-", Optional: "o", Required: "R"}
	for _, row := range Statuses {
		got := sign[row.Incoming] + sign[row.Registration] + sign[row.Response] + sign[row.Measures] + sign[row.File] +
			sign[row.Transfer]
		if got != want[row.Status] {
			t.Errorf("%s: %s, want %s", row.Status, got, want[row.Status])
		}
		delete(want, row.Status)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

// TestDateInTheOtherLayout: the keys of the dots say other things there.
func TestDateInTheOtherLayout(t *testing.T) {
	for typed, want := range map[string]Date{
		"05ю10ю2026": "2026-10-05", "5ю10": "2026-10-05", "05б10б26": "2026-10-05", "05?10?2026": "2026-10-05",
		"05ю10ю2026u": "2026-10-05",
		"31ю02ю2026":  "31ю02ю2026", "пю10ю2026": "пю10ю2026",
		"5 jrnz,hz 2026": "2026-10-05", "dxthf": "2026-11-01", "05Ю10Ю2026": "2026-10-05",
	} {
		if got := ParseDate(typed, "2026-11-02"); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
