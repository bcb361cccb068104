package register

import "rroform/wasm/rules"

// env is what rules need to judge records of a profile.
func (r *Register) Env(profileID string) *rules.Env {
	p, _ := r.office.Profile(profileID)
	return &rules.Env{Today: r.office.Today(), Profile: p, Format: r.office.Format.Format, Code: r.packs.JudgeCode, Duplicates: r.duplicatesOf,
		ZeroReport: r.zeroWords(profileID)}
}

// check returns the findings of a record, from memory when they still hold.
func (r *Register) Check(rec *Record, env *rules.Env) []rules.Finding {
	if rec.checked != env.Today {
		rec.Findings = r.findingsOf(rec, env)
		rec.checked = env.Today
		rec.noteFindings()
		r.Index.version++
	}
	return rec.Findings
}
