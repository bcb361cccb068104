// Package ledger is the kernel: the records of the register, and the only way
// in which they change. Those that stand on it observe the changes by [Hooks];
// it calls nothing above it.
//
// The caller holds the lock of package app, unless a method says otherwise.
package ledger

import (
	"sync/atomic"

	"rroform/wasm/office"
	"rroform/wasm/store"
)

// Ledger holds the records in memory as the store has them.
type Ledger struct {
	Store        store.Store // a closed one until it is opened: what is asked too early gets an answer
	Hooks        Hooks
	Records      map[string]*Record // by id
	Actions      []Action           // that can be undone, oldest first
	Aside        []Aside            // damaged rows, which nothing else knows
	changes      uint64             // counts what comes into the register and goes from it, see [Ledger.State]
	StateChanged atomic.Bool        // the page should say hello again
	// SHA256 may be quicker than ours for much data; nil = ours.
	sha256 func([]byte) [32]byte

	office   *office.Office
	suspects []string // ids of records on which the program failed, to be set aside after the call
}

// New returns a ledger without records over a store.
func New(o *office.Office, s store.Store, sha256 func([]byte) [32]byte) *Ledger {
	return &Ledger{office: o, Store: s, sha256: sha256}
}
