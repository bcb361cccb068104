// Package incoming brings appeals and zero reports from files into the register. It compares them
// with the register and writes those that are new or newer. The others are conflicts: a clerk decides
// about them in a merge session.
//
// The caller holds the lock of package app. [Incoming.MergeOpen] takes it itself, because it reads
// files for a long time before it needs the lock.
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

// Incoming compares offers with the register and takes them in.
type Incoming struct {
	Merging *Session // the open merge; nil = none

	mu       sync.Locker // the lock of package app
	ledger   *ledger.Ledger
	office   *office.Office
	packs    *packs.Editions
	journal  *journal.Journal
	register *register.Register
	sources  *source.Sources
}

// New returns an Incoming without an open merge. mu is the lock that callers hold.
func New(mu sync.Locker, l *ledger.Ledger, o *office.Office, e *packs.Editions, j *journal.Journal,
	r *register.Register, s *source.Sources) *Incoming {
	return &Incoming{mu: mu, ledger: l, office: o, packs: e, journal: j, register: r, sources: s}
}
