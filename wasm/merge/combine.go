package merge

import (
	"slices"

	"rroform/wasm/appeal"
)

// Side is one of the two states of an appeal that are held against each other.
type Side string

// Values of [Side].
const (
	Undecided Side = ""
	Here      Side = "here"
	File      Side = "file"
)

// Difference is a part in which two states of an appeal differ.
type Difference struct {
	Path  string `json:"path"`  // with indexes
	Label string `json:"label"` // of the field, with its question
	Here  string `json:"here"`  // for people; "" = empty
	File  string `json:"file"`
}

// Differences lists the parts in which the offered state differs, in the order
// of the form. Unlike [Diff] it leaves nothing out: what no field shows, and
// what is only for people, is named too.
func Differences(have, offered *appeal.Appeal) []Difference {
	var out []Difference
	for _, p := range parts(have, offered) {
		if p.differs(have, offered) {
			out = append(out, Difference{p.path, p.label, p.text(have), p.text(offered)})
		}
	}
	return out
}

// Combine returns the state in which every part that differs stands as pick
// says; what is undecided stays as here. History and what was decided before
// are those of both, see [Keep].
func Combine(have, offered *appeal.Appeal, pick func(path string) Side) appeal.Appeal {
	out := have.Clone()
	for _, p := range parts(have, offered) {
		if p.take != nil && p.differs(have, offered) && pick(p.path) == File {
			p.take(&out, offered)
		}
	}
	if len(have.Questions) != len(offered.Questions) {
		combineQuestions(&out, have, offered, pick)
	}
	out.History = joinHistories(have.History, offered.History)
	out.Decided = decided(have, offered, &out)
	return out
}

// combineQuestions takes each question from the side that is picked; a side
// that has none takes it away.
func combineQuestions(out, have, offered *appeal.Appeal, pick func(string) Side) {
	from := offered.Clone()
	here := out.Questions
	out.Questions = nil
	for i := range max(len(have.Questions), len(offered.Questions)) {
		p := wholeQuestion(i)
		q := at(&appeal.Appeal{Questions: here}, i)
		if p.differs(have, offered) && pick(p.path) == File {
			q = at(&from, i)
		}
		if q != nil {
			out.Questions = append(out.Questions, *q)
		}
	}
}

// Take returns the offered state as it follows that of the register. Where the
// offered history goes on from ours it tells the step already (told), else the
// caller has to add it. What the offered state cannot say, whether a record is
// held back and the text kept for the suggestion, stays.
func Take(have, offered *appeal.Appeal) (taken appeal.Appeal, told bool) {
	out := offered.Clone()
	out.ID, out.Rev, out.ProfileID, out.Created = have.ID, have.Rev, have.ProfileID, have.Created
	if !saysDraft(offered) {
		out.Draft = have.Draft
	}
	if out.Text == "" {
		out.Text = have.Text
	}
	if told = goesOn(have, offered); !told {
		out.History = joinHistories(have.History, offered.History)
	}
	out.Decided = decided(have, offered, &out)
	return out, told
}

// Keep returns the state of the register, which remembers that the offered one
// was looked at: offered again it is old.
func Keep(have, offered *appeal.Appeal) appeal.Appeal {
	out := have.Clone()
	out.Decided = decided(have, offered, &out)
	return out
}

// mostDecided is how many fingerprints are remembered: more than an appeal
// will ever have copies.
const mostDecided = 40

func decided(have, offered, result *appeal.Appeal) []string {
	now := result.Fingerprint()
	var out []string
	for _, print := range slices.Concat(have.Decided, offered.Decided,
		[]string{have.Fingerprint(), offered.Fingerprint()}) {
		if print != now && !slices.Contains(out, print) {
			out = append(out, print)
		}
	}
	return out[max(0, len(out)-mostDecided):]
}

// joinHistories puts the steps of two copies in the order of their times; what
// both know stands once.
func joinHistories(a, b []appeal.Revision) []appeal.Revision {
	out := slices.Clone(a)
	for _, r := range b {
		known := slices.ContainsFunc(out, func(x appeal.Revision) bool {
			return x.At.Equal(r.At) && x.Who == r.Who && slices.Equal(x.Changes, r.Changes)
		})
		if known {
			continue
		}
		at := len(out)
		for at > 0 && out[at-1].At.After(r.At) {
			at--
		}
		out = slices.Insert(out, at, r)
	}
	return out
}
