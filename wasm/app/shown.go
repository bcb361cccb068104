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

// page returns a page of a view, how many rows there are on all, and the
// counts. A view that was just shown is not even made ready.
func (a *App) page(l *list, req *RegisterReq, unchecked int) (rows []*facts, total int, counts RegisterCounts) {
	last := &a.index.shown
	filters := *req
	filters.Sort, filters.Desc, filters.Page, filters.Size = "", false, 0, 0
	known := last.filters == filters && last.list == l && last.version == a.index.version
	number := last.number
	if !known {
		number++
	}
	words, all := readWords(req.Query), len(l.all)
	from := min(max(req.Page, 0), all) * min(max(req.Size, 0), all) // a page past the end is empty
	to := from + min(max(req.Size, 0), all)
	ranked := words.ranked() // then the best may stand anywhere in the order
	take := func(f *facts) bool {
		f.shown = number
		if ranked || total >= from && total < to {
			rows = append(rows, f)
		}
		total++
		return ranked || total < to
	}
	cut := func() []*facts {
		if !ranked {
			return rows
		}
		return words.best(rows)[min(from, len(rows)):min(to, len(rows))]
	}
	if known {
		for f := range l.in(a, req.Sort, req.Desc) {
			if f.shown == number && !take(f) {
				break
			}
		}
		return cut(), last.total, last.counts
	}
	v := a.view(req)
	v.counting, v.unchecked = true, unchecked
	v.each(func(f *facts) { take(f) })
	*last = shown{filters, l, a.index.version, number, total, v.result()} // after what the filters themselves judge
	return cut(), total, last.counts
}
