// Package vault decides in which database the register is kept, and whether it
// is sealed there by a passphrase.
//
// A register that was never locked lives in the front, the database with the
// program's name. To lock it, to unlock it for good and to leave nothing of
// deleted rows behind, everything is copied into a fresh database and the old
// one is dropped: browsers keep overwritten values on disk for an unknown
// time, but those of a dropped database go ([Rooms.Wring]). From the first
// move on the front says only where the register is.
//
// Each database has a deed, a plain row that says what it is. One write of the
// old database's deed makes the move: before it nothing has changed, after it
// everything has, whenever the browser is killed. Every write of rows looks at
// the deed it has seen, so that a tab which has not heard of a move can write
// nothing: neither in plain into a sealed register, nor into one left behind.
package vault

import (
	"context"
	"errors"
	"slices"
	"sync"

	"rroform/wasm/store"
)

// Rooms are the databases of the browser, by name.
type Rooms interface {
	// Open opens a database; one that is not there is created or else the error
	// wraps store.ErrNotFound.
	Open(ctx context.Context, name string, create bool) (store.Store, error)
	// Drop removes a database, there or not.
	Drop(ctx context.Context, name string) error
	// Soak and Wring stand around dropping a database: they make the browser let
	// go of its bytes.
	Soak(ctx context.Context) error
	Wring(ctx context.Context) error
}

// Options say what a vault is made of.
type Options struct {
	Rooms    Rooms
	Name     string        // of the front
	Speaking []store.Table // tables whose keys tell something, see package sealed
	Heavy    []store.Table // text tables that are too large to be read at once
	Work     int           // log2 of scrypt's N for new passphrases
}

// Vault is a [store.Store] whose place and seal can change. Until the
// passphrase is given every call fails with store.ErrLocked.
type Vault struct {
	o    Options
	mu   sync.RWMutex // held for writing while the register moves
	home *room        // nil after Close or Wipe
	// stripped: rows are sealed and the deed does not say how, see [ErrStripped].
	stripped bool
}

var _ store.Store = (*Vault)(nil)

// Open finds the register. A move that was cut off is undone or finished.
// Errors are those of [Rooms.Open].
func Open(ctx context.Context, o Options) (*Vault, error) {
	home, err := find(ctx, o)
	if err != nil {
		return nil, err
	}
	bare, err := stripped(ctx, home)
	if err != nil {
		return nil, errors.Join(err, home.raw.Close())
	}
	if bare {
		home.view = nil
	}
	return &Vault{o: o, home: home, stripped: bare}, nil
}

// Guarded reports whether a passphrase seals the register.
func (v *Vault) Guarded() bool {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.home != nil && v.home.deed.Lock != nil
}

// Locked reports whether the passphrase must be given first.
func (v *Vault) Locked() bool {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.home != nil && v.home.view == nil
}

// Stripped reports whether the rows are sealed and nothing says how: see
// [ErrStripped]. Such a register is locked for good.
func (v *Vault) Stripped() bool { return v.stripped }

// Unlock opens a sealed register. A wrong passphrase is ErrPassphrase.
func (v *Vault) Unlock(passphrase string) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch {
	case v.home == nil:
		return store.ErrClosed
	case v.stripped:
		return ErrStripped
	case v.home.deed.Lock == nil:
		return nil
	}
	s, err := v.home.deed.Lock.open(passphrase)
	if err != nil {
		return err
	}
	return v.home.see(s, v.o.Speaking)
}

func (v *Vault) view() (store.Store, error) {
	switch {
	case v.home == nil:
		return nil, store.ErrClosed
	case v.stripped:
		return nil, ErrStripped
	case v.home.view == nil:
		return nil, store.ErrLocked
	}
	return v.home.view, nil
}

// Get implements [store.Store].
func (v *Vault) Get(ctx context.Context, table store.Table, key string) (store.Row, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	s, err := v.view()
	if err != nil {
		return store.Row{}, err
	}
	return s.Get(ctx, table, key)
}

// All implements [store.Store].
func (v *Vault) All(ctx context.Context, table store.Table) ([]store.Row, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	s, err := v.view()
	if err != nil {
		return nil, err
	}
	return s.All(ctx, table)
}

// Each implements [store.Store].
func (v *Vault) Each(ctx context.Context, table store.Table, take func(from int, rows []store.Row) error) error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	s, err := v.view()
	if err != nil {
		return err
	}
	return s.Each(ctx, table, take)
}

// Keys implements [store.Store].
func (v *Vault) Keys(ctx context.Context, table store.Table) ([]string, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	s, err := v.view()
	if err != nil {
		return nil, err
	}
	return s.Keys(ctx, table)
}

// Write implements [store.Store]. It fails with store.ErrGone when another tab
// has moved the register or changed its passphrase.
func (v *Vault) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	s, err := v.view()
	if err != nil {
		return nil, err
	}
	return s.Write(ctx, ops)
}

// Close implements [store.Store].
func (v *Vault) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.home == nil {
		return nil
	}
	err := v.home.raw.Close()
	v.home = nil
	return err
}

// Wipe drops every database. The vault is closed after it.
func (v *Vault) Wipe(ctx context.Context) error {
	return errors.Join(v.Close(), Wipe(ctx, v.o))
}

// Wipe drops every database that a vault may have made, the front last: what
// lies behind it would be found again if the browser were killed in between.
func Wipe(ctx context.Context, o Options) error {
	_ = o.Rooms.Soak(ctx) // without room for it the rest goes all the same
	for _, name := range slices.Backward(o.names()) {
		if err := o.Rooms.Drop(ctx, name); err != nil {
			return err
		}
	}
	return o.Rooms.Wring(ctx)
}

// names are the databases a vault uses: the front, and two in turn.
func (o Options) names() []string { return []string{o.Name, o.Name + "-2", o.Name + "-3"} }
