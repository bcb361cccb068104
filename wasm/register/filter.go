package register

import "rroform/wasm/query"

// filterOf returns what an archive's additional filter lets through (002:264):
// the filters of a view of the register. No filter takes all.
func (r *Register) FilterOf(f *query.RegisterReq) func(*Record) bool {
	if f == nil {
		return func(*Record) bool { return true }
	}
	v := r.View(f)
	return func(rec *Record) bool { return v.refusedBy(rec) == nil }
}
