package merge

import (
	"strings"
	"time"

	"rroform/wasm/appeal"
)

// Stamp says since when a value stands, and by whom. A zero At: not known.
type Stamp struct {
	At  time.Time
	Who string
}

// When returns since when the part of the path stands as it does: the last
// step of the history that changed it, or the entry of the appeal. What a file
// without history brought, and nobody changed since, has no known time: when
// it was taken in says nothing about it.
func When(ap *appeal.Appeal, path string) Stamp {
	for i := len(ap.History) - 1; i >= 0; i-- {
		for _, c := range ap.History[i].Changes {
			if c.Field == path || strings.HasPrefix(c.Field, path+".") {
				return Stamp{ap.History[i].At, ap.History[i].Who}
			}
		}
	}
	switch {
	case ap.Source != nil:
		return Stamp{}
	case len(ap.History) > 0:
		return Stamp{ap.History[0].At, ap.History[0].Who}
	}
	return Stamp{At: ap.Modified}
}

// Last returns when an appeal was changed at all, by what is known.
func Last(ap *appeal.Appeal) Stamp {
	n := len(ap.History)
	switch {
	case n > 1 || n == 1 && ap.Source == nil:
		return Stamp{ap.History[n-1].At, ap.History[n-1].Who}
	case ap.Source != nil:
		return Stamp{}
	}
	return Stamp{At: ap.Modified}
}

// Later returns the side whose value of the part was changed later, and
// [Undecided] when that is not known of both, or at the same moment.
func Later(have, offered *appeal.Appeal, path string) Side {
	here, file := When(have, path), When(offered, path)
	switch {
	case here.At.IsZero() || file.At.IsZero() || here.At.Equal(file.At):
		return Undecided
	case here.At.After(file.At):
		return Here
	}
	return File
}
