package query

import (
	"slices"
	"strings"
	"unicode"
)

// Words is a parsed query of a list. A number such as «2-ОГ» is one term, because its parts occur nearly everywhere.
type Words struct {
	terms   []term   // all of them must occur
	Numbers []string // folded terms that may be numbers; they rank the matches
}

// term is one folded search term: a word, or the words of a number.
type term struct {
	text string
	open bool // ends with a dash or slash, as «К-»: matches a whole word that another word follows
}

// ReadWords parses a query.
func ReadWords(query string) Words {
	var w Words
	for _, typed := range typedWords(query) {
		text := Fold([]string{typed})
		parts := strings.Fields(text)
		if len(parts) == 0 {
			continue
		}
		open := joins(lastRune(typed))
		number := open || strings.ContainsAny(text, "0123456789") || strings.ContainsAny(typed, `/\`) ||
			len(parts) > 1 && slices.ContainsFunc(parts, func(p string) bool { return len(p) == 1 })
		if !number {
			for _, p := range parts {
				w.terms = append(w.terms, term{text: p})
			}
			continue
		}
		w.terms = append(w.terms, term{text, open})
		w.Numbers = append(w.Numbers, text)
	}
	if len(w.Numbers) > 0 && len(w.terms) > 1 { // «2 ОГ», «Школа № 5»
		w.Numbers = append(w.Numbers, Fold([]string{query}))
	}
	return w
}

// typedWords splits a query at everything except letters, digits and the signs inside a number: dashes, slashes, and
// dots between digits.
func typedWords(query string) []string {
	runes := []rune(query)
	at := func(i int) rune {
		if i < 0 || i >= len(runes) {
			return ' '
		}
		return runes[i]
	}
	var out []string
	from := 0
	for i := range len(runes) + 1 {
		r := at(i)
		inside := joins(r) || unicode.In(r, unicode.L, unicode.Nd, unicode.Mn, unicode.Cf) ||
			r == '.' && unicode.IsDigit(at(i-1)) && unicode.IsDigit(at(i+1))
		if inside && i < len(runes) {
			continue
		}
		if from < i {
			out = append(out, string(runes[from:i]))
		}
		from = i + 1
	}
	return out
}

func joins(r rune) bool { return unicode.Is(unicode.Pd, r) || strings.ContainsRune(`/\_−`, r) }

func lastRune(s string) (last rune) {
	for _, r := range s {
		last = r
	}
	return last
}

// In reports whether a folded text contains all terms.
func (w *Words) In(text string) bool {
	for i := range w.terms {
		if !w.terms[i].in(text) {
			return false
		}
	}
	return true
}

func (t *term) in(text string) bool {
	if !t.open {
		return strings.Contains(text, t.text)
	}
	for from := 0; ; {
		i := strings.Index(text[from:], t.text)
		if i < 0 {
			return false
		}
		from += i + 1
		if begins(text, from-1) && strings.HasPrefix(text[from-1+len(t.text):], " ") {
			return true
		}
	}
}

// Refines reports whether every text that contains these words contains the old ones too.
func (w *Words) Refines(old *Words) bool {
	for i := range old.terms {
		o := &old.terms[i]
		if !slices.ContainsFunc(w.terms, func(t term) bool {
			if o.open {
				return t.open && (t.text == o.text || strings.HasPrefix(t.text, o.text+" "))
			}
			return strings.Contains(t.text, o.text)
		}) {
			return false
		}
	}
	return len(old.terms) > 0
}

// Rank is how well a match fits the number that was typed. The best is the lowest.
type Rank uint8

const (
	rankExact     Rank = iota // the number itself
	rankBegins                // the first part of the number: «2» of 2-ОГ
	rankStarts                // the beginning of the first part: «2» of 20-ОГ
	rankField                 // another field of the record, such as a code or the number of a covering letter
	rankPart                  // a later part of the number: «ОГ» of 2-ОГ
	rankWithin                // inside a part: «2» of 12-ОГ
	rankElsewhere             // in a name, an address
	ranks
)

// Ranked reports whether matches have a rank: the query may contain a number.
func (w *Words) Ranked() bool { return len(w.Numbers) > 0 }

// Rank returns the rank of a record with this folded number and these folded other fields.
func (w *Words) Rank(number, others string) Rank {
	best := rankElsewhere
	for _, n := range w.Numbers {
		best = min(best, rankOf(number, n))
		if best > rankField && isField(others, n) {
			best = rankField
		}
	}
	return best
}

// rankOf ranks one field.
func rankOf(field, typed string) Rank {
	best := rankElsewhere
	for from := 0; ; {
		i := strings.Index(field[from:], typed)
		if i < 0 {
			return best
		}
		at := from + i
		rest := field[at+len(typed):]
		ends := rest == "" || rest[0] == ' '
		switch {
		case at == 0 && rest == "":
			return rankExact
		case at == 0 && ends:
			return rankBegins
		case at == 0:
			best = rankStarts
		case ends && begins(field, at):
			best = min(best, rankPart)
		default:
			best = min(best, rankWithin)
		}
		from = at + 1
	}
}

func isField(fields, typed string) bool {
	for field := range strings.SplitSeq(fields, FieldBreak) {
		if field == typed {
			return true
		}
	}
	return false
}

// begins reports whether a word or a field begins at an index.
func begins(text string, at int) bool {
	return at == 0 || text[at-1] == ' ' || text[at-1] == FieldBreak[0]
}

// ByRank sorts a list by rank; elements of equal rank keep their order.
func ByRank[T any](list []T, of func(T) Rank) []T {
	var by [ranks][]T
	for _, one := range list {
		r := of(one)
		by[r] = append(by[r], one)
	}
	return slices.Concat(by[:]...)
}
