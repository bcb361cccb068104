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
	known := last.filters == filters && last.list == v.list && last.version == v.app.index.version
	number := last.number
	if !known {
		number++
	}
	all := len(v.list.all)
	from := min(max(v.req.Page, 0), all) * min(max(v.req.Size, 0), all) // a page past the end is empty
	to := from + min(max(v.req.Size, 0), all)
	take := func(f *facts) bool {
		f.shown = number
		if total >= from && total < to {
			rows = append(rows, f)
		}
		total++
		return total < to
	}
	if known {
		for f := range v.list.in(v.app, v.req.Sort, v.req.Desc) {
			if f.shown == number && !take(f) {
				break
			}
		}
		return rows, last.total, last.counts
	}
	v.counting = true
	v.each(func(f *facts) { take(f) })
	*last = shown{filters, v.list, v.app.index.version, number, total, v.result()} // after what the filters themselves judge
	return rows, total, last.counts
}
