package register

import (
	"slices"
	"strings"

	"rroform/wasm/query"
)

// filter is one way to narrow the register. The table below is read twice: to
// choose the rows, and to count what each value of a filter would leave.
type filter struct {
	name  string
	on    func(*query.RegisterReq) bool
	takes func(*view, *Record) bool
	count func(*view, *Record) // adds the record to the filter's counts; nil = has none
}

// filters stand with the dear ones last: a record that two filters refuse is
// looked at no further.
var filters = []filter{
	{"year", func(r *query.RegisterReq) bool { return r.Year != 0 },
		func(v *view, f *Record) bool { return v.yearTaken[f.month] },
		func(v *view, f *Record) { v.counts.years[f.month]++ }},
	{"month", func(r *query.RegisterReq) bool { return r.Month != 0 },
		func(v *view, f *Record) bool { return v.monthTaken[f.month] },
		func(v *view, f *Record) { v.counts.months[f.month]++ }},
	{"origin", func(r *query.RegisterReq) bool { return r.Origin != query.AnyOrigin },
		func(v *view, f *Record) bool { return f.direct == (v.req.Origin == query.Direct) },
		func(v *view, f *Record) {
			v.counts.add(&v.counts.direct, f.direct)
			v.counts.add(&v.counts.forwarded, !f.direct)
		}},
	{"status", func(r *query.RegisterReq) bool { return r.Status != "" },
		func(v *view, f *Record) bool { return f.statuses&v.status != 0 }, (*view).countStatuses},
	{"code", func(r *query.RegisterReq) bool { return r.Code != "" }, (*view).takesCode, (*view).countCodes},
	{"onlyErrors", func(r *query.RegisterReq) bool { return r.OnlyErrors },
		func(v *view, f *Record) bool { return v.app.hasErrors(f, v.env) },
		func(v *view, f *Record) { v.counts.add(&v.counts.errors, f.Judged && f.Errors > 0) }},
	{"onlyDrafts", func(r *query.RegisterReq) bool { return r.OnlyDrafts },
		func(_ *view, f *Record) bool { return f.draft },
		func(v *view, f *Record) { v.counts.add(&v.counts.drafts, f.draft) }},
	{"notExported", func(r *query.RegisterReq) bool { return r.NotExported },
		func(v *view, f *Record) bool { return v.app.quickExport(f) == exportNever },
		func(v *view, f *Record) { v.counts.add(&v.counts.notExported, v.app.quickExport(f) == exportNever) }},
	{"changedSince", func(r *query.RegisterReq) bool { return r.ChangedSince },
		func(v *view, f *Record) bool { return v.app.hasChanged(f) },
		func(v *view, f *Record) { v.counts.add(&v.counts.changedSince, v.app.quickExport(f) == exportChanged) }},
	{"recipient", func(r *query.RegisterReq) bool { return r.Recipient != "" }, (*view).takesRecipient, nil},
	{"query", func(r *query.RegisterReq) bool { return r.Query != "" },
		(*view).takesWords, nil},
}

func (v *view) takesRecipient(f *Record) bool {
	return f.sentTo != nil && slices.ContainsFunc(*f.sentTo, func(n int32) bool { return v.bodyTaken[n] })
}

// takesWords does not look again where the words, or shorter ones, were missed
// before: a query is typed letter by letter, and paged through.
func (v *view) takesWords(f *Record) bool {
	if f.missed == v.query {
		return false
	}
	if v.words.In(f.text()) {
		return true
	}
	f.missed = v.query
	return false
}

func (v *view) takesCode(f *Record) bool {
	if f.code < 0 {
		return false
	}
	taken := v.codeTaken[f.code]
	for _, n := range f.others() {
		taken = taken || v.codeTaken[n]
	}
	return taken
}

// bodiesTaken says of each recipient that occurs whether all words stand in
// its name and GUID: there are few of them, and many appeals went to each.
func (x *index) bodiesTaken(w query.Words) []bool {
	for _, key := range x.bodies.values[len(x.foldedBodies):] {
		x.foldedBodies = append(x.foldedBodies, query.Fold(strings.Split(key, query.FieldBreak)))
	}
	taken := make([]bool, len(x.foldedBodies))
	for n, body := range x.foldedBodies {
		taken[n] = w.In(body)
	}
	return taken
}

// FilterOf returns what an archive's additional filter lets through (002:264):
// the filters of a view of the register. No filter takes all.
func (r *Register) FilterOf(f *query.RegisterReq) func(*Record) bool {
	if f == nil {
		return func(*Record) bool { return true }
	}
	v := r.View(f)
	return func(rec *Record) bool { return v.refusedBy(rec) == nil }
}
