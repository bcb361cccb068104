package ledger

import (
	"rroform/wasm/appeal"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// Suspect notes a record to be set aside when the call is over: whoever works
// through the register now must not lose it from under the hands.
func (l *Ledger) Suspect(rec *Record) {
	l.suspects = append(l.suspects, rec.Appeal.ID)
	l.StateChanged.Store(true)
}

// SetSuspectsAside sets aside the records on which the program has failed.
func (l *Ledger) SetSuspectsAside() {
	for _, id := range l.suspects {
		if rec := l.Records[id]; rec != nil {
			l.Drop(id)
			l.setFailingAside(rec)
		}
	}
	l.suspects = nil
}

// rowOf is the row of a record as it can still be written.
func rowOf(rec *Record) store.Row {
	row := store.Row{Key: rec.Appeal.ID, Rev: rec.Appeal.Rev}
	_ = rpc.Guard(func() (err error) {
		row.Data, err = appeal.Marshal(&rec.Appeal)
		return err
	})
	return row
}

// KeepOrSetAside is [App.keep] of a record that was read: one that cannot be
// kept stops nothing.
func (l *Ledger) KeepOrSetAside(rec *Record) {
	if err := rpc.Guard(func() error { l.Keep(rec); return nil }); err != nil {
		delete(l.Records, rec.Appeal.ID)
		_ = rpc.Guard(func() error { l.Hooks.Removed(rec); return nil })
		l.setFailingAside(rec)
	}
}

func (l *Ledger) setFailingAside(rec *Record) {
	x := senseless(store.Appeals, rowOf(rec))
	x.Failing = true
	l.Aside = append(l.Aside, x)
}

// Failing is how many rows the program fails on.
func (l *Ledger) Failing() (n int) {
	for _, x := range l.Aside {
		if x.Failing {
			n++
		}
	}
	return n
}
