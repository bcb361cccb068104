package register

import (
	"rroform/wasm/appeal"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// Env is what rules need to judge records of a profile.
func (r *Register) Env(profileID string) *rules.Env {
	p, _ := r.office.Profile(profileID)
	return &rules.Env{Today: r.office.Today(), Profile: p, Format: r.office.Format.Format, Code: r.packs.JudgeCode,
		Duplicates: r.duplicatesOf,
		ZeroReport: r.zeroWords(profileID)}
}

// Check returns the findings of a record, from memory when they still hold.
func (r *Register) Check(rec *Record, env *rules.Env) []rules.Finding {
	if rec.checked != env.Today {
		rec.Findings = r.findingsOf(rec, env)
		rec.checked = env.Today
		rec.noteFindings()
		r.index.version++
	}
	return rec.Findings
}

// A record on which the program itself fails must not close the register. Each
// place that works on one record alone is guarded, and the record is set aside
// as a damaged row is. After a panic anywhere else memory is read again from the
// store, and every record is tried.

// RunRules is [rules.Check]; tests make it panic.
var RunRules = rules.Check

// cannotJudge is what a check finds in a record on which it panics.
var cannotJudge = rules.Finding{Level: appeal.Error, Field: "number",
	Text: "Программа не может проверить это обращение: на нём в ней происходит ошибка.",
	Hint: "Обращение отложено и не потеряно: «Обмен» → «Повреждённые записи». Сообщите разработчикам."}

// findingsOf runs the rules on a record.
func (r *Register) findingsOf(rec *Record, env *rules.Env) []rules.Finding {
	found := []rules.Finding{cannotJudge}
	err := rpc.Guard(func() error {
		found = RunRules(rules.Subject{Appeal: &rec.Appeal}, env)
		return nil
	})
	if err != nil {
		r.ledger.Suspect(rec.Record)
	}
	return found
}

// CheckProfile returns what is wrong with a profile.
func (r *Register) CheckProfile(p appeal.Profile) []rules.Finding {
	return rules.Check(rules.Subject{Profile: &p}, r.Env(p.ID))
}
