package finder

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"
)

// A column of numbers is written in planes: first the lowest bytes of all numbers, then
// the next bytes. This compresses better than writing each number whole, and is read by
// a simple loop. Letters are written in planes too: the second plane of Russian text is
// always the same.

type columnWriter struct{ out []byte }

func (w *columnWriter) number(n int) { w.out = binary.AppendUvarint(w.out, uint64(n)) }

func (w *columnWriter) column(values []int32) {
	planes, most := 0, int32(0)
	for _, v := range values {
		most = max(most, v)
	}
	for ; most > 0; most >>= 8 {
		planes++
	}
	w.number(planes)
	for p := range planes {
		for _, v := range values {
			w.out = append(w.out, byte(v>>(8*p)))
		}
	}
}

// texts writes for each text the length of the prefix it shares with the one before,
// and the rest.
func (w *columnWriter) texts(t *texts) {
	var more, letters []int32
	for i := range int32(t.len()) {
		from := len(letters)
		for _, r := range t.at(i)[t.alike[i]:] {
			letters = append(letters, r)
		}
		more = append(more, int32(len(letters)-from))
	}
	w.number(t.len())
	w.column(t.alike)
	w.column(more)
	w.column(letters)
}

// ends writes the differences of the ends.
func (w *columnWriter) ends(ends []int32) {
	sizes := make([]int32, len(ends))
	for i, end := range ends {
		sizes[i] = end - before(ends, int32(i))
	}
	w.column(sizes)
}

func (w *columnWriter) lists(l *lists) {
	w.number(len(l.ends))
	w.ends(l.ends)
	w.column(l.items)
}

// columnReader reads what a columnWriter wrote. After the first error bad is true and
// everything read is empty or 0.
type columnReader struct {
	rest []byte
	bad  bool
}

func (r *columnReader) fail() {
	r.bad, r.rest = true, nil
}

// maxCount limits the memory that a damaged file can make the reader allocate.
const maxCount = 1 << 20

func (r *columnReader) number() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > maxCount {
		r.fail()
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

// column reads n numbers below limit.
func (r *columnReader) column(n int, limit int32) []int32 {
	planes := r.number()
	if planes > 3 || planes*n > len(r.rest) {
		r.fail()
	}
	if r.bad || n == 0 {
		return nil
	}
	out := make([]int32, n)
	for p := range planes {
		for i, b := range r.rest[:n] {
			out[i] |= int32(b) << (8 * p)
		}
		r.rest = r.rest[n:]
	}
	if slices.Max(out) >= limit {
		r.fail()
		return nil
	}
	return out
}

func sum(values []int32) int {
	n := 0
	for _, v := range values {
		n += int(v)
	}
	return n
}

func (r *columnReader) texts() texts {
	n := r.number()
	alike, more := r.column(n, maxCount), r.column(n, maxCount)
	if r.bad || sum(alike) > maxCount || sum(more) > maxCount {
		r.fail()
		return texts{}
	}
	letters := r.column(sum(more), utf8.MaxRune)
	if r.bad {
		return texts{}
	}
	var all strings.Builder
	all.Grow(sum(alike) + 2*len(letters))
	ends, last := make([]int32, n), ""
	for i, n := range alike {
		if int(n) > len(last) {
			r.fail()
			return texts{}
		}
		from := all.Len()
		all.WriteString(last[:n])
		for _, letter := range letters[:more[i]] {
			all.WriteRune(letter)
		}
		letters = letters[more[i]:]
		ends[i], last = int32(all.Len()), all.String()[from:]
	}
	return texts{all.String(), ends, alike}
}

// ends reads the ends of n pieces and returns also the length of all.
func (r *columnReader) ends(n int) (ends []int32, size int) {
	ends = r.column(n, maxCount)
	if sum(ends) > maxCount {
		r.fail()
	}
	if r.bad || n == 0 {
		return nil, 0
	}
	for i := 1; i < n; i++ {
		ends[i] += ends[i-1]
	}
	return ends, int(ends[n-1])
}

// lists reads lists of numbers below limit.
func (r *columnReader) lists(limit int) lists {
	ends, size := r.ends(r.number())
	return lists{r.column(size, int32(limit)), ends}
}
