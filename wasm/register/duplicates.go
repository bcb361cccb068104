package register

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf8"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/query"
	"rroform/wasm/rules"
)

// duplicates finds appeals that agree in number and date, in applicant, code
// and month, or in person and address. Keys are hashes: what they are made of
// would take more memory than the records.
type duplicates struct {
	seed  maphash.Seed
	byKey map[uint64][]*Record // each list by [byNumberAndID]
	size  map[string]int       // records in it, by profile
}

// key of one kind for a record.
type duplicateKey struct {
	kind rules.DuplicateKind
	hash uint64
}

func newDuplicates() *duplicates {
	return &duplicates{seed: maphash.MakeSeed(), byKey: map[uint64][]*Record{}, size: map[string]int{}}
}

// duplicatesOf returns the other appeals that may be the same as ap: by number
// and date, or else by the number and by the person, each by its surest kind.
// Of a kind there are at most as many as a finding names: of 600 appeals of one
// applicant each has 599 others.
func (r *Register) duplicatesOf(ap *appeal.Appeal) []rules.Duplicate {
	r.compareFew(ap.ProfileID)
	if rec := r.index.byID[ap.ID]; rec != nil && &rec.Appeal == ap {
		r.CompareOne(rec)
		if !rec.doubled {
			return nil // nearly all: three rules ask about each
		}
	}
	var out []rules.Duplicate
	said := map[string]bool{} // of a pair: about its numbers, about its persons, all
	number := classifier.Fold(ap.Number)
	for _, key := range r.dups.keys(ap) {
		from := len(out)
		for _, other := range r.dups.byKey[key.hash] {
			id, about := other.Appeal.ID, duplicateAbout[key.kind]
			if id == ap.ID || said[id] || said[id+about] {
				continue
			}
			said[id+about] = true
			if len(out)-from < rules.MostDuplicates {
				out = append(out, rules.Duplicate{Kind: key.kind, ID: id, Number: other.Appeal.ShownNumber(),
					SameNumber: number != "" && number == classifier.Fold(other.Appeal.Number)})
			}
		}
	}
	return out
}

// duplicateAbout says what a kind speaks about: of each pair only the surest
// kind speaks about one thing. Number and date leave nothing more to say.
var duplicateAbout = map[rules.DuplicateKind]string{
	rules.SameNumber: "", rules.SameOwnNumber: " number", rules.SameApplicant: " person",
	rules.SimilarPerson: " person",
}

// fewRecords are compared in passing; more of them, after the program was
// opened, are compared step by step by [App.compareAll].
const fewRecords = 1000

func (r *Register) compareFew(profileID string) {
	l := r.index.list(profileID)
	if left := l.count() - r.dups.size[profileID]; left == 0 || left > fewRecords {
		return
	}
	for _, list := range [][]*Record{l.added, l.all} { // the latest first: mostly it is the one just saved
		for _, f := range slices.Backward(list) {
			if r.dups.size[profileID] == l.count() {
				return
			}
			if !f.Removed {
				r.CompareOne(f)
			}
		}
	}
}

// CompareOne looks for doubles of a record, whose verdicts may change by it.
func (r *Register) CompareOne(rec *Record) {
	if !rec.compared {
		r.dups.add(rec)
		r.index.version++
	}
}

// add compares a record with those that were added before.
func (d *duplicates) add(rec *Record) {
	rec.compared = true
	d.size[rec.Appeal.ProfileID]++
	for _, key := range d.keys(&rec.Appeal) {
		for _, other := range d.byKey[key.hash] {
			rec.doubled, other.doubled = true, true
			other.recheck() // it has a new double
		}
		at, _ := slices.BinarySearchFunc(d.byKey[key.hash], rec, byNumberAndID)
		d.byKey[key.hash] = slices.Insert(d.byKey[key.hash], at, rec)
	}
}

// byNumberAndID orders the records of one key: only the first few are named, and
// which ones must not depend on what was compared first.
func byNumberAndID(x, y *Record) int {
	return cmp.Or(cmp.Compare(query.NumberKey(x.Appeal.ShownNumber()), query.NumberKey(y.Appeal.ShownNumber())),
		cmp.Compare(x.Appeal.ID, y.Appeal.ID))
}

func (d *duplicates) remove(rec *Record) {
	if !rec.compared {
		return
	}
	d.size[rec.Appeal.ProfileID]--
	for _, key := range d.keys(&rec.Appeal) {
		rest := slices.DeleteFunc(d.byKey[key.hash], func(other *Record) bool { return other == rec })
		for _, other := range rest {
			other.recheck()
		}
		if d.byKey[key.hash] = rest; len(rest) == 0 {
			delete(d.byKey, key.hash)
		}
	}
}

// keys returns what a record can agree with others in, the surest first. They
// are made for every record at the start of the day: nothing is copied that
// need not be.
func (d *duplicates) keys(ap *appeal.Appeal) []duplicateKey {
	keys := make([]duplicateKey, 0, 5)
	var h maphash.Hash
	h.SetSeed(d.seed)
	add := func(kind rules.DuplicateKind, parts ...string) {
		if slices.Contains(parts, "") {
			return
		}
		h.Reset()
		writeParts(&h, ap.ProfileID, string(kind))
		writeParts(&h, parts...)
		keys = append(keys, duplicateKey{kind, h.Sum64()})
	}
	date := ap.CreateDate
	if ap.IsDirect {
		date = ap.RegistrationDate
	}
	number := classifier.Fold(ap.Number)
	add(rules.SameNumber, number, string(date))
	name := classifier.Fold(ap.Name)
	anonymous := strings.Contains(name, "аноним") || strings.Contains(name, "без подписи")
	if month := appeal.ReportingMonth(ap); month.Valid() && !anonymous {
		when := month.String()
		for i := range ap.Questions {
			add(rules.SameApplicant, name, ap.Questions[i].Code, when)
		}
	}
	if ap.IsDirect && date.Valid() {
		add(rules.SameOwnNumber, number, string(date[:4]))
	}
	if !anonymous {
		add(rules.SimilarPerson, initials(name), plainAddress(ap.Address))
	}
	return keys
}

func writeParts(h *maphash.Hash, parts ...string) {
	for _, part := range parts {
		_, _ = h.WriteString(part) // a hash never fails
		_ = h.WriteByte(0)
	}
}

// initials leaves the surname and the first letters: «иванов иван иванович»
// and «иванов и и» are the same.
func initials(name string) string {
	surname, rest, several := strings.Cut(name, " ")
	if !several {
		return ""
	}
	short := surname
	n := 0
	for word := range strings.FieldsSeq(rest) {
		_, size := utf8.DecodeRuneInString(word)
		short += " " + word[:size]
		if n++; n == 2 {
			break
		}
	}
	return short
}

// addressWords say what kind of thing a name is; people write them or not.
var addressWords = map[string]bool{"г": true, "город": true, "с": true, "село": true, "п": true, "пос": true,
	"поселок": true,
	"д":       true, "дом": true, "деревня": true, "ул": true, "улица": true, "кв": true, "квартира": true, "пер": true,
	"переулок": true,
	"обл":      true, "область": true, "р": true, "н": true, "район": true, "пр": true, "т": true, "проспект": true,
	"рф": true, "россия": true}

// plainAddress leaves the names and numbers of an address; "" when nothing is
// left or no number tells one house from another.
func plainAddress(address string) string {
	folded := classifier.Fold(address)
	if !strings.ContainsAny(folded, "0123456789") {
		return ""
	}
	var plain strings.Builder
	plain.Grow(len(folded))
	for word := range strings.SplitSeq(folded, " ") {
		if !addressWords[word] {
			plain.WriteString(word)
			plain.WriteByte(' ')
		}
	}
	return plain.String()
}
