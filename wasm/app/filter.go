package app

import (
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// filterOf returns what an archive's additional filter lets through (002:264):
// the filters of a view of the register. No filter takes all.
func (a *App) filterOf(f *RegisterReq) func(*record) bool {
	if f == nil {
		return func(*record) bool { return true }
	}
	words := strings.Fields(classifier.Fold(f.Query))
	return func(rec *record) bool {
		return f.takes(&rec.appeal, appeal.ReportingMonth(&rec.appeal)) && containsAll(searchText(&rec.appeal, words), words)
	}
}
