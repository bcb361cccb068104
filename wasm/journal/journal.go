// Package journal holds the archives that were formed: their parts, entries,
// states and the answers of the portal, and answers questions about them.
//
// The caller holds the lock of package app.
package journal

import (
	"rroform/wasm/ledger"
	"rroform/wasm/office"
)

// Journal lists the archives of all bodies.
type Journal struct {
	Rows []Row // oldest first

	ledger *ledger.Ledger
	office *office.Office
}

// New returns an empty journal.
func New(l *ledger.Ledger, o *office.Office) *Journal { return &Journal{ledger: l, office: o} }
