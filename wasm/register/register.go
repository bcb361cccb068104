// Package register derives from the records of the ledger what lists and cards show: index, filters, order, counts,
// findings, duplicates, and which archive held an appeal last.
//
// The caller holds the lock of package app. A method that takes the lock itself says so in its comment. Those that
// work long take it in steps, so that a save can run in between.
package register

import (
	"sync"

	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/packs"
)

// Register has the records of all profiles with what was derived from them.
type Register struct {
	index index
	dups  *duplicates

	mu      sync.Locker // the lock of package app
	ledger  *ledger.Ledger
	office  *office.Office
	packs   *packs.Editions
	journal *journal.Journal
}

// New returns an empty register. mu is the lock of package app.
func New(mu sync.Locker, l *ledger.Ledger, o *office.Office, e *packs.Editions, j *journal.Journal) *Register {
	r := &Register{mu: mu, ledger: l, office: o, packs: e, journal: j}
	r.Reset()
	return r
}

// Reset empties the register. Call it before the ledger is loaded again.
func (r *Register) Reset() { r.dups, r.index = newDuplicates(), newIndex() }
