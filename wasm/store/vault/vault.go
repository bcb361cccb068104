// Package vault chooses the database in which the register is stored and
// encrypts the register under a passphrase, if there is one.
//
// A register that never had a passphrase is in the root database, which has the
// program's name. Setting, changing or removing the passphrase, and erasing
// deleted rows for good, copy everything into a fresh database and drop the old
// one: a browser keeps overwritten values on disk for an unknown time, but the
// values of a dropped database can be made to disappear
// ([Databases.PrepareCompact]). After the first move the root only says which
// database is current.
//
// Each database has a manifest, an unencrypted row that says what the database
// is and how its rows are encrypted. A move takes effect by one write, that of
// the old database's manifest. If the browser is killed before it, nothing has
// changed; if it is killed after it, the move is done, and [Open] finishes the
// cleaning up. Every write of rows also checks that the manifest is the one this
// tab has read. So a tab that missed a move cannot write: neither unencrypted
// rows into an encrypted register, nor rows into an abandoned database.
//
// A [Vault] is safe for concurrent use. Its mutex is held for reading during
// each call and for writing during a move, so calls wait for the end of a move.
// The functions that change a database do not lock: they are called by [Open],
// which shares nothing yet, or with the mutex held for writing.
package vault

import (
	"context"
	"errors"
	"slices"
	"sync"

	"rroform/wasm/store"
)

// Databases are the databases of the browser, by name.
type Databases interface {
	// Open opens a database. If it does not exist, Open creates it or, without
	// create, returns an error wrapping store.ErrNotFound.
	Open(ctx context.Context, name string, create bool) (store.Store, error)
	// Drop deletes a database. Dropping one that does not exist is no error.
	Drop(ctx context.Context, name string) error
	// PrepareCompact is called before a database is filled or dropped, Compact
	// after databases were dropped. Together they make the browser remove the
	// bytes of the dropped databases from its files.
	PrepareCompact(ctx context.Context) error
	Compact(ctx context.Context) error
}

// Options configure a vault.
type Options struct {
	Databases Databases
	Name      string        // of the root database
	HideKeys  []store.Table // text tables whose keys are encrypted too, see package sealed
	Large     []store.Table // text tables too large to be read at once: a move copies them row by row
	Work      int           // log2 of scrypt's cost parameter N for new passphrases
}

// Vault is a [store.Store] whose database and encryption can change. Until the
// passphrase is given every call fails with store.ErrLocked.
type Vault struct {
	o       Options
	mu      sync.RWMutex // held for writing while the register moves
	current *database    // guarded by mu; nil after Close or Wipe
	// stripped is set by Open and never changes: see [Vault.Stripped].
	stripped bool
}

var _ store.Store = (*Vault)(nil)

// Open finds the register. A move that was interrupted is undone or finished.
// The errors are those of [Databases.Open].
func Open(ctx context.Context, o Options) (*Vault, error) {
	current, err := find(ctx, o)
	if err != nil {
		return nil, err
	}
	stripped, err := isStripped(ctx, current)
	if err != nil {
		return nil, errors.Join(err, current.raw.Close())
	}
	if stripped {
		current.view = nil
	}
	return &Vault{o: o, current: current, stripped: stripped}, nil
}

// Guarded reports whether the register is encrypted under a passphrase.
func (v *Vault) Guarded() bool {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.current != nil && v.current.manifest.Lock != nil
}

// Locked reports whether the passphrase must be given first.
func (v *Vault) Locked() bool {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.current != nil && v.current.view == nil
}

// Stripped reports whether the rows are encrypted but the manifest does not say
// how, see [ErrStripped]. Nothing can unlock such a register.
func (v *Vault) Stripped() bool { return v.stripped }

// Unlock opens an encrypted register. The error wraps [ErrPassphrase] if the
// passphrase is wrong.
func (v *Vault) Unlock(passphrase string) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch {
	case v.current == nil:
		return store.ErrClosed
	case v.stripped:
		return ErrStripped
	case v.current.manifest.Lock == nil:
		return nil
	}
	s, err := v.current.manifest.Lock.open(passphrase)
	if err != nil {
		return err
	}
	return v.current.openView(s, v.o.HideKeys)
}

// view returns the decrypted rows. The caller holds mu.
func (v *Vault) view() (store.Store, error) {
	switch {
	case v.current == nil:
		return nil, store.ErrClosed
	case v.stripped:
		return nil, ErrStripped
	case v.current.view == nil:
		return nil, store.ErrLocked
	}
	return v.current.view, nil
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

// Write implements [store.Store]. The error wraps store.ErrGone if another tab
// has moved the register, which includes changing its passphrase.
func (v *Vault) Write(ctx context.Context, ops []store.Op) ([]int64, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	s, err := v.view()
	if err != nil {
		return nil, err
	}
	return s.Write(ctx, ops)
}

// Expect implements [store.Store].
func (v *Vault) Expect(bytes int) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if s, err := v.view(); err == nil {
		s.Expect(bytes)
	}
}

// Close implements [store.Store].
func (v *Vault) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.current == nil {
		return nil
	}
	err := v.current.raw.Close()
	v.current = nil
	return err
}

// Wipe closes the vault and deletes every database.
func (v *Vault) Wipe(ctx context.Context) error {
	return errors.Join(v.Close(), Wipe(ctx, v.o))
}

// Wipe deletes every database that a vault may have made. The root goes last:
// if the browser is killed in between, the next Wipe still finds the others.
func Wipe(ctx context.Context, o Options) error {
	_ = o.Databases.PrepareCompact(ctx) // a full disk must not prevent the deletion
	for _, name := range slices.Backward(o.names()) {
		if err := o.Databases.Drop(ctx, name); err != nil {
			return err
		}
	}
	return o.Databases.Compact(ctx)
}

// names returns the databases a vault uses: the root, and two that a register
// alternates between when it moves.
func (o Options) names() []string { return []string{o.Name, o.Name + "-2", o.Name + "-3"} }
