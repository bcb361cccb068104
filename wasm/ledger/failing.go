package ledger

import (
	"rroform/wasm/appeal"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// Suspect marks a record on which the program has panicked. It is set aside at the end of the call, because the
// caller may be in a loop over the records.
func (l *Ledger) Suspect(rec *Record) {
	l.suspects = append(l.suspects, rec.Appeal.ID)
	l.StateChanged.Store(true)
}

// SetSuspectsAside sets aside the records that were marked by [Ledger.Suspect].
func (l *Ledger) SetSuspectsAside() {
	for _, id := range l.suspects {
		if rec := l.Records[id]; rec != nil {
			l.Drop(id)
			l.setFailingAside(rec)
		}
	}
	l.suspects = nil
}

// rowOf returns the row of a record, without data if encoding panics too.
func rowOf(rec *Record) store.Row {
	row := store.Row{Key: rec.Appeal.ID, Rev: rec.Appeal.Rev}
	_ = rpc.Guard(func() (err error) {
		row.Data, err = appeal.Marshal(&rec.Appeal)
		return err
	})
	return row
}

// KeepOrSetAside is [Ledger.Keep] of a record that was just read. A record on which the hooks panic is set aside.
func (l *Ledger) KeepOrSetAside(rec *Record) {
	if err := rpc.Guard(func() error { l.Keep(rec); return nil }); err != nil {
		delete(l.Records, rec.Appeal.ID)
		_ = rpc.Guard(func() error { l.Hooks.Removed(rec); return nil })
		l.setFailingAside(rec)
	}
}

func (l *Ledger) setFailingAside(rec *Record) {
	x := meaningless(store.Appeals, rowOf(rec))
	x.Failing = true
	l.Aside = append(l.Aside, x)
}

// Failing returns the number of rows on which the program panics.
func (l *Ledger) Failing() (n int) {
	for _, x := range l.Aside {
		if x.Failing {
			n++
		}
	}
	return n
}
