package app

import (
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/classifier"
)

// passes reports whether a record fits an archive's additional filter (002:264):
// a view of the register whose sort and page do not count. No filter takes all.
func (a *App) passes(f *RegisterReq, rec *record) bool {
	if f == nil {
		return true
	}
	words := strings.Fields(classifier.Fold(f.Query))
	return f.takes(&rec.appeal, appeal.ReportingMonth(&rec.appeal)) && containsAll(searchText(&rec.appeal, words), words)
}
