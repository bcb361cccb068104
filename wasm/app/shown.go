package app

// shown is what the last counted view has taken: another order or page of the
// same filters asks no appeal again.
type shown struct {
	filters RegisterReq // without order and page
	list    *list
	version uint64 // of the index, see [index]
	number  uint32 // stands in facts.shown of what was taken; never 0
	total   int
	counts  RegisterCounts
}

// page returns a page of the view, how many rows there are on all, and the
// counts.
func (v *view) page() (rows []*facts, total int, counts RegisterCounts) {
	last := &v.app.index.shown
	filters := *v.req
	filters.Sort, filters.Desc, filters.Page, filters.Size = "", false, 0, 0
	v.unchecked = v.list.unjudged(v.app, v.env)
	if v.unchecked > 0 || last.number == 0 || last.filters != filters || last.list != v.list || last.version != v.app.index.version {
		v.counting = true
		all := v.rows()
		*last = shown{filters, v.list, v.app.index.version, last.number + 1, len(all), v.result()}
		for _, f := range all {
			f.shown = last.number
		}
		if v.unchecked > 0 { // what is judged meanwhile changes the counts
			last.list = nil
		}
		from, to := v.req.within(len(all))
		return all[from:to], last.total, last.counts
	}
	from, to := v.req.within(last.total)
	rows = make([]*facts, 0, to-from)
	at := 0
	for f := range v.list.in(v.app, v.req.Sort, v.req.Desc) {
		if at == to {
			break
		}
		if f.shown != last.number {
			continue
		}
		if at >= from {
			rows = append(rows, f)
		}
		at++
	}
	return rows, last.total, last.counts
}

// within returns where a page of so many rows begins and ends; one past the end
// is empty.
func (r *RegisterReq) within(rows int) (from, to int) {
	size := min(max(r.Size, 0), rows)
	from = min(min(max(r.Page, 0), rows)*size, rows)
	return from, min(from+size, rows)
}
