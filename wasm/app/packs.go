package app

import (
	"context"
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
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// PackKind says what a data pack is about.
type PackKind string

// Values of [PackKind].
const (
	PackClassifier PackKind = "classifier"
	PackBodies     PackKind = "bodies"
	PackCalendar   PackKind = "calendar" // of one year
	PackFormat     PackKind = "format"
	PackResults    PackKind = "results" // own results of consideration → statuses
	PackWords      PackKind = "words"   // own words of tables for sender and delivery
)

// packRow is a pack as the store and the common file hold it. Of the contents
// the one of its kind is there.
type packRow struct {
	Kind    PackKind  `json:"kind"`
	Edition string    `json:"edition"` // as people write it; a date дд.мм.гггг, a year, or a version
	Source  string    `json:"source"`  // name of the file or «вставлено»
	Loaded  time.Time `json:"loaded"`  // UTC

	TSV     string                `json:"tsv,omitempty"`
	Bodies  []Body                `json:"bodies,omitempty"`
	Year    *calendar.Year        `json:"year,omitempty"`
	Format  *appeal.FormatProfile `json:"format,omitempty"`
	Results []OwnResult           `json:"results,omitempty"`
	Words   []OwnWord             `json:"words,omitempty"`
}

// key is where the store keeps the pack: one of a kind, one calendar a year.
func (p *packRow) key() string {
	if p.Kind == PackCalendar && p.Year != nil {
		return fmt.Sprintf("calendar-%d", p.Year.Year)
	}
	return string(p.Kind)
}

// label names the pack to people.
func (p *packRow) label() string {
	if p.Kind == PackCalendar && p.Year != nil {
		return fmt.Sprintf("Календарь рабочих дней, %d год", p.Year.Year)
	}
	return packLabels[p.Kind]
}

var packLabels = map[PackKind]string{PackClassifier: "Классификатор", PackBodies: "Органы", PackCalendar: "Календарь рабочих дней",
	PackFormat: "Профиль формата", PackResults: "Наши результаты рассмотрения", PackWords: "Свои слова в таблицах"}

// bodyDirectory is the loaded directory, ready for the search.
type bodyDirectory struct {
	rows  []directoryRow    // in the order of names
	byKey map[string]string // names

	byName func() map[string][]string // GUIDs by folded name, put together when first asked for
}

type directoryRow struct {
	Body
	key  string // GUID in lower case
	name string // folded
	bodyText
}

// forgetPacks puts what is built in into force.
func (a *App) forgetPacks() {
	a.packs, a.directory, a.calendar = map[string]packRow{}, bodyDirectory{}, calendar.Calendar{}
	a.setCodes(a.builtin)
}

func (a *App) setCodes(table *classifier.Table) {
	a.codes, a.verdicts = table, map[string]rules.CodeVerdict{}
	a.search = sync.OnceValue(func() *classifier.Index {
		load := classifier.BuildIndex
		if table == a.builtin {
			load = classifier.LoadIndex
		}
		ix, err := load(table, static.Lexicon())
		if err != nil {
			panic("internal error: embedded lexicon: " + err.Error())
		}
		return ix
	})
}

// takePack puts a stored pack into force.
func (a *App) takePack(r store.Row) error {
	var p packRow
	if err := json.Unmarshal(r.Data, &p); err != nil {
		return err
	}
	switch {
	case p.Kind == PackClassifier:
		table, err := classifier.Parse([]byte(p.TSV), p.Edition)
		if err != nil {
			return err
		}
		a.setCodes(table)
		p.TSV = "" // it is in the table
	case p.Kind == PackBodies:
		a.directory = newDirectory(p.Bodies)
	case p.Kind == PackCalendar && p.Year != nil:
		if a.calendar == nil {
			a.calendar = calendar.Calendar{}
		}
		a.calendar[p.Year.Year] = *p.Year
	default:
		return nil // of a newer program: left alone
	}
	if a.packs == nil {
		a.packs = map[string]packRow{}
	}
	a.packs[r.Key] = p
	return nil
}

func newDirectory(list []Body) bodyDirectory {
	d := bodyDirectory{byKey: make(map[string]string, len(list))}
	for _, b := range list {
		name := classifier.Fold(b.Name)
		d.rows = append(d.rows, directoryRow{b, bodyKey(b.DepartmentID), name, textOf(&b)})
		d.byKey[bodyKey(b.DepartmentID)] = b.Name
	}
	sort.SliceStable(d.rows, func(i, j int) bool { return d.rows[i].order < d.rows[j].order })
	rows := d.rows
	d.byName = sync.OnceValue(func() map[string][]string {
		names := make(map[string][]string, len(rows))
		for i := range rows {
			names[rows[i].name] = append(names[rows[i].name], rows[i].DepartmentID)
		}
		return names
	})
	return d
}

// PacksReq asks which packs are in force.
type PacksReq struct{}

// PacksRes lists them.
type PacksRes struct {
	Packs []Pack `json:"packs"`
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
	Old     bool     `json:"old"`   // a classifier of more than a year ago
	// Off and Work are the days of a calendar.
	Off  []appeal.Date `json:"off"`
	Work []appeal.Date `json:"work"`
}

// Packs returns the packs in force; of calendars this year's, next year's and
// the loaded ones.
func (a *App) Packs(context.Context, PacksReq) (PacksRes, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	codes := a.packOf(PackClassifier, Pack{Edition: static.ClassifierEdition, Source: static.ClassifierSource})
	codes.Edition, codes.Count, codes.Old = a.codes.Edition(), a.codes.Len(), a.oldEdition(a.codes.Edition())
	bodies := a.packOf(PackBodies, Pack{})
	bodies.Count = len(a.directory.rows)
	res := PacksRes{[]Pack{codes, bodies}}
	for _, year := range a.calendarYears() {
		y, loaded := a.calendar[year]
		p := a.packs[fmt.Sprintf("calendar-%d", year)]
		if !loaded {
			y = calendar.Builtin(year)
			p = packRow{Kind: PackCalendar, Edition: strconv.Itoa(year), Source: "ТК РФ ст. 112: выходные и постоянные праздники, без переносов", Year: &y}
		}
		res.Packs = append(res.Packs, Pack{Kind: PackCalendar, Key: p.key(), Label: p.label(), Edition: p.Edition, Source: p.Source, Loaded: stamp(p.Loaded),
			Builtin: !loaded, Count: len(y.Off) + len(y.Work), Off: y.Off, Work: y.Work})
	}
	return res, nil
}

// packOf describes the loaded pack of a kind, or the built-in one.
func (a *App) packOf(kind PackKind, builtin Pack) Pack {
	builtin.Kind, builtin.Key, builtin.Label, builtin.Builtin = kind, string(kind), packLabels[kind], true
	p, loaded := a.packs[string(kind)]
	if !loaded {
		return builtin
	}
	return Pack{Kind: kind, Key: p.key(), Label: p.label(), Edition: p.Edition, Source: p.Source, Loaded: stamp(p.Loaded)}
}

func (a *App) calendarYears() []int {
	now := a.now().Year()
	years := []int{now, now + 1}
	for year := range a.calendar {
		years = append(years, year)
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// oldEdition reports whether a date дд.мм.гггг is more than a year ago.
func (a *App) oldEdition(edition string) bool {
	t, err := time.Parse("02.01.2006", edition)
	return err == nil && t.AddDate(1, 0, 0).Before(a.now())
}

// compareEditions orders editions: dates дд.мм.гггг, or versions by their
// numbers. ok is false when one of them has no number.
func compareEditions(x, y string) (n int, ok bool) {
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
