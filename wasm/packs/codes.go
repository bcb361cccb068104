package packs

import (
	"strings"

	"rroform/wasm/classifier"
	"rroform/wasm/rules"
)

// JudgeCode returns what rules need to know of a code. It caches results, because several rules ask for the same code
// and many appeals have it.
func (e *Editions) JudgeCode(code string) rules.CodeVerdict {
	v, known := e.verdicts[code]
	if !known {
		v = e.resolveCode(code)
		e.verdicts[code] = v
	}
	return v
}

func (e *Editions) resolveCode(code string) rules.CodeVerdict {
	r := e.Codes.Resolve(code)
	v := rules.CodeVerdict{Kind: rules.CodeKind(r.Kind), NeedsOther: e.Codes.NeedsSubject(r.Code)}
	if r.Kind == classifier.KindShort {
		v.Candidates = r.Candidates
	}
	return v
}

// CleanCode returns a typed code in the form of the classifier if only one code can be meant. A short code stays, and a
// rule offers its full form.
func (e *Editions) CleanCode(typed string) string {
	typed = strings.TrimSpace(typed)
	if row, ok := e.Codes.Row(typed); ok && row.Code == typed {
		return typed // the usual case; a hundred times as quick as Resolve
	}
	r := e.Codes.Resolve(typed)
	if r.Code != "" && (r.Kind == classifier.KindOK || r.Kind == classifier.KindRetired) {
		return r.Code
	}
	return typed
}

// CodeTitle returns the title of a code; a subquestion has the title of its question before it.
func (e *Editions) CodeTitle(code string) string {
	row, ok := e.Codes.Row(code)
	if !ok {
		return ""
	}
	title := row.Title
	for _, parent := range e.Codes.Path(code) {
		if parent.Level == classifier.LevelQuestion {
			title = parent.Title + classifier.PathSeparator + title
		}
	}
	return title
}
