package register

import (
	"rroform/wasm/appeal"
	"rroform/wasm/rules"
)

func (r *Register) CheckProfile(p appeal.Profile) []rules.Finding {
	return rules.Check(rules.Subject{Profile: &p}, r.Env(p.ID))
}
