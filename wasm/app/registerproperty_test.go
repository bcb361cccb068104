package app_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/forming"
	"rroform/wasm/generate"
	"rroform/wasm/query"
	"rroform/wasm/register"
	"rroform/wasm/store"
)

// TestRegisterIsNaive: over random appeals, random requests and changes in
// between, the register shows, counts and orders what a naive one does.
func TestRegisterIsNaive(t *testing.T) {
	seeds := uint64(3)
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			p := newProperty(t, seed)
			for round := range 4 {
				all := p.entries()
				for range 25 {
					p.holds(all, p.request(all))
				}
				if round%2 == 0 {
					p.typed(all)
				}
				p.change(all, []int{1, 3, 40}[round%3])
			}
		})
	}
}

// property is a register of random appeals.
type property struct {
	*core
	s store.Store
	t *testing.T
	r *rand.Rand
	g *generate.Generator
}

func newProperty(t *testing.T, seed uint64) *property {
	c, s := newFilled(t)
	p := &property{c, s, t, rand.New(rand.NewPCG(seed, 2)), generate.New(seed, c.now)}
	for range 150 {
		p.save(p.random())
	}
	for _, m := range []appeal.Month{october, october.Prev(), october.Prev().Prev()} {
		if _, err := c.call(t.Context(), "build", forming.PlanReq{Month: m}, nil); err != nil && err.Code != "nothing" {
			t.Fatal(err)
		}
	}
	return p
}

// random is an appeal of the last months: an old one would never meet another.
func (p *property) random() appeal.Appeal {
	ap := p.g.Appeal("first")
	ap.Rev = 0
	if ap.IsDirect && p.r.IntN(3) > 0 {
		day := appeal.Date(fmt.Sprintf("2026-%02d-%02d", 8+p.r.IntN(3), 1+p.r.IntN(28)))
		ap.IncomingDate, ap.RegistrationDate = day, day
	}
	if p.r.IntN(10) == 0 {
		ap.Name, ap.Number = "Ўзбеков Ĝёрдж", "А-007-12"
	}
	if p.r.IntN(3) == 0 {
		p.now = p.now.Add(time.Second) // else the same moment: only the id tells
	}
	return ap
}

// change saves, adds and deletes some.
func (p *property) change(all []*entry, n int) {
	for range n {
		p.now = p.now.Add(time.Second)
		e := all[p.r.IntN(len(all))]
		switch p.r.IntN(4) {
		case 0:
			p.save(p.random())
		case 1:
			// gone already, perhaps
			p.call(p.t.Context(), "deleteAppeals", app.DeleteAppealsReq{IDs: []string{e.ID}}, nil)
		default:
			card := app.Card{}
			if _, err := p.call(p.t.Context(), "getAppeal", app.AppealIDReq{ID: e.ID}, &card); err != nil {
				continue
			}
			card.Appeal.Name += "ва"
			card.Appeal.Draft = !card.Appeal.Draft
			p.save(card.Appeal)
		}
	}
}

func (p *property) entries() []*entry {
	var all []*entry
	for _, row := range p.register(query.RegisterReq{Size: 10_000}).Rows {
		all = append(all, &entry{Appeal: p.get(row.ID).Appeal, row: row})
	}
	return all
}

// typed looks for a number letter by letter, as it is typed, and takes the
// letters back: what is known of the last query must not hide anything.
func (p *property) typed(all []*entry) {
	e := all[p.r.IntN(len(all))]
	letters := []rune([]string{e.Number, e.Number + " " + e.Name, "К-1/2", "Нур-Султан"}[p.r.IntN(4)])
	letters = letters[:min(len(letters), 9)]
	for n := range 2*len(letters) + 1 {
		p.holds(all, query.RegisterReq{Query: string(letters[:len(letters)-max(n-len(letters), len(letters)-n)]),
			Sort: query.ByNumber})
	}
}

// request sets each filter in some cases, to a value that occurs.
func (p *property) request(all []*entry) query.RegisterReq {
	e := all[p.r.IntN(len(all))]
	q := e.Questions[0]
	m := appeal.ReportingMonth(&e.Appeal)
	r := query.RegisterReq{Sort: slices.Sorted(maps.Keys(naiveCompare))[p.r.IntN(len(naiveCompare))],
		Desc: p.r.IntN(2) == 0}
	some := func(of int, set func()) {
		if p.r.IntN(of) == 0 {
			set()
		}
	}
	some(5, func() { r.Year = m.Year })
	some(5, func() { r.Month = m.Month })
	some(20, func() { r.Year = -1 })
	some(20, func() { r.Month = -1 })
	some(4, func() { r.Origin = []query.Origin{query.Direct, query.Forwarded}[p.r.IntN(2)] })
	some(5, func() { r.Status = q.Status })
	some(4, func() { r.Code = q.Code[:min(len(q.Code), []int{4, 9, 14, 19, 24}[p.r.IntN(5)])] })
	some(6, func() { r.OnlyErrors = true })
	some(8, func() { r.OnlyDrafts = true })
	some(6, func() { r.NotExported = true })
	some(8, func() { r.ChangedSince = true })
	some(8, func() {
		r.Recipient = []string{"Администрация", "транс министер", "a1b2c3d4-0001", "нет такого"}[p.r.IntN(4)]
	})
	some(5, func() {
		words := strings.Fields(e.Name + " " + e.Address + " " + e.Number)
		second := words[p.r.IntN(len(words))]
		r.Query = words[p.r.IntN(len(words))] + " " + second[:min(len(second), 2)]
	})
	some(5, func() {
		number := []rune(e.Number)
		r.Query = string(number[p.r.IntN(len(number)+1):])
	})
	return r
}

func (p *property) holds(all []*entry, r query.RegisterReq) {
	p.t.Helper()
	want := naiveIDs(all, &r)
	var ids register.RegisterIDsRes
	p.must("registerIds", r, &ids)
	if !slices.Equal(ids.IDs, want) {
		p.t.Fatalf("%+v:\n got %v\nwant %v", r, ids.IDs, want)
	}
	r.Size = 7
	r.Page = p.r.IntN(3)
	res := p.register(r)
	p.page(all, want, &r, &res)
	r.Sort, r.Desc, r.Page = query.ByModified, !r.Desc, p.r.IntN(3) // the same view in another order
	res = p.register(r)
	p.page(all, naiveIDs(all, &r), &r, &res)
}

func (p *property) page(all []*entry, want []string, r *query.RegisterReq, res *register.RegisterRes) {
	p.t.Helper()
	var got []string
	for _, row := range res.Rows {
		got = append(got, row.ID)
	}
	if page := want[min(r.Page*7, len(want)):min(r.Page*7+7, len(want))]; res.Total != len(want) ||
		res.All != len(all) || !slices.Equal(got, page) {
		p.t.Fatalf("%+v: page %v of %d and %d, want %v of %d and %d", *r, got, res.Total, res.All, page, len(want),
			len(all))
	}
	p.counts(all, r, &res.Counts)
}

// counts holds each filter's counts against those of all other filters.
func (p *property) counts(all []*entry, r *query.RegisterReq, c *register.RegisterCounts) {
	p.t.Helper()
	got, want := map[string]int{}, map[string]int{}
	count := func(filter, value string, with func(*entry) bool) {
		for _, e := range all {
			if e.takes(r, filter) && with(e) {
				want[filter+" "+value]++
			}
		}
	}
	for _, row := range c.Years {
		got[fmt.Sprint("year ", row.Value)] = row.Count
	}
	for _, row := range c.Months {
		got[fmt.Sprint("month ", row.Value)] = row.Count
	}
	for _, n := range []int{-1, 2022, 2023, 2024, 2025, 2026, 2027} {
		count("year", fmt.Sprint(n), func(e *entry) bool { return naiveTakes["year"](&query.RegisterReq{Year: n}, e) })
	}
	for _, n := range []int{-1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12} {
		count("month", fmt.Sprint(n), func(e *entry) bool {
			return naiveTakes["month"](&query.RegisterReq{Month: n}, e)
		})
	}
	for _, row := range c.Origins {
		got["origin "+string(row.Value)] = row.Count
		count("origin", string(row.Value), func(e *entry) bool {
			return naiveTakes["origin"](&query.RegisterReq{Origin: row.Value}, e)
		})
	}
	for _, row := range c.Statuses {
		got["status "+string(row.Value)] = row.Count
	}
	for _, row := range appeal.Statuses {
		count("status", string(row.Status), func(e *entry) bool {
			return naiveTakes["status"](&query.RegisterReq{Status: row.Status}, e)
		})
	}
	for _, row := range c.Codes {
		got["code "+row.Code] = row.Count
		count("code", row.Code, func(e *entry) bool {
			return naiveTakes["code"](&query.RegisterReq{Code: row.Code}, e)
		})
	}
	for name, sum := range map[string]struct {
		have int
		on   query.RegisterReq
	}{"errors": {c.Errors, query.RegisterReq{OnlyErrors: true}},
		"drafts":  {c.Drafts, query.RegisterReq{OnlyDrafts: true}},
		"new":     {c.NotExported, query.RegisterReq{NotExported: true}},
		"changed": {c.ChangedSince, query.RegisterReq{ChangedSince: true}}} {
		if sum.have > 0 {
			got[name+" yes"] = sum.have
		}
		count(name, "yes", func(e *entry) bool { return naiveTakes[name](&sum.on, e) })
	}
	if c.Unchecked != 0 || !maps.Equal(got, want) {
		p.t.Fatalf("%+v: counts\n got %v\nwant %v, unchecked %d", r, got, want, c.Unchecked)
	}
}
