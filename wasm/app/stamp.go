package app

import (
	"fmt"
	"rroform/wasm/rpc"
	"slices"
	"strings"
	"time"
)

// stamp names the exact state of the register that a preview was made of. It is
// made of counters, so that no two states share it: sums of revisions may agree
// where the records do not. It holds as long as this core runs.
func (a *App) stamp() string {
	return fmt.Sprint(a.active, " ", a.today(), " ", a.changes, " ", a.epoch)
}

// stateOf names the exact state of some records, for previews that show only
// these: what another tab types elsewhere does not matter to them.
func (a *App) stateOf(records []*facts) string {
	rows := []string{string(a.today())}
	for _, rec := range records {
		ap := &rec.appeal
		rows = append(rows, fmt.Sprint(ap.ID, " ", ap.Rev, " ", ap.Modified.Format(time.RFC3339Nano)))
	}
	slices.Sort(rows)
	return checksum([]byte(strings.Join(rows, "\n")))
}

func changedMeanwhile() error {
	return rpc.Problem("changed", "Пока вы смотрели, обращения изменились.", "Проверьте ещё раз, что получится. Ничего не изменилось.")
}
