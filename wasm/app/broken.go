package app

import (
	"context"
	"fmt"

	"rroform/wasm/appeal"
	"rroform/wasm/rpc"
	"rroform/wasm/rules"
	"rroform/wasm/store"
)

// A record on which the program itself fails must not close the register. Each
// place that works on one record alone is guarded, and the record is set aside
// as a damaged row is. After a panic anywhere else memory is read again from the
// store, and every record is tried.

// runRules is [rules.Check]; tests make it panic.
var runRules = rules.Check

// cannotJudge is what a check finds in a record on which it panics.
var cannotJudge = rules.Finding{Level: appeal.Error, Field: "number",
	Text: "Программа не может проверить это обращение: на нём в ней происходит ошибка.",
	Hint: "Обращение отложено и не потеряно: «Обмен» → «Повреждённые записи». Сообщите разработчикам."}

// findingsOf runs the rules on a record.
func (a *App) findingsOf(rec *facts, env *rules.Env) []rules.Finding {
	found := []rules.Finding{cannotJudge}
	err := rpc.Guard(func() error {
		found = runRules(rules.Subject{Appeal: &rec.appeal}, env)
		return nil
	})
	if err != nil {
		a.suspect(rec.record)
	}
	return found
}

// suspect notes a record to be set aside when the call is over: whoever works
// through the register now must not lose it from under the hands.
func (a *App) suspect(rec *record) {
	a.suspects = append(a.suspects, rec.appeal.ID)
	a.news.Store(true)
}

// setSuspectsAside is called after each call; it reports whether there were any.
func (a *App) setSuspectsAside() bool {
	if !a.news.Load() {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.dropSuspects()
	a.news.Store(false)
	return true
}

// dropSuspects sets aside the records on which the program has failed.
func (a *App) dropSuspects() {
	for _, id := range a.suspects {
		if rec := a.records[id]; rec != nil {
			a.drop(id)
			a.setFailingAside(rec)
		}
	}
	a.suspects = nil
}

// rowOf is the row of a record as it can still be written.
func rowOf(rec *record) store.Row {
	row := store.Row{Key: rec.appeal.ID, Rev: rec.appeal.Rev}
	_ = rpc.Guard(func() (err error) {
		row.Data, err = appeal.Marshal(&rec.appeal)
		return err
	})
	return row
}

// keepOrSetAside is [App.keep] of a record that was read: one that cannot be
// kept stops nothing.
func (a *App) keepOrSetAside(rec *record) {
	if err := rpc.Guard(func() error { a.keep(rec); return nil }); err != nil {
		delete(a.records, rec.appeal.ID)
		_ = rpc.Guard(func() error { a.hooks.removed(rec); return nil })
		a.setFailingAside(rec)
	}
}

func (a *App) setFailingAside(rec *record) {
	x := senseless(store.Appeals, rowOf(rec))
	x.failing = true
	a.aside = append(a.aside, x)
}

// failing is how many rows the program fails on.
func (a *App) failing() (n int) {
	for _, x := range a.aside {
		if x.failing {
			n++
		}
	}
	return n
}

// recovered puts right what a call that panicked may have left half-done: what
// is in memory is read again, and a record on which anything panics is set aside.
func (a *App) recovered(ctx context.Context) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.news.Store(true)
	a.merging, a.table, a.offered = nil, nil, nil
	if !a.opened {
		_ = a.store.Close() // the next hello opens it again
		a.store, a.vault = closedStore(), nil
		return
	}
	if err := a.load(ctx); err != nil {
		return // what is in memory may be all that is left
	}
	for _, rec := range a.index.byID {
		if err := rpc.Guard(func() error { return a.try(rec) }); err != nil {
			a.suspect(rec.record)
		}
	}
}

// try works out all that is ever worked out of a record by itself.
func (a *App) try(rec *facts) error {
	a.compareOne(rec)
	a.judgeThese([]*facts{rec}, a.envOf(&rec.appeal))
	if a.hash(rec) == "" {
		return fmt.Errorf("appeal %s has no entry", rec.appeal.ID)
	}
	return nil
}
