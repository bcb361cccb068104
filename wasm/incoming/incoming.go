// Package incoming takes in what comes from files: it weighs what they offer
// against the register, takes in what is new or newer, and keeps the session of
// a merge in which a clerk decides about the rest.
//
// The caller holds the lock of package app; [Incoming.MergeOpen] takes it itself.
package incoming

import (
	"sync"

	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/packs"
	"rroform/wasm/register"
	"rroform/wasm/source"
)

// Incoming weighs and takes in.
type Incoming struct {
	Merging *Session // being decided, nil = none

	mu       sync.Locker // of package app
	ledger   *ledger.Ledger
	office   *office.Office
	packs    *packs.Editions
	journal  *journal.Journal
	register *register.Register
	sources  *source.Sources
}

// New returns one without an open merge. mu is the lock that callers hold.
func New(mu sync.Locker, l *ledger.Ledger, o *office.Office, e *packs.Editions, j *journal.Journal,
	r *register.Register, s *source.Sources) *Incoming {
	return &Incoming{mu: mu, ledger: l, office: o, packs: e, journal: j, register: r, sources: s}
}
