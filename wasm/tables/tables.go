// Package tables imports appeals from a table, such as an export of a document system: it maps the
// columns, previews what the rows would change in the register, and writes them. It also keeps what
// a body's own results and words in tables mean.
//
// The caller holds the lock of package app. [Tables.OpenTable] takes it itself, because it parses the
// table first; [Tables.UnpackBook] needs no lock.
package tables

import (
	"sync"

	"rroform/wasm/incoming"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/packs"
	"rroform/wasm/register"
)

// Tables has the table that is being imported: one at a time, in memory only.
type Tables struct {
	Open *Table // nil = none

	mu       sync.Locker // the lock of package app
	ledger   *ledger.Ledger
	office   *office.Office
	packs    *packs.Editions
	register *register.Register
	incoming *incoming.Incoming
}

// New returns a Tables without an open table. mu is the lock that callers hold.
func New(mu sync.Locker, l *ledger.Ledger, o *office.Office, e *packs.Editions, r *register.Register,
	in *incoming.Incoming) *Tables {
	return &Tables{mu: mu, ledger: l, office: o, packs: e, register: r, incoming: in}
}
