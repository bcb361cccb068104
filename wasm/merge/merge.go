// Package merge holds appeals that a file offers against those of the register:
// which are new, the same, newer, older, or in conflict. It changes nothing.
package merge

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// Kind says how an offered appeal stands to the register.
type Kind string

// Values of [Kind].
const (
	New      Kind = "new"      // the register does not have it
	Same     Kind = "same"     // nothing differs
	Newer    Kind = "newer"    // goes on from the state that the register has
	Older    Kind = "older"    // the register's state goes on from the offered one
	Conflict Kind = "conflict" // both were changed, or it cannot be told which is newer
)

// Pair is an offered appeal with its counterpart.
type Pair struct {
	Offered *appeal.Appeal
	Have    *appeal.Appeal // nil when Kind is New
	Kind    Kind
	Changes []appeal.FieldChange // what taking the offered one would change; nil when New or Same
}

// Match pairs offered appeals with those of the register in have, in the order
// of offered. The counterpart of an offered appeal has the same id; else it is
// the one that an earlier merge compared with the offered state; else it has the
// same direction, number and year and, if several appeals have these, the same
// date or name. An appeal of have is the counterpart of at most one offered appeal.
func Match(have, offered []*appeal.Appeal) []Pair {
	return MatchWith((*appeal.Appeal).Fingerprint, have, offered)
}

// MatchWith is [Match] with fingerprints from elsewhere, for who asks again
// and again and remembers them.
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

// Date is the date that goes with the number: of the covering document, or of
// the registration of a direct appeal.
func Date(ap *appeal.Appeal) appeal.Date {
	if !ap.IsDirect {
		return ap.CreateDate
	}
	if ap.RegistrationDate != "" {
		return ap.RegistrationDate
	}
	return ap.IncomingDate
}

// pick returns the one that may be the same appeal: an equal date is surest,
// then an equal name; a number alone, with another date and another person, is
// another appeal. Of several with one number, that which says the same or was
// held against the offered one before goes first.
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
		return Newer // nobody has touched it here since a file brought it
	}
	return Conflict
}

// together is the time in which steps of one person become one entry of a
// history, see appeal.Record.
const together = 15 * time.Minute

// goesOn reports whether the history of then begins with that of first, or
// holds all of it: copies that a merge has put together know both their pasts.
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

// Diff is appeal.Diff that also tells files of one name apart.
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
