package idb

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"
	"time"

	"rroform/wasm/store"
)

// Databases implements vault.Databases with the databases of the page's origin.
type Databases struct{}

// Open opens a database and upgrades it to store.Version() if needed. If it does
// not exist, Open creates it or, without create, returns an error wrapping
// store.ErrNotFound. Otherwise the error wraps store.ErrBlocked if another tab
// keeps an older version open for 8 seconds, store.ErrNewer if a newer program
// has upgraded the database, store.ErrQuota if the browser's storage is full,
// store.ErrNoStore if the browser gives this page no storage, or the context's
// error. The store's methods return errors wrapping store.ErrWiped once the
// browser has emptied its storage.
func (Databases) Open(ctx context.Context, name string, create bool) (store.Store, error) {
	return open(ctx, config{
		name:      name,
		history:   store.Migrations,
		timeout:   openTimeout,
		factory:   browserFactory(),
		mustExist: !create,
	})
}

// Drop deletes a database. Dropping one that does not exist is no error. Other
// tabs close their connections. If one does not within 8 seconds, the error wraps
// store.ErrBlocked, and the browser deletes the database when that tab closes.
func (Databases) Drop(ctx context.Context, name string) error {
	return drop(ctx, browserFactory(), name)
}

func drop(ctx context.Context, factory js.Value, name string) error {
	if !factory.Truthy() {
		return store.ErrNoStore
	}
	var req js.Value
	if err := try(func() { req = factory.Call("deleteDatabase", name) }); err != nil {
		return explainOpen(err)
	}
	done := requestSettled(req)
	timeout := time.NewTimer(openTimeout)
	defer timeout.Stop()
	select {
	case err := <-done:
		return explain(err)
	case <-timeout.C:
		return fmt.Errorf("drop database %s: %w", name, store.ErrBlocked)
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Dummy databases make Chromium remove deleted values from its files. Chromium
// stores all databases in one LevelDB, sorted by database number, and dropping a
// database makes LevelDB merge (compact) only those files that hold keys of that
// database in several places. Values of a small register are in one file together
// with their deletion, so that file is not merged and the values stay on disk. A
// dummy created earlier has keys in that file too: dropping it merges the file,
// and dropping the next ones removes what that merge left over. Found by
// experiment, tested in package e2e.
const (
	dummies    = 4
	dummyPause = 150 * time.Millisecond // LevelDB merges in the background
)

// dummyName returns the name of a dummy. It must not change: a killed browser
// leaves dummies, which the next Compact deletes by name.
func dummyName(i int) string { return fmt.Sprintf("%s-sponge-%d", Name, i) }

// PrepareCompact creates the dummy databases. Call it before a database is filled
// or dropped.
func (r Databases) PrepareCompact(ctx context.Context) error {
	for i := range dummies {
		s, err := r.Open(ctx, dummyName(i), true)
		if err != nil {
			return err
		}
		op := store.Op{Table: store.Settings, Key: "x", Rev: store.AnyRev, Data: []byte(`0`)}
		_, err = s.Write(ctx, []store.Op{op})
		if err := errors.Join(err, s.Close()); err != nil {
			return err
		}
	}
	return nil
}

// Compact drops the dummy databases, and so makes the browser remove the bytes of
// the databases that were dropped since PrepareCompact.
func (r Databases) Compact(ctx context.Context) error {
	for i := range dummies {
		time.Sleep(dummyPause)
		if err := r.Drop(ctx, dummyName(i)); err != nil {
			return err
		}
	}
	return nil
}
