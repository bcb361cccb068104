// Package source stores the original entries of opened archives, so that an unchanged appeal is written byte for byte
// as it was read.
//
// The package keeps nothing in memory. Methods need no lock; but whoever deletes entries holds the lock of package app
// from the moment it decides which ones are held until the deletion is written.
package source

import "rroform/wasm/ledger"

// Sources reads and removes stored entries.
type Sources struct{ ledger *ledger.Ledger }

// New returns the Sources in the store of a ledger.
func New(l *ledger.Ledger) *Sources { return &Sources{l} }
