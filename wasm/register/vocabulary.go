package register

import (
	"cmp"
	"encoding/binary"
	"slices"

	"rroform/wasm/appeal"
)

// vocabulary numbers different values, from 0.
type vocabulary[T comparable] struct {
	numbers map[T]int32
	values  []T
}

func (v *vocabulary[T]) number(value T) int32 {
	n, known := v.numbers[value]
	if !known {
		if v.numbers == nil {
			v.numbers = map[T]int32{}
		}
		n = int32(len(v.values))
		v.numbers[value] = n
		v.values = append(v.values, value)
	}
	return n
}

// inOrder returns the numbers in the order of their values. Most values are short, so the first eight bytes are
// compared as one integer.
func inOrder(v *vocabulary[string]) []int32 {
	type entry struct {
		start uint64
		n     int32
	}
	entries := make([]entry, len(v.values))
	for i, value := range v.values {
		var start [8]byte
		copy(start[:], value)
		entries[i] = entry{binary.BigEndian.Uint64(start[:]), int32(i)}
	}
	slices.SortStableFunc(entries, func(x, y entry) int {
		if x.start != y.start {
			return cmp.Compare(x.start, y.start)
		}
		return cmp.Compare(v.values[x.n], v.values[y.n])
	})
	numbers := make([]int32, len(entries))
	for i, e := range entries {
		numbers[i] = e.n
	}
	return numbers
}

// share makes equal strings of different appeals share memory: decoding gives every appeal its own copy of each
// code, status and date.
func (x *index) share(ap *appeal.Appeal) {
	share(x, &ap.ProfileID)
	share(x, &ap.Format)
	share(x, &ap.CreateDate)
	share(x, &ap.IncomingDate)
	share(x, &ap.RegistrationDate)
	for i := range ap.Questions {
		q := &ap.Questions[i]
		share(x, &q.Code)
		share(x, &q.Status)
		share(x, &q.ResponseDate)
		for j := range q.Transfers {
			t := &q.Transfers[j]
			share(x, &t.DepartmentID)
			share(x, &t.DepartmentName)
			share(x, &t.TransferDate)
		}
	}
}

func share[S ~string](x *index, s *S) { *s = S(x.texts.values[x.texts.number(string(*s))]) }
