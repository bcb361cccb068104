package vault

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"rroform/wasm/store"
)

// Report hears how many rows of how many are copied; an error ends the move.
type Report func(done, total int) error

// SetLock seals the register with a passphrase, in a fresh database.
func (v *Vault) SetLock(ctx context.Context, passphrase string, report Report) error {
	s, err := newSeal(passphrase, v.o.Work)
	if err != nil {
		return err
	}
	return v.move(ctx, s, report)
}

// RemoveLock puts the register in plain into a fresh database, if the
// passphrase is right.
func (v *Vault) RemoveLock(ctx context.Context, passphrase string, report Report) error {
	if err := v.try(passphrase); err != nil {
		return err
	}
	return v.move(ctx, seal{}, report)
}

// ChangeLock seals the register with another passphrase and another key, in a
// fresh database: the browser may keep the old lock for a while, and what it
// opens must not be the register.
func (v *Vault) ChangeLock(ctx context.Context, old, passphrase string, report Report) error {
	if err := v.try(old); err != nil {
		return err
	}
	return v.SetLock(ctx, passphrase, report)
}

// try returns an error unless the passphrase is that of the register.
func (v *Vault) try(passphrase string) error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if _, err := v.view(); err != nil {
		return err
	}
	if v.home.deed.Lock == nil {
		return ErrPassphrase
	}
	_, err := v.home.deed.Lock.open(passphrase)
	return err
}

// Scrub moves the register to a fresh database, so that the browser keeps
// nothing of what was deleted. A sealed one gets another key there, under the
// same passphrase.
func (v *Vault) Scrub(ctx context.Context, report Report) error {
	s, err := v.freshSeal()
	if err != nil {
		return err
	}
	return v.move(ctx, s, report)
}

// freshSeal is the present seal with another key.
func (v *Vault) freshSeal() (seal, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if _, err := v.view(); err != nil {
		return seal{}, err
	}
	return v.home.seal.fresh(), nil
}

// move copies the register into a fresh database under another seal. An error
// means that nothing has changed.
func (v *Vault) move(ctx context.Context, s seal, report Report) error {
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
	err = v.fill(ctx, from, to, s, report)
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
func (v *Vault) fill(ctx context.Context, from, to *room, s seal, report Report) error {
	if err := to.become(ctx, deed{State: filling, Lock: s.lock}); err != nil {
		return err
	}
	if err := to.see(s, v.o.Speaking); err != nil {
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
	return to.become(ctx, deed{State: home, Lock: s.lock})
}
