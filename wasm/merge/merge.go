// Package merge compares appeals from a file (the offered ones) with those of the
// register, decides which are new, the same, newer, older or in conflict, and combines
// two states of an appeal. It changes no appeal that it is given and has no state.
package merge

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// Kind is the relation of an offered appeal to its counterpart in the register.
type Kind string

// Values of [Kind].
const (
	New      Kind = "new"      // the register does not have it
	Same     Kind = "same"     // nothing differs
	Newer    Kind = "newer"    // continues the state in the register
	Older    Kind = "older"    // the state in the register continues the offered one
	Conflict Kind = "conflict" // both were changed, or it is unknown which is newer
)

// Pair is an offered appeal with its counterpart.
type Pair struct {
	Offered *appeal.Appeal
	Have    *appeal.Appeal // the counterpart; nil if Kind is New
	Kind    Kind
	Changes []appeal.FieldChange // what accepting the offered one would change; nil if New or Same
}

// Match pairs offered appeals with those of the register in have, in the order
// of offered. The counterpart of an offered appeal has the same id; else it is
// the one that an earlier merge compared with the offered state; else it has the
// same direction, number and year and, if several appeals have these, the same
// date or name. An appeal of have is the counterpart of at most one offered appeal.
func Match(have, offered []*appeal.Appeal) []Pair {
	return MatchWith((*appeal.Appeal).ContentHash, have, offered)
}

// MatchWith is [Match] with a function for content hashes, for callers that cache them.
func MatchWith(print func(*appeal.Appeal) string, have, offered []*appeal.Appeal) []Pair {
	byID, byKey, decided := map[string]*appeal.Appeal{}, map[string][]*appeal.Appeal{}, map[string]*appeal.Appeal{}
	for _, ap := range have {
		for _, print := range ap.Decided {
			decided[print] = ap
		}
		byID[ap.ID] = ap
		byKey[key(ap)] = append(byKey[key(ap)], ap)
	}
	taken := map[*appeal.Appeal]bool{}
	pairs := make([]Pair, len(offered))
	for i, ap := range offered {
		pairs[i].Offered = ap
		if found := byID[ap.ID]; ap.ID != "" && found != nil && !taken[found] {
			pairs[i].Have, taken[found] = found, true
		}
	}
	for i, ap := range offered {
		if pairs[i].Have != nil || len(decided) == 0 {
			continue
		}
		if found := decided[print(ap)]; found != nil && !taken[found] {
			pairs[i].Have, taken[found] = found, true
		}
	}
	for i, ap := range offered {
		if pairs[i].Have != nil || strings.TrimSpace(ap.Number) == "" {
			continue
		}
		if found := pick(print, byKey[key(ap)], ap, taken); found != nil {
			pairs[i].Have, taken[found] = found, true
		}
	}
	for i := range pairs {
		pairs[i].weigh(print)
	}
	return pairs
}

func key(ap *appeal.Appeal) string {
	year := ""
	if d := Date(ap); d.Valid() {
		year = string(d)[:4]
	}
	return fmt.Sprint(ap.IsDirect, " ", year, " ", classifier.Fold(ap.Number))
}

// Date returns the date that belongs to the number: that of the covering document, or,
// for a direct appeal, that of registration.
func Date(ap *appeal.Appeal) appeal.Date {
	if !ap.IsDirect {
		return ap.CreateDate
	}
	if ap.RegistrationDate != "" {
		return ap.RegistrationDate
	}
	return ap.IncomingDate
}

// pick returns the appeal of list that may be the same as ap, nil if there is none. All
// of list have the same number. An equal date is the surest sign, then an equal name;
// with another date and another person it is another appeal. If list has several, one
// with equal content, or one that a merge compared with ap before, goes first.
func pick(print func(*appeal.Appeal) string, list []*appeal.Appeal, ap *appeal.Appeal,
	taken map[*appeal.Appeal]bool) *appeal.Appeal {
	for _, same := range []func(x *appeal.Appeal) bool{
		func(x *appeal.Appeal) bool {
			return len(list) > 1 && (print(x) == print(ap) || slices.Contains(x.Decided, print(ap)))
		},
		func(x *appeal.Appeal) bool { return Date(x) == Date(ap) && sameName(x, ap) },
		func(x *appeal.Appeal) bool { return Date(x) == Date(ap) },
		func(x *appeal.Appeal) bool { return sameName(x, ap) },
	} {
		for _, x := range list {
			if !taken[x] && same(x) {
				return x
			}
		}
	}
	return nil
}

func sameName(a, b *appeal.Appeal) bool { return classifier.Fold(a.Name) == classifier.Fold(b.Name) }

func (p *Pair) weigh(print func(*appeal.Appeal) string) {
	if p.Have == nil {
		p.Kind = New
		return
	}
	if p.Kind = kindOf(print, p.Have, p.Offered); p.Kind != Same {
		p.Changes = Diff(p.Have, p.Offered)
	}
}

func kindOf(print func(*appeal.Appeal) string, have, offered *appeal.Appeal) Kind {
	ours, theirs := print(have), print(offered)
	known, knows := slices.Contains(have.Decided, theirs), slices.Contains(offered.Decided, ours)
	switch {
	case ours == theirs:
		return Same
	case known && !knows:
		return Older // a merge has already chosen between the two
	case knows && !known:
		return Newer
	case goesOn(have, offered):
		return Newer
	case goesOn(offered, have):
		return Older
	case have.Source != nil && have.Source.Hash == ours && len(offered.History) == 0:
		return Newer // not changed here since it was imported
	}
	return Conflict
}

// together is the time in which changes by one person become one history entry, see
// appeal.Record.
const together = 15 * time.Minute

// goesOn reports whether then continues first: its history begins with that of first,
// or contains all of it, as after a merge, which joins both histories.
func goesOn(first, then *appeal.Appeal) bool {
	n := len(first.History)
	if n == 0 || len(then.History) < n {
		return false
	}
	if len(joinHistories(then.History, first.History)) == len(then.History) && len(then.History) > n {
		return true
	}
	for i, was := range first.History {
		is := then.History[i]
		last := i == n-1 && is.Who == was.Who && !is.At.Before(was.At) && is.At.Sub(was.At) <= together
		if !last && (!is.At.Equal(was.At) || is.Who != was.Who) {
			return false
		}
	}
	return len(then.History) > n || then.History[n-1].At.After(first.History[n-1].At)
}

// Diff is appeal.Diff that also detects another file with the same name.
func Diff(from, to *appeal.Appeal) []appeal.FieldChange {
	out := appeal.Diff(from, to)
	for i := range min(len(from.Questions), len(to.Questions)) {
		x, y := from.Questions[i].Attachment, to.Questions[i].Attachment
		if x != nil && y != nil && x.Name == y.Name && x.SHA256 != y.SHA256 {
			out = append(out, appeal.FieldChange{Field: fmt.Sprintf("questions.%d.attachment", i),
				From: fmt.Sprintf("%s, %d байт", x.Name, x.Size),
				To:   fmt.Sprintf("%s, %d байт, другое содержимое", y.Name, y.Size)})
		}
	}
	return out
}
