// Package source keeps the entries of opened archives as they came, so that
// what nobody touched is written back byte for byte.
//
// The caller holds the lock of package app, except for reads of single rows,
// which need only the store.
package source

import "rroform/wasm/ledger"

// Sources reads and drops the stored entries.
type Sources struct{ ledger *ledger.Ledger }

// New returns the sources of a ledger.
func New(l *ledger.Ledger) *Sources { return &Sources{l} }
