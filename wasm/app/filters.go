package app

import (
	"slices"
	"strings"
)

// filter is one way to narrow the register. The table below is read twice: to
// choose the rows, and to count what each value of a filter would leave.
type filter struct {
	name  string
	on    func(*RegisterReq) bool
	takes func(*view, *facts) bool
	count func(*view, *facts) // adds the record to the filter's counts; nil = has none
}

// filters stand with the dear ones last: a record that two filters refuse is
// looked at no further.
var filters = []filter{
	{"year", func(r *RegisterReq) bool { return r.Year != 0 },
		func(v *view, f *facts) bool { return v.yearTaken[f.month] },
		func(v *view, f *facts) { v.counts.years[f.month]++ }},
	{"month", func(r *RegisterReq) bool { return r.Month != 0 },
		func(v *view, f *facts) bool { return v.monthTaken[f.month] },
		func(v *view, f *facts) { v.counts.months[f.month]++ }},
	{"origin", func(r *RegisterReq) bool { return r.Origin != AnyOrigin },
		func(v *view, f *facts) bool { return f.direct == (v.req.Origin == Direct) },
		func(v *view, f *facts) {
			v.counts.add(&v.counts.direct, f.direct)
			v.counts.add(&v.counts.forwarded, !f.direct)
		}},
	{"status", func(r *RegisterReq) bool { return r.Status != "" },
		func(v *view, f *facts) bool { return f.statuses&v.status != 0 }, (*view).countStatuses},
	{"code", func(r *RegisterReq) bool { return r.Code != "" }, (*view).takesCode, (*view).countCodes},
	{"onlyErrors", func(r *RegisterReq) bool { return r.OnlyErrors },
		func(v *view, f *facts) bool { return v.app.hasErrors(f, v.env) },
		func(v *view, f *facts) { v.counts.add(&v.counts.errors, f.judged && f.errors > 0) }},
	{"onlyDrafts", func(r *RegisterReq) bool { return r.OnlyDrafts },
		func(_ *view, f *facts) bool { return f.draft },
		func(v *view, f *facts) { v.counts.add(&v.counts.drafts, f.draft) }},
	{"notExported", func(r *RegisterReq) bool { return r.NotExported },
		func(v *view, f *facts) bool { return v.app.exportGlance(f) == exportNever },
		func(v *view, f *facts) { v.counts.add(&v.counts.notExported, v.app.exportGlance(f) == exportNever) }},
	{"changedSince", func(r *RegisterReq) bool { return r.ChangedSince },
		func(v *view, f *facts) bool { return v.app.hasChanged(f) },
		func(v *view, f *facts) { v.counts.add(&v.counts.changedSince, v.app.exportGlance(f) == exportChanged) }},
	{"recipient", func(r *RegisterReq) bool { return r.Recipient != "" }, (*view).takesRecipient, nil},
	{"query", func(r *RegisterReq) bool { return r.Query != "" },
		(*view).takesWords, nil},
}

func (v *view) takesRecipient(f *facts) bool {
	return f.sentTo != nil && slices.ContainsFunc(*f.sentTo, func(n int32) bool { return v.bodyTaken[n] })
}

// takesWords does not look again where the words, or shorter ones, were missed
// before: a query is typed letter by letter, and paged through.
func (v *view) takesWords(f *facts) bool {
	if f.missed == v.query {
		return false
	}
	if v.words.in(f.text()) {
		return true
	}
	f.missed = v.query
	return false
}

func (v *view) takesCode(f *facts) bool {
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
func (x *index) bodiesTaken(w words) []bool {
	for _, key := range x.bodies.values[len(x.foldedBodies):] {
		x.foldedBodies = append(x.foldedBodies, fold(strings.Split(key, fieldBreak)))
	}
	taken := make([]bool, len(x.foldedBodies))
	for n, body := range x.foldedBodies {
		taken[n] = w.in(body)
	}
	return taken
}
