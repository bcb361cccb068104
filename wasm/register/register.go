// Package register is what is seen of the ledger: index, filters, sort, counts,
// findings, doubles, and what was sent where.
//
// The caller holds the lock of package app. Methods that take it themselves say
// so: they work in steps, so that a save need not wait for the end of them.
package register

import (
	"sync"

	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/packs"
)

// Register answers questions about the records.
type Register struct {
	index index
	dups  *duplicates

	mu      sync.Locker // of package app
	ledger  *ledger.Ledger
	office  *office.Office
	packs   *packs.Editions
	journal *journal.Journal
}

// New returns an empty register. mu is the lock that callers hold.
func New(mu sync.Locker, l *ledger.Ledger, o *office.Office, e *packs.Editions, j *journal.Journal) *Register {
	r := &Register{mu: mu, ledger: l, office: o, packs: e, journal: j}
	r.Reset()
	return r
}

// Reset empties the register before the ledger is read again.
func (r *Register) Reset() { r.dups, r.index = newDuplicates(), newIndex() }
