package merge

import (
	"strings"
	"time"

	"rroform/wasm/appeal"
)

// Stamp is when, and by whom, a value got its present state. A zero At = unknown.
type Stamp struct {
	At  time.Time
	Who string
}

// When returns when the part with this path got its present value: the last history
// entry that changed it, or the first entry of the appeal. The time is unknown for a
// value that was imported without history and not changed since: the time of the
// import says nothing about the value.
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

// Last returns when an appeal was last changed, if known.
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

// Later returns the side whose value of the part was changed later, [Undecided] if a
// time is unknown or the times are equal.
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
