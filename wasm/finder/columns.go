package finder

import (
	"strings"
	"unicode/utf8"
)

// texts are many texts in one string. Separate strings would take most of the time of
// loading an index. The same is true of lists.
type texts struct {
	text  string
	ends  []int32
	alike []int32 // length of the prefix that each shares with the one before, in whole letters
}

func (t *texts) len() int { return len(t.ends) }

func (t *texts) at(i int32) string { return t.text[before(t.ends, i):t.ends[i]] }

func makeTexts(list []string) texts {
	t := texts{text: strings.Join(list, "")}
	last, end := "", 0
	for _, s := range list {
		end += len(s)
		t.ends, t.alike = append(t.ends, int32(end)), append(t.alike, int32(shared(last, s)))
		last = s
	}
	return t
}

// from returns the index of the first of the sorted texts that is not before text.
func (t *texts) from(text string) int32 {
	from, to := int32(0), int32(t.len())
	for from < to {
		middle := (from + to) / 2
		if t.at(middle) < text {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return from
}

// find returns the index of a text among the sorted texts.
func (t *texts) find(text string) (int32, bool) {
	i := t.from(text)
	return i, int(i) < t.len() && t.at(i) == text
}

// lists are many lists of numbers in one slice.
type lists struct {
	items []int32
	ends  []int32
}

func (l *lists) len() int { return len(l.ends) }

func (l *lists) at(i int32) []int32 { return l.items[before(l.ends, i):l.ends[i]] }

func (l *lists) add(list []int32) {
	l.items = append(l.items, list...)
	l.ends = append(l.ends, int32(len(l.items)))
}

// before returns the beginning of piece i.
func before(ends []int32, i int32) int32 {
	if i == 0 {
		return 0
	}
	return ends[i-1]
}

// shared returns the length of the common prefix of two texts in bytes, in whole
// letters.
func shared(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(b) && !utf8.RuneStart(b[n]) {
		n--
	}
	return n
}
