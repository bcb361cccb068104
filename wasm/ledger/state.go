package ledger

import "fmt"

// State identifies the state of the register that a preview was made from. It consists of counters, so that two
// different states never have the same text. It has no meaning after a restart of the core.
func (l *Ledger) State() string {
	return fmt.Sprint(l.office.Active, " ", l.office.Today(), " ", l.changes, " ", l.office.Epoch)
}
