package packs

import (
	"strings"

	"rroform/wasm/classifier"
	"rroform/wasm/rules"
)

// JudgeCode lets rules ask the classifier. Several rules ask about the same
// code, and many appeals have it: verdicts are kept.
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

// CleanCode writes a code as the classifier does where it is sure what was
// meant; a short code stays, its full form is offered as a fix (B-16.4).
func (e *Editions) CleanCode(typed string) string {
	typed = strings.TrimSpace(typed)
	if row, ok := e.Codes.Row(typed); ok && row.Code == typed {
		return typed // the usual case, a hundred times as quick
	}
	r := e.Codes.Resolve(typed)
	if r.Code != "" && (r.Kind == classifier.KindOK || r.Kind == classifier.KindRetired) {
		return r.Code
	}
	return typed
}

// CodeTitle is the title of a code with its parents, from the theme down.
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
