// Package journal holds the archives that were made: their parts, their entries, and how far they have come on the way
// to the portal.
//
// The caller holds the lock of package app. [Journal.PartBytes] and [Journal.Files] need no lock.
package journal

import (
	"rroform/wasm/ledger"
	"rroform/wasm/office"
)

// Journal has the archives of all profiles.
type Journal struct {
	Rows []Row // oldest first

	ledger *ledger.Ledger
	office *office.Office
}

// New returns an empty journal.
func New(l *ledger.Ledger, o *office.Office) *Journal { return &Journal{ledger: l, office: o} }
