package register

import (
	"rroform/wasm/appeal"
	"rroform/wasm/query"
	"rroform/wasm/rules"
)

// view is a request made ready: what every record would ask again is worked
// out once, by the numbers that stand in [facts].
type view struct {
	app  *Register
	req  *query.RegisterReq
	env  *rules.Env
	list *list
	on   []*filter // those that the request uses

	yearTaken, monthTaken []bool  // by number of a month
	codeTaken             []bool  // by number of a code
	codeBelow             []int32 // by number of a code: its place in counts.codes, -1 = none
	codeLast              []int   // by place in counts.codes: the last appeal counted there, as codeTurn
	codeTurn              int     // numbers the appeals whose codes are counted
	status                uint32
	bodyTaken             []bool // by number of a recipient
	words                 query.Words
	query                 uint32 // number of the words, see index.ask

	counting  bool
	unchecked int
	counts    counts
}

// View makes a request ready for the active profile.
func (r *Register) View(req *query.RegisterReq) *view {
	v := &view{app: r, req: req, env: r.Env(r.office.Active), list: r.settled(r.office.Active),
		status: statusBit(req.Status),
		words:  query.ReadWords(req.Query)}
	for i := range filters {
		if filters[i].on(req) {
			v.on = append(v.on, &filters[i])
		}
	}
	months := r.index.months.values
	v.yearTaken, v.monthTaken = make([]bool, len(months)), make([]bool, len(months))
	for i, m := range months {
		v.yearTaken[i] = yearOf(m) == req.Year
		v.monthTaken[i] = monthOf(m) == req.Month
	}
	v.counts.years, v.counts.months = make([]int, len(months)), make([]int, len(months))
	if req.Recipient != "" {
		v.bodyTaken = r.index.bodiesTaken(query.ReadWords(req.Recipient))
	}
	v.query = r.index.ask(v.words)
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

// Rows returns the records that all filters take, in the order asked for; those
// that a number fits better come first.
func (v *view) Rows() []*Record {
	var rows []*Record
	v.each(func(f *Record) { rows = append(rows, f) })
	return best(&v.words, rows)
}

// each calls take with the records that all filters take, in the order asked
// for, and counts on the way, when that is asked for: a record that one filter
// alone refuses is what that filter's other values would show.
func (v *view) each(take func(*Record)) {
	for f := range v.list.in(v.app, v.req.Sort, v.req.Desc) {
		refused := v.refusedBy(f)
		switch {
		case refused == nil:
			take(f)
			v.countAll(f)
		case v.counting && refused.count != nil:
			refused.count(v, f)
		}
	}
}

// several stands for more than one filter: none of them counts the record.
var several = &filter{name: "several"}

// refusedBy returns the filter that refuses the record, nil when none does.
func (v *view) refusedBy(f *Record) *filter {
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
