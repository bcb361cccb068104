package vault

import (
	"context"
	"errors"

	"rroform/wasm/store"
	"rroform/wasm/store/sealed"
)

// find follows the manifests from the root to the current database, repairs on
// the way what a killed browser has left, and returns the current database.
func find(ctx context.Context, o Options) (*database, error) {
	root, err := openDatabase(ctx, o, o.Name, true)
	if err != nil {
		return nil, err
	}
	if root.manifest.State != moved {
		if _, err := recoverEmptyRoot(ctx, o, root); err != nil {
			return nil, errors.Join(err, root.raw.Close())
		}
	}
	at := root
	for at.manifest.State == moved {
		next, err := openDatabase(ctx, o, at.manifest.To, false)
		if errors.Is(err, store.ErrNotFound) {
			// Someone deleted the database by hand, or replaced the manifest.
			var found bool
			if found, err = recoverEmptyRoot(ctx, o, at); found {
				continue
			} else if err == nil {
				break // the rows that are left are in this database
			}
		}
		if err != nil {
			return nil, errors.Join(err, at.raw.Close())
		}
		_ = errors.Join(cleanUpAfter(ctx, o, at, next), at.raw.Close()) // if it fails, the next start tries again
		at = next
	}
	if at != root {
		for _, name := range o.names()[1:] {
			if name != at.name {
				_ = o.Databases.Drop(ctx, name) // left over if another tab kept it open during the move
			}
		}
	}
	if at.manifest.State == current {
		return at, nil
	}
	// A move was interrupted. If it is still going on in another tab, this write
	// of the manifest makes that tab fail to finish it.
	to := at.manifest.To
	if err := at.setManifest(ctx, manifest{State: current, Lock: at.manifest.Lock}); err != nil {
		return nil, errors.Join(err, at.raw.Close())
	}
	if to != "" {
		_ = o.Databases.Drop(ctx, to) // if it fails, the next move drops it
	}
	return at, nil
}

// recoverEmptyRoot looks for the register when the database that should lead to
// it holds none: the browser may have been killed while the root was recreated,
// or another program may have replaced its manifest. Without this an empty root
// would hide an encrypted register in another database. If it finds the
// register, it writes the lost manifest of at.
func recoverEmptyRoot(ctx context.Context, o Options, at *database) (found bool, err error) {
	for _, table := range []store.Table{store.Profiles, store.Appeals} {
		keys, err := at.raw.Keys(ctx, table)
		if err != nil || len(keys) > 0 {
			return false, err
		}
	}
	for _, name := range o.names()[1:] {
		other, err := openDatabase(ctx, o, name, false)
		if errors.Is(err, store.ErrNotFound) {
			continue
		}
		if err != nil {
			return false, err
		}
		found := other.manifest.State == current || other.manifest.State == moving
		if err := other.raw.Close(); err != nil {
			return false, err
		}
		if found {
			return true, at.setManifest(ctx, manifest{State: moved, To: name})
		}
	}
	return false, nil
}

// isStripped reports whether a database contains encrypted rows although its
// manifest says that they are not encrypted.
func isStripped(ctx context.Context, d *database) (bool, error) {
	if d.manifest.Lock != nil {
		return false, nil
	}
	found := false
	look := func(_ int, rows []store.Row) error {
		for _, row := range rows {
			found = found || sealed.LooksSealed(row.Data)
		}
		if found {
			return errFound
		}
		return nil
	}
	// A register that was ever used has a profile, so these small tables suffice.
	for _, table := range []store.Table{store.Profiles, store.Settings, store.Bodies} {
		if err := d.raw.Each(ctx, table, look); err != nil && !found {
			return false, err
		}
	}
	return found, nil
}

// errFound ends the reading of a table early.
var errFound = errors.New("found")

// cleanUpAfter removes what a move leaves behind: an old database other than the
// root is dropped, the root is recreated without its old rows.
func cleanUpAfter(ctx context.Context, o Options, from, to *database) error {
	if from.name != o.Name {
		root, err := openDatabase(ctx, o, o.Name, true)
		if err != nil {
			return err
		}
		err = root.setManifest(ctx, manifest{State: moved, To: to.name})
		if err = errors.Join(err, root.raw.Close(), from.raw.Close()); err != nil {
			return err
		}
		return o.Databases.Drop(ctx, from.name)
	}
	if !from.manifest.Dirty {
		return nil
	}
	return recreateRoot(ctx, o, from, to.name)
}

// recreateRoot drops the root with all its rows and creates one that only says
// where the register is. If the browser is killed in between,
// [recoverEmptyRoot] finds the register at the next start.
func recreateRoot(ctx context.Context, o Options, root *database, to string) error {
	if err := errors.Join(root.raw.Close(), o.Databases.Drop(ctx, o.Name)); err != nil {
		return err
	}
	fresh, err := openDatabase(ctx, o, o.Name, true)
	if err != nil {
		return err
	}
	return errors.Join(fresh.setManifest(ctx, manifest{State: moved, To: to}), fresh.raw.Close())
}
