package ledger

import "fmt"

// State names the exact state of the register that a preview was made of. It is
// made of counters, so that no two states share it: sums of revisions may agree
// where the records do not. It holds as long as this core runs.
func (l *Ledger) State() string {
	return fmt.Sprint(l.office.Active, " ", l.office.Today(), " ", l.changes, " ", l.office.Epoch)
}
