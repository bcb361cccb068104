package register

import (
	"cmp"
	"iter"
	"slices"

	"rroform/wasm/query"
)

// in yields the records in an order. Records with equal keys are ordered by the time of the last change and the id,
// so that no row is on two pages.
func (l *profileList) in(r *Register, key query.SortKey, desc bool) iter.Seq[*Record] {
	order := l.order(r, columnOf(key))
	if desc {
		return func(yield func(*Record) bool) {
			for i := len(order) - 1; i >= 0 && yield(order[i]); i-- {
			}
		}
	}
	return slices.Values(order)
}

// order returns the records in ascending order. It is a counting sort: there are many appeals, but few different
// days, codes and names, so only the different keys are sorted.
func (l *profileList) order(r *Register, c column) []*Record {
	if c.key == query.ByModified {
		return l.all
	}
	if order, known := l.orders[c.key]; known {
		return order
	}
	keys, of := vocabulary[string]{}, make([]int32, len(l.all))
	for i, rec := range l.all {
		of[i] = keys.number(c.keyOf(r, rec))
	}
	next := make([]int, len(keys.values)) // by number of a key: the index of its next record
	for _, n := range of {
		next[n]++
	}
	sum := 0
	for _, n := range inOrder(&keys) {
		next[n], sum = sum, sum+next[n]
	}
	order := make([]*Record, len(l.all))
	for i, rec := range l.all {
		order[next[of[i]]] = rec
		next[of[i]]++
	}
	l.orders[c.key] = order
	return order
}

func byAge(x, y *Record) int {
	return cmp.Or(x.Appeal.Modified.Compare(y.Appeal.Modified), cmp.Compare(x.Appeal.ID, y.Appeal.ID))
}

// changed returns an order after removals and additions.
func (c column) changed(r *Register, order, removed, added []*Record) []*Record {
	compare := func(x, y *Record) int { return cmp.Or(cmp.Compare(c.keyOf(r, x), c.keyOf(r, y)), byAge(x, y)) }
	out := make([]*Record, 0, len(order)+len(added))
	for _, rec := range slices.SortedFunc(slices.Values(removed), compare) {
		if at, found := slices.BinarySearchFunc(order, rec, compare); found { // otherwise it was never in the order
			out = append(out, order[:at]...)
			order = order[at+1:]
		}
	}
	order = append(out, order...)
	out = make([]*Record, 0, len(order)+len(added))
	for _, rec := range slices.SortedFunc(slices.Values(added), compare) {
		at, _ := slices.BinarySearchFunc(order, rec, compare)
		out = append(append(out, order[:at]...), rec)
		order = order[at:]
	}
	return append(out, order...)
}
