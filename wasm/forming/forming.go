// Package forming decides which appeals go into an archive and builds it: modes,
// plan, reasons, presets, the job that writes the parts, zero reports.
//
// The caller holds the lock of package app. [Forming.Plan], [Forming.Build], [Forming.BuildZero],
// [Forming.PrepareArchive] and [Forming.ReadZeroTemplate] take it themselves, for moments: a build
// works on its own list of records, so that clerks can go on typing.
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
	packed      map[*register.Record]*archive.Packed // cached entries
	packedBytes int                                  // size of all cached entries

	mu       sync.Locker // the lock of package app
	ledger   *ledger.Ledger
	office   *office.Office
	packs    *packs.Editions
	journal  *journal.Journal
	register *register.Register
	sources  *source.Sources
}

// New returns a Forming with an empty cache. mu is the lock that callers hold.
func New(
	mu sync.Locker, l *ledger.Ledger, o *office.Office, e *packs.Editions, j *journal.Journal,
	r *register.Register, s *source.Sources,
) *Forming {
	f := &Forming{mu: mu, ledger: l, office: o, packs: e, journal: j, register: r, sources: s}
	f.DropEntries()
	return f
}
