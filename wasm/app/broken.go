package app

import (
	"context"
	"fmt"

	"rroform/wasm/register"
	"rroform/wasm/rpc"
)

// setSuspectsAside sets records aside on which the program has failed. The mux calls it after each
// call. It reports whether there were any.
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

// recovered repairs the state after a call has panicked half-way: it reads everything from the store
// again and sets records aside that cause a panic.
func (a *App) recovered(ctx context.Context) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.ledger.StateChanged.Store(true)
	a.incoming.Merging, a.tables.Open, a.packs.Offered = nil, nil, nil
	if !a.opened {
		_ = a.ledger.Store.Close() // the next call of Hello opens it again
		a.ledger.Store, a.vault = closedStore(), nil
		return
	}
	if err := a.load(ctx); err != nil {
		return // memory may be the only copy left
	}
	for _, rec := range a.register.All() {
		if err := rpc.Guard(func() error { return a.try(rec) }); err != nil {
			a.ledger.Suspect(rec.Record)
		}
	}
}

// try computes everything that the program derives from a record, to see whether it panics.
func (a *App) try(rec *register.Record) error {
	a.register.CompareOne(rec)
	a.register.JudgeRecords([]*register.Record{rec}, a.envOf(&rec.Appeal))
	if a.register.EntryHash(rec) == "" {
		return fmt.Errorf("appeal %s has no entry", rec.Appeal.ID)
	}
	return nil
}
