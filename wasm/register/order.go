package register

import (
	"cmp"
	"iter"
	"slices"

	"rroform/wasm/query"
)

// in yields the records in an order. Equal keys stand by the time of the last
// change and the id, so that paging never shows a row twice.
func (l *list) in(a *Register, key query.SortKey, desc bool) iter.Seq[*Record] {
	order := l.order(a, columnOf(key))
	if desc {
		return func(yield func(*Record) bool) {
			for i := len(order) - 1; i >= 0 && yield(order[i]); i-- {
			}
		}
	}
	return slices.Values(order)
}

// order returns the records upwards. Records with the same key are kept together
// from the start, in their order of age: there are many appeals, but few days,
// codes and names.
func (l *list) order(a *Register, c column) []*Record {
	if c.key == query.ByModified {
		return l.all
	}
	if order, known := l.orders[c.key]; known {
		return order
	}
	keys, of := vocabulary[string]{}, make([]int32, len(l.all))
	for i, f := range l.all {
		of[i] = keys.number(c.of(a, f))
	}
	next := make([]int, len(keys.values)) // by number of a key: the place of its next record
	for _, n := range of {
		next[n]++
	}
	sum := 0
	for _, n := range inOrder(&keys) {
		next[n], sum = sum, sum+next[n]
	}
	order := make([]*Record, len(l.all))
	for i, f := range l.all {
		order[next[of[i]]] = f
		next[of[i]]++
	}
	l.orders[c.key] = order
	return order
}

func byAge(x, y *Record) int {
	return cmp.Or(x.Appeal.Modified.Compare(y.Appeal.Modified), cmp.Compare(x.Appeal.ID, y.Appeal.ID))
}

// changed returns an order without some records and with others.
func (c column) changed(a *Register, order, gone, added []*Record) []*Record {
	compare := func(x, y *Record) int { return cmp.Or(cmp.Compare(c.of(a, x), c.of(a, y)), byAge(x, y)) }
	out := make([]*Record, 0, len(order)+len(added))
	for _, f := range slices.SortedFunc(slices.Values(gone), compare) {
		if at, found := slices.BinarySearchFunc(order, f, compare); found { // else it came and went
			out = append(out, order[:at]...)
			order = order[at+1:]
		}
	}
	order = append(out, order...)
	out = make([]*Record, 0, len(order)+len(added))
	for _, f := range slices.SortedFunc(slices.Values(added), compare) {
		at, _ := slices.BinarySearchFunc(order, f, compare)
		out = append(append(out, order[:at]...), f)
		order = order[at:]
	}
	return append(out, order...)
}
