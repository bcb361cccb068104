package vault

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"rroform/wasm/store"
)

// Report receives the progress of a move in rows. Its error ends the move.
type Report func(done, total int) error

// SetLock encrypts the register under a passphrase, in a fresh database.
func (v *Vault) SetLock(ctx context.Context, passphrase string, report Report) error {
	s, err := newSeal(passphrase, v.o.Work)
	if err != nil {
		return err
	}
	return v.move(ctx, s, report)
}

// RemoveLock decrypts the register into a fresh database. The error wraps
// [ErrPassphrase] if the passphrase is wrong.
func (v *Vault) RemoveLock(ctx context.Context, passphrase string, report Report) error {
	if err := v.checkPassphrase(passphrase); err != nil {
		return err
	}
	return v.move(ctx, seal{}, report)
}

// ChangeLock encrypts the register under another passphrase and with another
// key, in a fresh database. The key must change too: the browser may keep the
// old manifest on disk for a while, and the old passphrase must not open through
// it what is written from now on.
func (v *Vault) ChangeLock(ctx context.Context, old, passphrase string, report Report) error {
	if err := v.checkPassphrase(old); err != nil {
		return err
	}
	return v.SetLock(ctx, passphrase, report)
}

// checkPassphrase returns an error unless the register is unlocked and this is
// its passphrase.
func (v *Vault) checkPassphrase(passphrase string) error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if _, err := v.view(); err != nil {
		return err
	}
	if v.current.manifest.Lock == nil {
		return ErrPassphrase
	}
	_, err := v.current.manifest.Lock.open(passphrase)
	return err
}

// Scrub moves the register to a fresh database, so that deleted rows disappear
// from the browser's files. An encrypted register gets a new key under the same
// passphrase.
func (v *Vault) Scrub(ctx context.Context, report Report) error {
	s, err := v.rekeyedSeal()
	if err != nil {
		return err
	}
	return v.move(ctx, s, report)
}

// rekeyedSeal returns the present seal with a new key.
func (v *Vault) rekeyedSeal() (seal, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if _, err := v.view(); err != nil {
		return seal{}, err
	}
	return v.current.seal.rekeyed(), nil
}

// move copies the register into a fresh database, encrypted by s. After an error
// the register is where it was, unchanged.
func (v *Vault) move(ctx context.Context, s seal, report Report) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if _, err := v.view(); err != nil {
		return err
	}
	from := v.current
	name := v.o.names()[1]
	if from.name == name {
		name = v.o.names()[2]
	}
	if err := v.o.Databases.Drop(ctx, name); err != nil {
		return err
	}
	if err := v.o.Databases.PrepareCompact(ctx); err != nil {
		return err
	}
	to, err := openDatabase(ctx, v.o, name, true)
	if err != nil {
		return err
	}
	err = v.fill(ctx, from, to, s, report)
	after := context.WithoutCancel(ctx)
	if err == nil { // this write is the move
		err = from.setManifest(ctx, manifest{State: moved, To: name, Lock: from.manifest.Lock, Dirty: true})
	}
	if err != nil {
		_ = to.raw.Close()
		// Drop the copy only if the old database is certainly current again. If
		// that write fails too, the next Open decides which of the two is current.
		if from.manifest.State != moving ||
			from.setManifest(after, manifest{State: current, Lock: from.manifest.Lock}) == nil {
			_ = v.o.Databases.Drop(after, name)
		}
		_ = v.o.Databases.Compact(after)
		return err
	}
	v.current = to
	// The move is done. If the cleaning up fails, the next Open repeats it.
	_ = errors.Join(cleanUpAfter(after, v.o, from, to), from.raw.Close(), v.o.Databases.Compact(after))
	return nil
}

// fill copies all rows and marks the copy as a complete register. The caller
// makes it the current one by the manifest of from.
func (v *Vault) fill(ctx context.Context, from, to *database, s seal, report Report) error {
	if err := to.setManifest(ctx, manifest{State: filling, Lock: s.lock}); err != nil {
		return err
	}
	if err := to.openView(s, v.o.HideKeys); err != nil {
		return err
	}
	if err := from.setManifest(ctx, manifest{State: moving, To: to.name, Lock: from.manifest.Lock}); err != nil {
		return err
	}
	c := &copier{from: from.view, to: to.view, report: report}
	if err := c.count(ctx); err != nil {
		return err
	}
	for _, table := range store.Tables() {
		whole := !store.IsBinary(table) && !slices.Contains(v.o.Large, table)
		if err := c.copyTable(ctx, table, whole); err != nil {
			return fmt.Errorf("copy %s: %w", table, err)
		}
	}
	return to.setManifest(ctx, manifest{State: current, Lock: s.lock})
}
