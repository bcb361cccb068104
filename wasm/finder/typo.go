package finder

import (
	"math/bits"
	"slices"
	"unicode/utf8"
)

// slips finds the terms that differ from a misspelt word by one typing error, without
// comparing all terms letter by letter.
type slips struct {
	byLen   map[int][]int32 // number of letters → terms, in their order
	letters []uint64        // by term, see lettersOf
}

func newSlips(ix *Index) *slips {
	s := &slips{map[int][]int32{}, make([]uint64, len(ix.terms))}
	for i := range ix.terms {
		text := ix.stemOf(int32(i))
		if n := utf8.RuneCountInString(text); n >= minTypoStem {
			s.byLen[n] = append(s.byLen[n], int32(i))
			s.letters[i] = lettersOf(text)
		}
	}
	return s
}

// lettersOf returns a bit set of the letters in a text. Some letters share a bit.
func lettersOf(text string) (set uint64) {
	for _, r := range text {
		set |= 1 << (uint32(r) % 64)
	}
	return set
}

// of returns the terms that differ from root by one typing error, in their order.
func (s *slips) of(root string, ix *Index) []int32 {
	typed, set := []rune(root), lettersOf(root)
	if len(typed) < minTypoStem {
		return nil
	}
	var found []int32
	for n := len(typed) - 1; n <= len(typed)+1; n++ {
		for _, id := range s.byLen[n] {
			// One typing error removes a letter, adds one, or both.
			if bits.OnesCount64(set^s.letters[id]) <= 2 && oneTypo(typed, []rune(ix.stemOf(id))) {
				found = append(found, id)
			}
		}
	}
	slices.Sort(found)
	return found
}

// oneTypo reports whether a and b differ by one typing error: a letter wrong, missing or
// extra, or two neighbours swapped (Damerau-Levenshtein distance 1). It is false for equal
// words.
func oneTypo(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return same(a[i:], b[i+1:])
	}
	if i == len(a) {
		return false
	}
	if same(a[i+1:], b[i+1:]) {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && same(a[i+2:], b[i+2:])
}

func same(a, b []rune) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
