package idb

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"
	"time"

	"rroform/wasm/store"
)

// Rooms are the databases of the page's origin, by name.
type Rooms struct{}

// Open opens a database as [Open] does. One that is not there is created, or
// the error wraps store.ErrNotFound.
func (Rooms) Open(ctx context.Context, name string, create bool) (store.Store, error) {
	return open(ctx, config{name: name, history: store.Migrations, timeout: openTimeout, factory: browserFactory(), there: !create})
}

// Drop removes a database, there or not. Other tabs let go of it; one that does
// not within 8 seconds makes the error wrap store.ErrBlocked, and the database
// goes when that tab does.
func (Rooms) Drop(ctx context.Context, name string) error { return drop(ctx, browserFactory(), name) }

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

// Scouring: how often, and how long LevelDB gets to put its files in order.
const (
	scourTimes = 3
	scourPause = 400 * time.Millisecond
)

// Scour makes the browser let go of the bytes of dropped databases. Chromium
// compacts its LevelDB when a database is dropped, but removes the files that
// became superfluous only at a later compaction, or at its next start. So a
// few databases of nothing are made and dropped.
func (r Rooms) Scour(ctx context.Context) error {
	const name = Name + "-scour"
	for range scourTimes {
		time.Sleep(scourPause)
		s, err := r.Open(ctx, name, true)
		if err != nil {
			return err
		}
		_, err = s.Write(ctx, []store.Op{{Table: store.Settings, Key: "x", Rev: store.AnyRev, Data: []byte(`0`)}})
		if err := errors.Join(err, s.Close(), r.Drop(ctx, name)); err != nil {
			return err
		}
	}
	return nil
}
