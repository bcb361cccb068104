package app

import (
	"context"
	"fmt"

	"rroform/wasm/register"
	"rroform/wasm/rpc"
)

// setSuspectsAside is called after each call; it reports whether there were any.
func (a *App) setSuspectsAside() bool {
	if !a.ledger.StateChanged.Load() {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.ledger.SetSuspectsAside()
	a.ledger.StateChanged.Store(false)
	return true
}

// recovered puts right what a call that panicked may have left half-done: what
// is in memory is read again, and a record on which anything panics is set aside.
func (a *App) recovered(ctx context.Context) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.ledger.StateChanged.Store(true)
	a.incoming.Merging, a.tables.Open, a.packs.Offered = nil, nil, nil
	if !a.opened {
		_ = a.ledger.Store.Close() // the next hello opens it again
		a.ledger.Store, a.vault = closedStore(), nil
		return
	}
	if err := a.load(ctx); err != nil {
		return // what is in memory may be all that is left
	}
	for _, rec := range a.register.All() {
		if err := rpc.Guard(func() error { return a.try(rec) }); err != nil {
			a.ledger.Suspect(rec.Record)
		}
	}
}

// try works out all that is ever worked out of a record by itself.
func (a *App) try(rec *register.Record) error {
	a.register.CompareOne(rec)
	a.register.JudgeRecords([]*register.Record{rec}, a.envOf(&rec.Appeal))
	if a.register.EntryHash(rec) == "" {
		return fmt.Errorf("appeal %s has no entry", rec.Appeal.ID)
	}
	return nil
}
