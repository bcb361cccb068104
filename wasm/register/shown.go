package register

import "rroform/wasm/query"

// shown is what the last counted view has taken: another order or page of the
// same filters asks no appeal again.
type shown struct {
	filters query.RegisterReq // without order and page
	list    *list
	version uint64 // of the index, see [index]
	number  uint32 // stands in facts.shown of what was taken; never 0
	total   int
	counts  RegisterCounts
}

// page returns a page of a view, how many rows there are on all, and the
// counts. A view that was just shown is not even made ready.
func (r *Register) page(l *list, req *query.RegisterReq, unchecked int) (rows []*Record, total int,
	counts RegisterCounts) {
	last := &r.index.shown
	filters := *req
	filters.Sort, filters.Desc, filters.Page, filters.Size = "", false, 0, 0
	known := last.filters == filters && last.list == l && last.version == r.index.version
	number := last.number
	if !known {
		number++
	}
	words, all := query.ReadWords(req.Query), len(l.all)
	from := min(max(req.Page, 0), all) * min(max(req.Size, 0), all) // a page past the end is empty
	to := from + min(max(req.Size, 0), all)
	ranked := words.Ranked() // then the best may stand anywhere in the order
	take := func(f *Record) bool {
		f.shown = number
		if ranked || total >= from && total < to {
			rows = append(rows, f)
		}
		total++
		return ranked || total < to
	}
	cut := func() []*Record {
		if !ranked {
			return rows
		}
		return best(&words, rows)[min(from, len(rows)):min(to, len(rows))]
	}
	if known {
		for f := range l.in(r, req.Sort, req.Desc) {
			if f.shown == number && !take(f) {
				break
			}
		}
		return cut(), last.total, last.counts
	}
	v := r.View(req)
	v.counting, v.unchecked = true, unchecked
	v.each(func(f *Record) { take(f) })
	*last = shown{filters, l, r.index.version, number, total, v.result()} // after what the filters themselves judge
	return cut(), total, last.counts
}
