// Package ledger is the kernel: it holds the records of the register and is the only way to change them. Packages
// above it observe changes by [Hooks].
//
// The caller holds the lock of package app. [Ledger.File], [Ledger.Checksum], [Log.Ops] and the functions of the
// package need no lock.
package ledger

import (
	"sync/atomic"

	"rroform/wasm/office"
	"rroform/wasm/store"
)

// Ledger holds in memory what the store has.
type Ledger struct {
	Store        store.Store // closed until the program has opened it, so that calls that come too early get an error
	Hooks        Hooks
	Records      map[string]*Record // by id
	Actions      []Action           // those that can be undone, oldest first
	Aside        []Aside            // rows that were set aside
	changes      uint64             // number of additions and removals, see [Ledger.State]
	StateChanged atomic.Bool        // the page should call hello again
	// sha256 is the SHA-256 of the browser, nil = none. It is quicker for large data.
	sha256 func([]byte) [32]byte

	office   *office.Office
	suspects []string // ids of records that [Ledger.Suspect] has marked
}

// New returns an empty ledger. sha256 may be nil.
func New(o *office.Office, s store.Store, sha256 func([]byte) [32]byte) *Ledger {
	return &Ledger{office: o, Store: s, sha256: sha256}
}
