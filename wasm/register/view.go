package register

import (
	"rroform/wasm/appeal"
	"rroform/wasm/query"
	"rroform/wasm/rules"
)

// view is a prepared request: each filter is evaluated once for each value that occurs (by its number in [Record])
// instead of once for each record.
type view struct {
	register *Register
	req      *query.RegisterReq
	env      *rules.Env
	list     *profileList
	on       []*filter // the filters that the request uses

	yearMatches, monthMatches []bool  // by number of a month
	codeMatches               []bool  // by number of a code
	codeGroup                 []int32 // by number of a code: its place in counts.codes, -1 = none
	groupLast                 []int   // by place in counts.codes: appealNo of the last appeal that was counted there
	appealNo                  int     // number of the appeal whose codes are counted
	status                    uint32
	bodyMatches               []bool // by number of a recipient
	words                     query.Words
	queryNo                   uint32 // see [index.numberQuery]

	counting  bool
	unchecked int
	counts    counts
}

// View prepares a request for the active profile.
func (r *Register) View(req *query.RegisterReq) *view {
	v := &view{register: r, req: req, env: r.Env(r.office.Active), list: r.settled(r.office.Active),
		status: statusBit(req.Status),
		words:  query.ReadWords(req.Query)}
	for i := range filters {
		if filters[i].on(req) {
			v.on = append(v.on, &filters[i])
		}
	}
	months := r.index.months.values
	v.yearMatches, v.monthMatches = make([]bool, len(months)), make([]bool, len(months))
	for i, m := range months {
		v.yearMatches[i] = yearOf(m) == req.Year
		v.monthMatches[i] = monthOf(m) == req.Month
	}
	v.counts.years, v.counts.months = make([]int, len(months)), make([]int, len(months))
	if req.Recipient != "" {
		v.bodyMatches = r.index.matchBodies(query.ReadWords(req.Recipient))
	}
	v.queryNo = r.index.numberQuery(v.words)
	v.prepareCodes()
	return v
}

// yearOf and monthOf return the numbers that [query.RegisterReq] uses: -1 = not known.
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

// Rows returns the records that pass all filters, in the requested order. If a number was typed, the best matches
// come first.
func (v *view) Rows() []*Record {
	var rows []*Record
	v.each(func(rec *Record) { rows = append(rows, rec) })
	return best(&v.words, rows)
}

// each calls take with the records that pass all filters, in the requested order. If v.counting is set, it also
// counts. A record that exactly one filter refuses counts for that filter: its other values would show the record.
func (v *view) each(take func(*Record)) {
	for rec := range v.list.in(v.register, v.req.Sort, v.req.Desc) {
		refused := v.refusedBy(rec)
		switch {
		case refused == nil:
			take(rec)
			v.countAll(rec)
		case v.counting && refused.count != nil:
			refused.count(v, rec)
		}
	}
}

// several means that more than one filter refuses a record: none of them counts it.
var several = &filter{name: "several"}

// refusedBy returns the filter that refuses the record, [several], or nil.
func (v *view) refusedBy(rec *Record) *filter {
	var refused *filter
	for _, row := range v.on {
		switch {
		case row.accepts(v, rec):
		case refused != nil || !v.counting || row.count == nil:
			return several
		default:
			refused = row
		}
	}
	return refused
}
