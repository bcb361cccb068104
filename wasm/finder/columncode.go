package finder

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"
)

// A column of numbers is written in planes: first the lowest bytes of all numbers, then
// the next bytes. This compresses better than writing each number whole, and is read by
// a simple loop. Letters are also written in planes: the second bytes of Russian letters
// are all equal.

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

// texts writes for each text the number of bytes shared with the previous text, and the
// remaining letters.
func (w *columnWriter) texts(t *texts) {
	var restLetters, letters []int32
	for i := range int32(t.len()) {
		from := len(letters)
		for _, r := range t.at(i)[t.alike[i]:] {
			letters = append(letters, r)
		}
		restLetters = append(restLetters, int32(len(letters)-from))
	}
	w.number(t.len())
	w.column(t.alike)
	w.column(restLetters)
	w.column(letters)
}

// ends writes the length of each piece; ends has the positions where the pieces end.
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

// maxCount limits counts, sizes and their sums, so that a damaged file cannot exhaust memory.
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
	if planes > 3 || planes*n > len(r.rest) { // all values are below 1<<24, so three bytes are enough
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
	alike, restLetters := r.column(n, maxCount), r.column(n, maxCount)
	if r.bad || sum(alike) > maxCount || sum(restLetters) > maxCount {
		r.fail()
		return texts{}
	}
	letters := r.column(sum(restLetters), utf8.MaxRune)
	if r.bad {
		return texts{}
	}
	var all strings.Builder
	all.Grow(sum(alike) + 2*len(letters))
	ends, last := make([]int32, n), ""
	for i, prefix := range alike {
		if int(prefix) > len(last) {
			r.fail()
			return texts{}
		}
		from := all.Len()
		all.WriteString(last[:prefix])
		for _, letter := range letters[:restLetters[i]] {
			all.WriteRune(letter)
		}
		letters = letters[restLetters[i]:]
		ends[i], last = int32(all.Len()), all.String()[from:]
	}
	return texts{all.String(), ends, alike}
}

// ends reads n lengths and returns the end of each piece and the total length.
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
