package app

import (
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/rules"
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
		func(v *view, f *facts) bool { v.app.check(f.rec, v.env); return f.errors > 0 },
		func(v *view, f *facts) { v.counts.add(&v.counts.errors, f.judged && f.errors > 0) }},
	{"onlyDrafts", func(r *RegisterReq) bool { return r.OnlyDrafts },
		func(_ *view, f *facts) bool { return f.draft },
		func(v *view, f *facts) { v.counts.add(&v.counts.drafts, f.draft) }},
	{"notExported", func(r *RegisterReq) bool { return r.NotExported },
		func(v *view, f *facts) bool { return v.app.exportGlance(f) == exportNever },
		func(v *view, f *facts) { v.counts.add(&v.counts.notExported, v.app.exportGlance(f) == exportNever) }},
	{"changedSince", func(r *RegisterReq) bool { return r.ChangedSince },
		func(v *view, f *facts) bool { return v.app.exportState(f.rec) == Changed },
		func(v *view, f *facts) { v.counts.add(&v.counts.changedSince, v.app.exportGlance(f) == exportChanged) }},
	{"recipient", func(r *RegisterReq) bool { return r.Recipient != "" }, (*view).takesRecipient, nil},
	{"query", func(r *RegisterReq) bool { return r.Query != "" },
		func(v *view, f *facts) bool { return containsAll(f.rec.text(), v.words) }, nil},
}

// view is a request made ready: what every record would ask again is worked
// out once, by the numbers that stand in [facts].
type view struct {
	app  *App
	req  *RegisterReq
	env  *rules.Env
	list *list
	on   []*filter // those that the request uses

	yearTaken, monthTaken []bool  // by number of a month
	codeTaken             []bool  // by number of a code
	codeBelow             []int32 // by number of a code: its place in counts.codes, -1 = none
	status                uint32
	words, recipient      []string

	counting  bool
	unchecked int
	counts    counts
}

// view makes a request ready for the active profile.
func (a *App) view(req *RegisterReq) *view {
	v := &view{app: a, req: req, env: a.env(a.active), list: a.settled(a.active), status: statusBit(req.Status),
		words: foldWords(req.Query), recipient: foldWords(req.Recipient)}
	for i := range filters {
		if filters[i].on(req) {
			v.on = append(v.on, &filters[i])
		}
	}
	months := a.index.months.values
	v.yearTaken, v.monthTaken = make([]bool, len(months)), make([]bool, len(months))
	for i, m := range months {
		v.yearTaken[i] = yearOf(m) == req.Year
		v.monthTaken[i] = monthOf(m) == req.Month
	}
	v.counts.years, v.counts.months = make([]int, len(months)), make([]int, len(months))
	v.prepareCodes()
	return v
}

// yearOf and monthOf are what [RegisterReq] calls a month: -1 = not known.
func yearOf(m appeal.Month) int {
	if m.IsZero() {
		return -1
	}
	return m.Year
}

func monthOf(m appeal.Month) int {
	if m.IsZero() {
		return -1
	}
	return m.Month
}

// rows returns the records that all filters take, in the order asked for, and
// counts on the way, when that is asked for: a record that one filter alone
// refuses is what that filter's other values would show.
func (v *view) rows() []*facts {
	if v.counting {
		v.unchecked = v.list.unjudged(v.app, v.env)
	}
	var rows []*facts
	for f := range v.list.in(v.app, v.req.Sort, v.req.Desc) {
		refused := v.refusedBy(f)
		switch {
		case refused == nil:
			rows = append(rows, f)
			v.countAll(f)
		case v.counting && refused.count != nil:
			refused.count(v, f)
		}
	}
	return rows
}

// several stands for more than one filter: none of them counts the record.
var several = &filter{name: "several"}

// refusedBy returns the filter that refuses the record, nil when none does.
func (v *view) refusedBy(f *facts) *filter {
	var refused *filter
	for _, row := range v.on {
		switch {
		case row.takes(v, f):
		case refused != nil || !v.counting || row.count == nil:
			return several
		default:
			refused = row
		}
	}
	return refused
}

func (v *view) takesRecipient(f *facts) bool {
	found := false
	eachRecipient(&f.rec.appeal, func(t *appeal.Transfer) {
		found = found || containsAll(v.app.index.foldedBody(t), v.recipient)
	})
	return found
}

func (v *view) takesCode(f *facts) bool {
	if f.code < 0 {
		return false
	}
	taken := v.codeTaken[f.code]
	for _, n := range f.more {
		taken = taken || v.codeTaken[n]
	}
	return taken
}

// foldedBody is a recipient's name and GUID as words are looked for in them:
// there are few of them, and many appeals went to each.
func (x *index) foldedBody(t *appeal.Transfer) string {
	key := t.DepartmentName + fieldBreak + t.DepartmentID
	folded, known := x.bodies[key]
	if !known {
		folded = fold(strings.Split(key, fieldBreak))
		x.bodies[key] = folded
	}
	return folded
}
