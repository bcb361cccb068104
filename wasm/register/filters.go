package register

import (
	"slices"
	"strings"

	"rroform/wasm/query"
)

// filter is one filter of the register. It selects rows, and it counts the rows for each of its values.
type filter struct {
	name    string
	on      func(*query.RegisterReq) bool
	accepts func(*view, *Record) bool
	count   func(*view, *Record) // adds the record to the counts of the filter; nil = it has none
}

// filters has the slow ones last: once two filters refuse a record, the rest is not evaluated.
var filters = []filter{
	{"year", func(r *query.RegisterReq) bool { return r.Year != 0 },
		func(v *view, rec *Record) bool { return v.yearMatches[rec.month] },
		func(v *view, rec *Record) { v.counts.years[rec.month]++ }},
	{"month", func(r *query.RegisterReq) bool { return r.Month != 0 },
		func(v *view, rec *Record) bool { return v.monthMatches[rec.month] },
		func(v *view, rec *Record) { v.counts.months[rec.month]++ }},
	{"origin", func(r *query.RegisterReq) bool { return r.Origin != query.AnyOrigin },
		func(v *view, rec *Record) bool { return rec.direct == (v.req.Origin == query.Direct) },
		func(v *view, rec *Record) {
			v.counts.add(&v.counts.direct, rec.direct)
			v.counts.add(&v.counts.forwarded, !rec.direct)
		}},
	{"status", func(r *query.RegisterReq) bool { return r.Status != "" },
		func(v *view, rec *Record) bool { return rec.statuses&v.status != 0 }, (*view).countStatuses},
	{"code", func(r *query.RegisterReq) bool { return r.Code != "" }, (*view).matchesCode, (*view).countCodes},
	{"onlyErrors", func(r *query.RegisterReq) bool { return r.OnlyErrors },
		func(v *view, rec *Record) bool { return v.register.hasErrors(rec, v.env) },
		func(v *view, rec *Record) { v.counts.add(&v.counts.errors, rec.Judged && rec.Errors > 0) }},
	{"onlyDrafts", func(r *query.RegisterReq) bool { return r.OnlyDrafts },
		func(_ *view, rec *Record) bool { return rec.draft },
		func(v *view, rec *Record) { v.counts.add(&v.counts.drafts, rec.draft) }},
	{"notExported", func(r *query.RegisterReq) bool { return r.NotExported },
		func(v *view, rec *Record) bool { return v.register.quickExport(rec) == exportNever },
		func(v *view, rec *Record) {
			v.counts.add(&v.counts.notExported, v.register.quickExport(rec) == exportNever)
		}},
	{"changedSince", func(r *query.RegisterReq) bool { return r.ChangedSince },
		func(v *view, rec *Record) bool { return v.register.hasChanged(rec) },
		func(v *view, rec *Record) {
			v.counts.add(&v.counts.changedSince, v.register.quickExport(rec) == exportChanged)
		}},
	{"recipient", func(r *query.RegisterReq) bool { return r.Recipient != "" }, (*view).matchesRecipient, nil},
	{"query", func(r *query.RegisterReq) bool { return r.Query != "" },
		(*view).matchesWords, nil},
}

func (v *view) matchesRecipient(rec *Record) bool {
	return rec.recipients != nil && slices.ContainsFunc(*rec.recipients, func(n int32) bool { return v.bodyMatches[n] })
}

// matchesWords skips a record in which these words, or the beginning of them, were not found before: a query is
// typed letter by letter. It serves the benchmark line «words»: 57.6 ms (peer 55.7).
func (v *view) matchesWords(rec *Record) bool {
	if rec.noMatch == v.queryNo {
		return false
	}
	if v.words.In(rec.text()) {
		return true
	}
	rec.noMatch = v.queryNo
	return false
}

func (v *view) matchesCode(rec *Record) bool {
	if rec.code < 0 {
		return false
	}
	taken := v.codeMatches[rec.code]
	for _, n := range rec.otherCodes() {
		taken = taken || v.codeMatches[n]
	}
	return taken
}

// matchBodies returns for each recipient whether its name and GUID contain all words. There are few recipients, and
// many appeals for each.
func (x *index) matchBodies(w query.Words) []bool {
	for _, key := range x.bodies.values[len(x.foldedBodies):] {
		x.foldedBodies = append(x.foldedBodies, query.Fold(strings.Split(key, query.FieldBreak)))
	}
	taken := make([]bool, len(x.foldedBodies))
	for n, body := range x.foldedBodies {
		taken[n] = w.In(body)
	}
	return taken
}

// FilterOf returns a function that reports whether a record passes the additional filter of an archive, which has
// the filters of a view. Without a filter all records pass.
func (r *Register) FilterOf(f *query.RegisterReq) func(*Record) bool {
	if f == nil {
		return func(*Record) bool { return true }
	}
	v := r.View(f)
	return func(rec *Record) bool { return v.refusedBy(rec) == nil }
}
