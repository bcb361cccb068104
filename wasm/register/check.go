package register

import (
	"rroform/wasm/appeal"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
)

// Env returns what rules need to know to check the records of a profile.
func (r *Register) Env(profileID string) *rules.Env {
	p, _ := r.office.Profile(profileID)
	return &rules.Env{Today: r.office.Today(), Profile: p, Format: r.office.Format.Format, Code: r.packs.JudgeCode,
		Duplicates: r.duplicatesOf,
		ZeroReport: r.zeroWords(profileID)}
}

// Check returns the findings of a record. It runs the rules only if they did not run today.
func (r *Register) Check(rec *Record, env *rules.Env) []rules.Finding {
	if rec.checked != env.Today {
		rec.Findings = r.findingsOf(rec, env)
		rec.checked = env.Today
		rec.noteFindings()
		r.index.version++
	}
	return rec.Findings
}

// A record on which the program itself panics must not make the register unusable. Code that works on one record
// recovers from the panic, and the record is set aside like a damaged row. After a panic anywhere else package app
// reads the store again and tries every record.

// RunRules is [rules.Check]. Tests replace it by a function that panics.
var RunRules = rules.Check

// cannotJudge is the finding of a record on which the rules panic.
var cannotJudge = rules.Finding{Level: appeal.Error, Field: "number",
	Text: "Программа не может проверить это обращение: на нём в ней происходит ошибка.",
	Hint: "Обращение отложено и не потеряно: «Обмен» → «Повреждённые записи». Сообщите разработчикам."}

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

// CheckProfile returns the findings of the rules for a profile.
func (r *Register) CheckProfile(p appeal.Profile) []rules.Finding {
	return rules.Check(rules.Subject{Profile: &p}, r.Env(p.ID))
}
