package packs

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"

	"rroform/static"
	"rroform/wasm/appeal"
	"rroform/wasm/calendar"
	"rroform/wasm/classifier"
	"rroform/wasm/finder"
	"rroform/wasm/office"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// PackKind is the kind of data in a pack.
type PackKind string

// Values of [PackKind].
const (
	PackClassifier PackKind = "classifier"
	PackBodies     PackKind = "bodies"
	PackCalendar   PackKind = "calendar" // of one year
	PackFormat     PackKind = "format"
	PackResults    PackKind = "results" // own wordings of results → statuses
	PackWords      PackKind = "words"   // own words of tables for sender and delivery
	PackHabits     PackKind = "habits"  // how often codes are chosen
)

// Row is a pack in the store or in a common file. Only the content of its kind is set.
type Row struct {
	Kind    PackKind  `json:"kind"`
	Edition string    `json:"edition"` // a date дд.мм.гггг, a year, or a version
	Source  string    `json:"source"`  // name of the file, or «вставлено» (pasted)
	Loaded  time.Time `json:"loaded"`  // UTC

	TSV     string                `json:"tsv,omitempty"` // of a classifier, or of habits (finder.ParseHabits)
	Bodies  []Body                `json:"bodies,omitempty"`
	Year    *calendar.Year        `json:"year,omitempty"`
	Format  *appeal.FormatProfile `json:"format,omitempty"`
	Results []OwnResult           `json:"results,omitempty"`
	Words   []OwnWord             `json:"words,omitempty"`
}

// Key returns the key in the store: there is one pack of each kind, and one calendar for each year.
func (p *Row) Key() string {
	if p.Kind == PackCalendar && p.Year != nil {
		return fmt.Sprintf("calendar-%d", p.Year.Year)
	}
	return string(p.Kind)
}

// Label returns the Russian name of the pack.
func (p *Row) Label() string {
	if p.Kind == PackCalendar && p.Year != nil {
		return fmt.Sprintf("Календарь рабочих дней, %d год", p.Year.Year)
	}
	return packLabels[p.Kind]
}

var packLabels = map[PackKind]string{
	PackClassifier: "Классификатор",
	PackBodies:     "Органы",
	PackCalendar:   "Календарь рабочих дней",
	PackFormat:     "Профиль формата",
	PackResults:    "Наши результаты рассмотрения",
	PackWords:      "Свои слова в таблицах",
	PackHabits:     "Частота кодов",
}

// BodyDirectory is the loaded list of bodies, prepared for the search.
type BodyDirectory struct {
	Rows  []directoryRow    // by name
	byKey map[string]string // names by GUID in lower case

	byName func() map[string][]string // GUIDs by folded name; built at first use
}

type directoryRow struct {
	Body
	key  string // GUID in lower case
	name string // folded
	bodyText
}

// Reset removes everything loaded, so that the built-in editions are in force.
func (e *Editions) Reset() {
	e.Loaded, e.Directory, e.Calendar = map[string]Row{}, BodyDirectory{}, calendar.Calendar{}
	e.habits = static.Habits()
	e.setCodes(e.Builtin)
}

func (e *Editions) setCodes(table *classifier.Table) {
	e.Codes, e.verdicts = table, map[string]rules.CodeVerdict{}
	habits := e.habits
	e.Search = sync.OnceValue(func() *finder.Index {
		load := finder.BuildIndex
		if table == e.Builtin {
			load = finder.LoadIndex
		}
		ix, err := load(table, static.Lexicon(), habits)
		if err != nil {
			panic("internal error: embedded lexicon or checked habits: " + err.Error())
		}
		return ix
	})
}

// Load puts a row of [store.Packs] into force.
func (e *Editions) Load(r store.Row) error {
	var p Row
	if err := json.Unmarshal(r.Data, &p); err != nil {
		return err
	}
	switch {
	case p.Kind == PackClassifier:
		table, err := classifier.Parse([]byte(p.TSV), p.Edition)
		if err != nil {
			return err
		}
		e.setCodes(table)
		p.TSV = "" // it is in the table
	case p.Kind == PackHabits:
		if _, err := finder.ParseHabits([]byte(p.TSV)); err != nil {
			return err
		}
		e.habits = []byte(p.TSV)
		e.setCodes(e.Codes)
	case p.Kind == PackBodies:
		e.Directory = newDirectory(p.Bodies)
	case p.Kind == PackCalendar && p.Year != nil:
		if e.Calendar == nil {
			e.Calendar = calendar.Calendar{}
		}
		e.Calendar[p.Year.Year] = *p.Year
	default:
		return nil // written by a newer program
	}
	if e.Loaded == nil {
		e.Loaded = map[string]Row{}
	}
	e.Loaded[r.Key] = p
	return nil
}

func newDirectory(list []Body) BodyDirectory {
	d := BodyDirectory{byKey: make(map[string]string, len(list))}
	for _, b := range list {
		name := classifier.Fold(b.Name)
		d.Rows = append(d.Rows, directoryRow{b, BodyKey(b.DepartmentID), name, textOf(&b)})
		d.byKey[BodyKey(b.DepartmentID)] = b.Name
	}
	sort.SliceStable(d.Rows, func(i, j int) bool { return d.Rows[i].order < d.Rows[j].order })
	rows := d.Rows
	d.byName = sync.OnceValue(func() map[string][]string {
		names := make(map[string][]string, len(rows))
		for i := range rows {
			names[rows[i].name] = append(names[rows[i].name], rows[i].DepartmentID)
		}
		return names
	})
	return d
}

// Pack is a data pack in force.
type Pack struct {
	Kind    PackKind `json:"kind"`
	Key     string   `json:"key"`
	Label   string   `json:"label"`
	Edition string   `json:"edition"` // "" = none
	Source  string   `json:"source"`
	Loaded  string   `json:"loaded"` // RFC 3339, "" = built in
	Builtin bool     `json:"builtin"`
	Count   int      `json:"count"` // codes, bodies or days
	Old     bool     `json:"old"`   // a classifier that is more than a year old
	// Off are days off on weekdays, Work are working weekends; only in a calendar.
	Off  []appeal.Date `json:"off"`
	Work []appeal.Date `json:"work"`
}

// Describe returns a description of the loaded pack of a kind, or builtin if none is loaded.
func (e *Editions) Describe(kind PackKind, builtin Pack) Pack {
	builtin.Kind, builtin.Key, builtin.Label, builtin.Builtin = kind, string(kind), packLabels[kind], true
	p, loaded := e.Loaded[string(kind)]
	if !loaded {
		return builtin
	}
	return Pack{Kind: kind, Key: p.Key(), Label: p.Label(), Edition: p.Edition, Source: p.Source,
		Loaded: office.FormatTime(p.Loaded)}
}

// CalendarYears returns this year, the next one and the loaded ones.
func (e *Editions) CalendarYears() []int {
	now := e.office.Now().Year()
	years := []int{now, now + 1}
	for year := range e.Calendar {
		years = append(years, year)
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// OldEdition reports whether a date дд.мм.гггг is more than a year ago.
func (e *Editions) OldEdition(edition string) bool {
	t, err := time.Parse("02.01.2006", edition)
	return err == nil && t.AddDate(1, 0, 0).Before(e.office.Now())
}

// CompareEditions compares editions: dates дд.мм.гггг, or versions by their numbers. ok is false if one of them has no
// number.
func CompareEditions(x, y string) (n int, ok bool) {
	a, b := editionNumbers(x), editionNumbers(y)
	return slices.Compare(a, b), len(a) > 0 && len(b) > 0
}

func editionNumbers(edition string) []int {
	if t, err := time.Parse("02.01.2006", edition); err == nil {
		return []int{t.Year(), int(t.Month()), t.Day()}
	}
	var out []int
	for _, part := range strings.FieldsFunc(edition, func(r rune) bool { return r < '0' || r > '9' }) {
		if n, err := strconv.Atoi(part); err == nil {
			out = append(out, n)
		}
	}
	return out
}
