package finder

import (
	"strings"

	"rroform/wasm/classifier"
)

// How well a typed code fits. The number of a question weighs more than the same digits
// elsewhere, because clerks know questions by their number.
const (
	fitNone       = 0
	fitWithin     = 1  // groups in the middle: "143.0389"
	fitSection    = 2  // one group, which is the section
	fitSubject    = 3  // one group, which is the subject
	fitTheme      = 4  // one group, which is the theme
	fitSub        = 5  // one group, which is the subquestion
	fitNumberPart = 6  // the beginning of the question's number
	fitNumber     = 7  // the question's number
	fitStart      = 8  // the beginning of the code
	fitWhole      = 10 // the whole code
)

var fitSingle = [classifier.LevelSubquestion]int{fitSection, fitSubject, fitTheme, fitNumber, fitSub}

// codeFit returns how well the typed groups fit a doc, 0 = not at all.
func (d *doc) codeFit(typed []string) int {
	if len(typed) == 1 {
		return d.groupFit(typed[0])
	}
	last := len(typed) - 1
	for from := 0; from+last < classifier.LevelSubquestion; from++ {
		if !d.windowFit(typed[:last], from) || !groupBegins(d.groups[from+last], typed[last]) {
			continue
		}
		switch {
		case from > 0:
			return fitWithin
		case groupIs(d.groups[last], typed[last]) && (last == classifier.LevelSubquestion-1 || d.groups[last+1] == ""):
			return fitWhole
		}
		return fitStart
	}
	return fitNone
}

func (d *doc) windowFit(typed []string, from int) bool {
	for i, g := range typed {
		if !groupIs(d.groups[from+i], g) {
			return false
		}
	}
	return true
}

func (d *doc) groupFit(typed string) int {
	best := fitNone
	for i, g := range d.groups {
		if groupIs(g, typed) {
			best = max(best, fitSingle[i])
		}
	}
	if groupBegins(d.groups[classifier.LevelQuestion-1], typed) {
		best = max(best, fitNumberPart)
	}
	return best
}

// groupIs and groupBegins compare a group with a typed one, whose leading zeros may be
// missing: "389" and "0389" are the same number.
func groupIs(group, typed string) bool {
	if len(typed) == classifier.GroupLen {
		return group == typed
	}
	short := strings.TrimLeft(typed, "0")
	return short != "" && strings.TrimLeft(group, "0") == short
}

func groupBegins(group, typed string) bool {
	return group != "" && (groupIs(group, typed) || strings.HasPrefix(group, typed) ||
		strings.HasPrefix(strings.TrimLeft(group, "0"), typed))
}
