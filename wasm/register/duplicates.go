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

// duplicates finds appeals with the same number and date, the same applicant, code and month, or the same person
// and address. The keys are hashes, because the texts would take more memory than the records.
type duplicates struct {
	seed  maphash.Seed
	byKey map[uint64][]*Record // each list is sorted by [byNumberAndID]
	size  map[string]int       // number of compared records, by profile
}

// duplicateKey is one key of a record.
type duplicateKey struct {
	kind rules.DuplicateKind
	hash uint64
}

func newDuplicates() *duplicates {
	return &duplicates{seed: maphash.MakeSeed(), byKey: map[uint64][]*Record{}, size: map[string]int{}}
}

// duplicatesOf returns other appeals that may be the same as ap. A pair with the same number and date is reported
// once; another pair at most once for its number and once for its person, with the surest kind of each. There are
// at most [rules.MostDuplicates] of a kind, as a finding names no more.
func (r *Register) duplicatesOf(ap *appeal.Appeal) []rules.Duplicate {
	r.compareFew(ap.ProfileID)
	if rec := r.index.byID[ap.ID]; rec != nil && &rec.Appeal == ap {
		r.CompareOne(rec)
		if !rec.hasDuplicate {
			return nil // the usual case, and three rules ask for each record
		}
	}
	var out []rules.Duplicate
	reported := map[string]bool{} // key: id, or id and subject, see [duplicateAbout]
	number := classifier.Fold(ap.Number)
	for _, key := range r.dups.keys(ap) {
		from := len(out)
		for _, other := range r.dups.byKey[key.hash] {
			id, about := other.Appeal.ID, duplicateAbout[key.kind]
			if id == ap.ID || reported[id] || reported[id+about] {
				continue
			}
			reported[id+about] = true
			if len(out)-from < rules.MostDuplicates {
				out = append(out, rules.Duplicate{Kind: key.kind, ID: id, Number: other.Appeal.ShownNumber(),
					SameNumber: number != "" && number == classifier.Fold(other.Appeal.Number)})
			}
		}
	}
	return out
}

// duplicateAbout is the subject of a kind. Of each pair only the surest kind of a subject is reported. The
// subject "" includes all others.
var duplicateAbout = map[rules.DuplicateKind]string{
	rules.SameNumber: "", rules.SameOwnNumber: " number", rules.SameApplicant: " person",
	rules.SimilarPerson: " person",
}

// fewRecords is the largest number of records that are compared at once. More of them, after the start of the
// program, are compared in steps by [Register.CompareAll].
const fewRecords = 1000

func (r *Register) compareFew(profileID string) {
	l := r.index.profile(profileID)
	if left := l.count() - r.dups.size[profileID]; left == 0 || left > fewRecords {
		return
	}
	for _, list := range [][]*Record{l.added, l.all} { // the latest first: usually it was just saved
		for _, rec := range slices.Backward(list) {
			if r.dups.size[profileID] == l.count() {
				return
			}
			if !rec.Removed {
				r.CompareOne(rec)
			}
		}
	}
}

// CompareOne looks for duplicates of a record that was not compared yet. It marks the findings of the duplicates as
// outdated.
func (r *Register) CompareOne(rec *Record) {
	if !rec.compared {
		r.dups.add(rec)
		r.index.version++
	}
}

// add compares a record with those that were compared before.
func (d *duplicates) add(rec *Record) {
	rec.compared = true
	d.size[rec.Appeal.ProfileID]++
	for _, key := range d.keys(&rec.Appeal) {
		for _, other := range d.byKey[key.hash] {
			rec.hasDuplicate, other.hasDuplicate = true, true
			other.recheck() // it has a new duplicate
		}
		at, _ := slices.BinarySearchFunc(d.byKey[key.hash], rec, byNumberAndID)
		d.byKey[key.hash] = slices.Insert(d.byKey[key.hash], at, rec)
	}
}

// byNumberAndID orders the records of one key. Only the first few are reported, and which ones must not depend on
// the order of comparison.
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

// keys returns the keys of a record, the surest first. It runs for every record after a start, so it copies as
// little as possible.
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

// initials returns the surname and two initials, so that «иванов иван иванович» and «иванов и и» are equal. It
// returns "" for a single word.
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

// addressWords are words such as «street» and «flat», with their abbreviations. Some people leave them out.
var addressWords = map[string]bool{
	"г": true, "город": true, "с": true, "село": true, "п": true, "пос": true, "поселок": true, "д": true, "дом": true,
	"деревня": true, "ул": true, "улица": true, "кв": true, "квартира": true, "пер": true, "переулок": true,
	"обл": true, "область": true, "р": true, "н": true, "район": true, "пр": true, "т": true, "проспект": true,
	"рф": true, "россия": true,
}

// plainAddress returns the names and numbers of an address without [addressWords]; "" if it has no number, as then
// it does not say which house it is.
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
