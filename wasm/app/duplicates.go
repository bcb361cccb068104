package app

import (
	"hash/maphash"
	"slices"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
	"rroform/wasm/rules"
)

// duplicates finds appeals that agree in number and date, in applicant, code
// and month, or in person and address. Keys are hashes: what they are made of
// would take more memory than the records.
type duplicates struct {
	seed  maphash.Seed
	byKey map[uint64][]*record
}

// key of one kind for a record.
type duplicateKey struct {
	kind rules.DuplicateKind
	hash uint64
}

// duplicatesOf returns the other appeals that may be the same as ap, each once
// by the surest kind.
func (a *App) duplicatesOf(ap *appeal.Appeal) []rules.Duplicate {
	var out []rules.Duplicate
	seen := map[string]bool{ap.ID: true}
	index := a.duplicateIndex()
	for _, key := range index.keys(ap) {
		for _, other := range index.byKey[key.hash] {
			if id := other.appeal.ID; !seen[id] {
				seen[id] = true
				out = append(out, rules.Duplicate{Kind: key.kind, ID: id, Number: numberOf(&other.appeal)})
			}
		}
	}
	return out
}

// duplicateIndex is made when the first check asks for it: opening the program
// does not wait for it.
func (a *App) duplicateIndex() *duplicates {
	if a.dups == nil {
		a.dups = &duplicates{maphash.MakeSeed(), map[uint64][]*record{}}
		for _, rec := range a.records {
			a.dups.add(rec)
		}
	}
	return a.dups
}

func (d *duplicates) add(rec *record) {
	for _, key := range d.keys(&rec.appeal) {
		for _, other := range d.byKey[key.hash] {
			other.recheck() // it has a new double
		}
		d.byKey[key.hash] = append(d.byKey[key.hash], rec)
	}
}

func (d *duplicates) remove(rec *record) {
	for _, key := range d.keys(&rec.appeal) {
		rest := slices.DeleteFunc(d.byKey[key.hash], func(other *record) bool { return other == rec })
		for _, other := range rest {
			other.recheck()
		}
		if d.byKey[key.hash] = rest; len(rest) == 0 {
			delete(d.byKey, key.hash)
		}
	}
}

// keys returns what a record can agree with others in, the surest first.
func (d *duplicates) keys(ap *appeal.Appeal) []duplicateKey {
	var keys []duplicateKey
	add := func(kind rules.DuplicateKind, parts ...string) {
		if slices.Contains(parts, "") {
			return
		}
		text := ap.ProfileID + "\x00" + string(kind) + "\x00" + strings.Join(parts, "\x00")
		keys = append(keys, duplicateKey{kind, maphash.String(d.seed, text)})
	}
	date := ap.CreateDate
	if ap.IsDirect {
		date = ap.RegistrationDate
	}
	add(rules.SameNumber, classifier.Fold(ap.Number), string(date))
	name := classifier.Fold(ap.Name)
	if strings.Contains(name, "аноним") || strings.Contains(name, "без подписи") {
		return keys
	}
	if month := appeal.ReportingMonth(ap); month.Valid() {
		for _, q := range ap.Questions {
			add(rules.SameApplicant, name, q.Code, month.String())
		}
	}
	add(rules.SimilarPerson, initials(name), plainAddress(ap.Address))
	return keys
}

// initials leaves the surname and the first letters: «иванов иван иванович»
// and «иванов и и» are the same.
func initials(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return ""
	}
	for i, w := range words[1:] {
		words[i+1] = string([]rune(w)[:1])
	}
	return strings.Join(words[:min(len(words), 3)], " ")
}

// addressWords say what kind of thing a name is; people write them or not.
var addressWords = map[string]bool{"г": true, "город": true, "с": true, "село": true, "п": true, "пос": true, "поселок": true,
	"д": true, "дом": true, "деревня": true, "ул": true, "улица": true, "кв": true, "квартира": true, "пер": true, "переулок": true,
	"обл": true, "область": true, "р": true, "н": true, "район": true, "пр": true, "т": true, "проспект": true, "рф": true, "россия": true}

// plainAddress leaves the names and numbers of an address; "" when nothing is
// left or no number tells one house from another.
func plainAddress(address string) string {
	words := slices.DeleteFunc(strings.Fields(classifier.Fold(address)), func(w string) bool { return addressWords[w] })
	plain := strings.Join(words, " ")
	if !strings.ContainsAny(plain, "0123456789") {
		return ""
	}
	return plain
}
