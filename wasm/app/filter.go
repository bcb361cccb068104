package app

// filterOf returns what an archive's additional filter lets through (002:264):
// the filters of a view of the register. No filter takes all.
func (a *App) filterOf(f *RegisterReq) func(*facts) bool {
	if f == nil {
		return func(*facts) bool { return true }
	}
	v := a.view(f)
	return func(rec *facts) bool { return v.refusedBy(rec) == nil }
}
