// Package tables is the import of a table: how its columns are understood, what
// its rows would do to the register, and own words and results of the office.
//
// The caller holds the lock of package app; [Tables.OpenTable] takes it itself.
package tables

import (
	"sync"

	"rroform/wasm/incoming"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/packs"
	"rroform/wasm/register"
)

// Tables holds the table that is being imported: one at a time, in memory only.
type Tables struct {
	Open *Table // nil = none

	mu       sync.Locker // of package app
	ledger   *ledger.Ledger
	office   *office.Office
	packs    *packs.Editions
	register *register.Register
	incoming *incoming.Incoming
}

// New returns one without an open table. mu is the lock that callers hold.
func New(mu sync.Locker, l *ledger.Ledger, o *office.Office, e *packs.Editions, r *register.Register,
	in *incoming.Incoming) *Tables {
	return &Tables{mu: mu, ledger: l, office: o, packs: e, register: r, incoming: in}
}
