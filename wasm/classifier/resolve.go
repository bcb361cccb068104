package classifier

import "strings"

// Kind is the kind of result of [Table.Resolve].
type Kind string

// The values of [Kind].
const (
	KindOK            Kind = "ok"            // assignable
	KindRetired       Kind = "retired"       // only in older editions: shown, but not for new appeals
	KindShort         Kind = "short"         // only the number of a question, as codes were written in 2017
	KindNotAssignable Kind = "notAssignable" // a section, subject or theme
	KindUnknown       Kind = "unknown"       // not in this edition, or not a code
)

// Resolution is the result for one code.
type Resolution struct {
	Kind Kind `json:"kind"`
	// Code is the canonical code. It is empty if the code is unknown, or short with
	// several candidates.
	Code string `json:"code"`
	// Candidates are full codes to offer instead, in document order: all codes with the
	// number of a short code (only 0037, 0040 and 1197 have several), or guesses for an
	// unknown code that contains the number of a known question.
	Candidates []string `json:"candidates,omitempty"`
}

// Resolve finds the row for a code that was typed or read from an archive or a table. It
// accepts the spellings that typedGroups describes, and zero groups at the end. Four
// digits alone are the number of a question, never of a section.
func (t *Table) Resolve(text string) Resolution {
	groups := TypedGroups(text)
	full := strings.Join(groups, ".")
	if len(groups) == 0 || !wellFormed(full) {
		return Resolution{Kind: KindUnknown}
	}
	if len(groups) == 1 {
		return t.resolveShort(groups[0])
	}
	r, ok := t.Row(full)
	switch {
	case !ok:
		return Resolution{Kind: KindUnknown, Candidates: t.guess(groups)}
	case r.Level < LevelQuestion:
		return Resolution{Kind: KindNotAssignable, Code: r.Code}
	case r.Retired:
		return Resolution{Kind: KindRetired, Code: r.Code}
	}
	return Resolution{Kind: KindOK, Code: r.Code}
}

// resolveShort resolves the number of a question.
func (t *Table) resolveShort(number string) Resolution {
	res := Resolution{Kind: KindShort, Candidates: t.placements(number, false)}
	if len(res.Candidates) == 0 {
		res = Resolution{Kind: KindRetired, Candidates: t.placements(number, true)}
	}
	switch len(res.Candidates) {
	case 0:
		return Resolution{Kind: KindUnknown}
	case 1:
		res.Code = res.Candidates[0]
	}
	return res
}

// guess returns the questions whose number is in an unknown code: the groups before it may
// be mistyped, or the subquestion may belong to another question.
func (t *Table) guess(groups []string) []string {
	if len(groups) < LevelQuestion {
		return nil
	}
	return t.placements(groups[LevelQuestion-1], false)
}

// placements returns the codes that end with the number of a question.
func (t *Table) placements(number string, retired bool) []string {
	var codes []string
	for _, i := range t.byNumber()[number] {
		if t.Rows[i].Retired == retired {
			codes = append(codes, t.Rows[i].Code)
		}
	}
	return codes
}
