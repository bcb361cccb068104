package vault

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"

	"rroform/wasm/store"
	"rroform/wasm/store/sealed"
)

// Report hears how many rows of how many are copied; an error ends the move.
type Report func(done, total int) error

// SetLock seals the register with a passphrase, in a fresh database.
func (v *Vault) SetLock(ctx context.Context, passphrase string, report Report) error {
	key := make([]byte, sealed.KeySize)
	_, _ = rand.Read(key) // never fails
	l, err := newLock(passphrase, v.o.Work, key)
	if err != nil {
		return err
	}
	return v.move(ctx, l, key, report)
}

// RemoveLock puts the register in plain into a fresh database, if the
// passphrase is right.
func (v *Vault) RemoveLock(ctx context.Context, passphrase string, report Report) error {
	if _, err := v.try(passphrase); err != nil {
		return err
	}
	return v.move(ctx, nil, nil, report)
}

// ChangeLock wraps the same key by another passphrase.
func (v *Vault) ChangeLock(ctx context.Context, old, passphrase string) error {
	key, err := v.try(old)
	if err != nil {
		return err
	}
	l, err := newLock(passphrase, v.o.Work, key)
	if err != nil {
		return err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.home == nil {
		return store.ErrClosed
	}
	return v.home.become(ctx, deed{State: home, Lock: l})
}

// try returns the key of the rows.
func (v *Vault) try(passphrase string) ([]byte, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if _, err := v.view(); err != nil {
		return nil, err
	}
	if v.home.deed.Lock == nil {
		return nil, ErrPassphrase
	}
	return v.home.deed.Lock.key(passphrase)
}

// Scrub moves a register in plain to a fresh database, so that the browser
// keeps nothing of what was deleted. Of a sealed one it keeps only what nobody
// can read.
func (v *Vault) Scrub(ctx context.Context, report Report) error {
	if v.Guarded() {
		return nil
	}
	return v.move(ctx, nil, nil, report)
}

// move copies the register into a fresh database under another lock. An error
// means that nothing has changed.
func (v *Vault) move(ctx context.Context, l *lock, key []byte, report Report) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if _, err := v.view(); err != nil {
		return err
	}
	from := v.home
	name := v.o.names()[1]
	if from.name == name {
		name = v.o.names()[2]
	}
	if err := v.o.Rooms.Drop(ctx, name); err != nil {
		return err
	}
	if err := v.o.Rooms.Soak(ctx); err != nil {
		return err
	}
	to, err := enter(ctx, v.o, name, true)
	if err != nil {
		return err
	}
	err = v.fill(ctx, from, to, l, key, report)
	after := context.WithoutCancel(ctx)
	if err == nil { // this write is the move
		err = from.become(ctx, deed{State: moved, To: name, Lock: from.deed.Lock, Dirty: true})
	}
	if err != nil {
		_ = to.raw.Close()
		// Only if this holds is the copy of no use to anybody; if not, it is put
		// right when the register is opened again.
		if from.deed.State != moving || from.become(after, deed{State: home, Lock: from.deed.Lock}) == nil {
			_ = v.o.Rooms.Drop(after, name)
		}
		_ = v.o.Rooms.Wring(after)
		return err
	}
	v.home = to
	// The register is there now; what cannot be cleared up behind it is cleared
	// up when it is opened again.
	_ = errors.Join(leave(after, v.o, from, to), from.raw.Close(), v.o.Rooms.Wring(after))
	return nil
}

// fill makes the whole copy and declares it a home.
func (v *Vault) fill(ctx context.Context, from, to *room, l *lock, key []byte, report Report) error {
	if err := to.become(ctx, deed{State: filling, Lock: l}); err != nil {
		return err
	}
	if err := to.see(key, v.o.Speaking); err != nil {
		return err
	}
	if err := from.become(ctx, deed{State: moving, To: to.name, Lock: from.deed.Lock}); err != nil {
		return err
	}
	c := &copying{from: from.view, to: to.view, report: report}
	if err := c.count(ctx); err != nil {
		return err
	}
	for _, table := range store.Tables() {
		whole := !store.IsBinary(table) && !slices.Contains(v.o.Heavy, table)
		if err := c.table(ctx, table, whole); err != nil {
			return fmt.Errorf("copy %s: %w", table, err)
		}
	}
	return to.become(ctx, deed{State: home, Lock: l})
}
