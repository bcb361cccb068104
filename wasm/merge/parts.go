package merge

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rroform/wasm/appeal"
)

// part is a part of an appeal that can be taken from either side. The parts cover the
// whole content: if all are equal, the content hashes are equal.
type part struct {
	path  string
	label string
	text  func(*appeal.Appeal) string // for the user, "" = empty
	key   func(*appeal.Appeal) string // compared; nil = the text
	take  func(to, from *appeal.Appeal)
}

func (p *part) differs(a, b *appeal.Appeal) bool {
	if p.path == "draft" && !saysDraft(b) {
		return false
	}
	key := p.key
	if key == nil {
		key = p.text
	}
	return key(a) != key(b)
}

// saysDraft reports whether a state expresses whether the appeal is a draft. A state
// from an archive, which has neither drafts nor a history, does not.
func saysDraft(ap *appeal.Appeal) bool { return ap.Draft || len(ap.History) > 0 }

// field returns the part for a field of the appeal itself.
func field[T ~string](path string, at func(*appeal.Appeal) *T, text func(T) string) part {
	return part{path, appeal.Label(path), func(ap *appeal.Appeal) string { return text(*at(ap)) },
		func(ap *appeal.Appeal) string { return string(*at(ap)) },
		func(to, from *appeal.Appeal) { *at(to) = *at(from) }}
}

func plain(s string) string { return s }

func yes(on bool) string {
	if on {
		return "да"
	}
	return "нет"
}

// heads are the parts of an appeal without its questions, in the order of the
// form.
var heads = []part{
	{"draft", appeal.Label("draft"), func(ap *appeal.Appeal) string { return yes(ap.Draft) }, nil,
		func(to, from *appeal.Appeal) { to.Draft = from.Draft }},
	{"isDirect", appeal.Label("isDirect"), func(ap *appeal.Appeal) string { return yes(ap.IsDirect) }, nil,
		func(to, from *appeal.Appeal) { to.IsDirect = from.IsDirect }},
	field("format", func(ap *appeal.Appeal) *appeal.Format { return &ap.Format }, appeal.Format.Label),
	field("number", func(ap *appeal.Appeal) *string { return &ap.Number }, plain),
	field("createDate", func(ap *appeal.Appeal) *appeal.Date { return &ap.CreateDate }, appeal.Date.Russian),
	field("incomingDate", func(ap *appeal.Appeal) *appeal.Date { return &ap.IncomingDate }, appeal.Date.Russian),
	field("registrationDate", func(ap *appeal.Appeal) *appeal.Date { return &ap.RegistrationDate },
		appeal.Date.Russian),
	field("name", func(ap *appeal.Appeal) *string { return &ap.Name }, plain),
	field("address", func(ap *appeal.Appeal) *string { return &ap.Address }, plain),
	field("email", func(ap *appeal.Appeal) *string { return &ap.Email }, plain),
	{"extra", extraLabel, func(ap *appeal.Appeal) string { return extraText(ap.Extra) }, nil,
		func(to, from *appeal.Appeal) { to.Extra = from.Extra }},
}

const extraLabel = "Сведения, которых нет в форме"

// extraText lists the unknown fields of another program.
func extraText(x appeal.Extra) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(x)) {
		parts = append(parts, name+": "+string(x[name]))
	}
	return strings.Join(parts, "; ")
}

// parts returns the parts in which two appeals can differ. If both have the same number
// of questions, each question has parts; if not, each question is one part.
func parts(a, b *appeal.Appeal) []part {
	all := slices.Clone(heads)
	for i := range max(len(a.Questions), len(b.Questions)) {
		if len(a.Questions) == len(b.Questions) {
			all = append(all, questionParts(i)...)
		} else {
			all = append(all, wholeQuestion(i))
		}
	}
	return all
}

// canonical returns a value as JSON, to compare it.
func canonical(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v) // plain data: cannot fail
	}
	return string(data)
}
