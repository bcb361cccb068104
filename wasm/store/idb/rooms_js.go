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

// Sponges are databases of nothing that are made before a database is filled or
// dropped and removed after it. Chromium keeps IndexedDB in a LevelDB, which
// sorts all databases by their number and merges files only where the database
// that is being dropped has keys in several of them. Values that lie in one
// file with their own deletion, as those of a small register do, stay. A sponge
// made before lies in that file too, and dropping it merges the file; dropping
// the next removes what the merge has left over.
const (
	sponges     = 4
	spongePause = 150 * time.Millisecond // LevelDB works beside us
)

func spongeName(i int) string { return fmt.Sprintf("%s-sponge-%d", Name, i) }

// Soak makes the sponges.
func (r Rooms) Soak(ctx context.Context) error {
	for i := range sponges {
		s, err := r.Open(ctx, spongeName(i), true)
		if err != nil {
			return err
		}
		_, err = s.Write(ctx, []store.Op{{Table: store.Settings, Key: "x", Rev: store.AnyRev, Data: []byte(`0`)}})
		if err := errors.Join(err, s.Close()); err != nil {
			return err
		}
	}
	return nil
}

// Wring removes them, and with them what the browser kept of databases that
// were dropped in between.
func (r Rooms) Wring(ctx context.Context) error {
	for i := range sponges {
		time.Sleep(spongePause)
		if err := r.Drop(ctx, spongeName(i)); err != nil {
			return err
		}
	}
	return nil
}
