package merge

import (
	"slices"

	"rroform/wasm/appeal"
)

// Side is one of the two states of an appeal that are compared.
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

// Differences returns the parts in which the offered state differs, in the order of
// the form. Unlike [Diff] it includes parts that have no field in the form and parts
// that are never exported.
func Differences(have, offered *appeal.Appeal) []Difference {
	var out []Difference
	for _, p := range parts(have, offered) {
		if p.differs(have, offered) {
			out = append(out, Difference{p.path, p.label, p.text(have), p.text(offered)})
		}
	}
	return out
}

// Combine returns have with the offered value of each differing part for which pick
// returns File. History and Decided are joined, see [Keep].
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

// combineQuestions takes each question from the picked side. If that side does not
// have the question, the result does not have it either.
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

// Take returns the offered state as the next state of have. recorded reports that the
// offered history continues that of have and so already contains this step; if not,
// the caller must add it. What an archive cannot express stays as in have: whether the
// appeal is a draft, and its text.
func Take(have, offered *appeal.Appeal) (taken appeal.Appeal, recorded bool) {
	out := offered.Clone()
	out.ID, out.Rev, out.ProfileID, out.Created = have.ID, have.Rev, have.ProfileID, have.Created
	if !saysDraft(offered) {
		out.Draft = have.Draft
	}
	if out.Text == "" {
		out.Text = have.Text
	}
	if recorded = goesOn(have, offered); !recorded {
		out.History = joinHistories(have.History, offered.History)
	}
	out.Decided = decided(have, offered, &out)
	return out, recorded
}

// Keep returns have with the offered state added to its decided ones: if that state is
// offered again, it counts as older.
func Keep(have, offered *appeal.Appeal) appeal.Appeal {
	out := have.Clone()
	out.Decided = decided(have, offered, &out)
	return out
}

// mostDecided is how many content hashes are kept: more than an appeal ever has copies.
const mostDecided = 40

func decided(have, offered, result *appeal.Appeal) []string {
	now := result.ContentHash()
	var out []string
	for _, print := range slices.Concat(have.Decided, offered.Decided,
		[]string{have.ContentHash(), offered.ContentHash()}) {
		if print != now && !slices.Contains(out, print) {
			out = append(out, print)
		}
	}
	return out[max(0, len(out)-mostDecided):]
}

// joinHistories returns the entries of two histories in the order of their times,
// without repeats.
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
