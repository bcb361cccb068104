package app

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rroform/wasm/ledger"
	"rroform/wasm/register"
	"rroform/wasm/rpc"
)

// stateOf returns a hash of the states of some records. A preview uses it to detect that one of them
// has changed; changes of other records do not matter.
func (a *App) stateOf(records []*register.Record) string {
	rows := []string{string(a.office.Today())}
	for _, rec := range records {
		ap := &rec.Appeal
		rows = append(rows, fmt.Sprint(ap.ID, " ", ap.Rev, " ", ap.Modified.Format(time.RFC3339Nano)))
	}
	slices.Sort(rows)
	return ledger.Checksum([]byte(strings.Join(rows, "\n")))
}

func changedMeanwhile() error {
	return rpc.Problem("changed", "Пока вы смотрели, обращения изменились.",
		"Проверьте ещё раз, что получится. Ничего не изменилось.")
}
