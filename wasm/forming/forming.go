// Package forming decides which appeals go into an archive and builds it: modes,
// plan, reasons, presets, the job that writes the parts, zero reports.
//
// A build works on its own copy of the records, so that typing goes on: [Forming.Plan],
// [Forming.Build], [Forming.BuildZero] and [Forming.PrepareArchive] take the lock of
// package app themselves, for moments. The caller of the other methods holds it.
package forming

import (
	"sync"

	"rroform/wasm/archive"
	"rroform/wasm/journal"
	"rroform/wasm/ledger"
	"rroform/wasm/office"
	"rroform/wasm/packs"
	"rroform/wasm/register"
	"rroform/wasm/source"
)

// Forming plans and builds archives.
type Forming struct {
	packed      map[*register.Record]*archive.Packed // entries as archives take them
	packedBytes int                                  // of all of them

	mu       sync.Locker // of package app
	ledger   *ledger.Ledger
	office   *office.Office
	packs    *packs.Editions
	journal  *journal.Journal
	register *register.Register
	sources  *source.Sources
}

// New returns one that has packed nothing. mu is the lock that callers hold.
func New(mu sync.Locker, l *ledger.Ledger, o *office.Office, e *packs.Editions, j *journal.Journal,
	r *register.Register, s *source.Sources) *Forming {
	f := &Forming{mu: mu, ledger: l, office: o, packs: e, journal: j, register: r, sources: s}
	f.DropPacked()
	return f
}
