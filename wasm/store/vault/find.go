package vault

import (
	"context"
	"errors"

	"rroform/wasm/store"
	"rroform/wasm/store/sealed"
)

// find follows the deeds from the front to the home, sets right on the way
// what a killed browser has left, and returns the home.
func find(ctx context.Context, o Options) (*room, error) {
	front, err := enter(ctx, o, o.Name, true)
	if err != nil {
		return nil, err
	}
	if front.deed.State != moved {
		if _, err := adopt(ctx, o, front); err != nil {
			return nil, errors.Join(err, front.raw.Close())
		}
	}
	at := front
	for at.deed.State == moved {
		next, err := enter(ctx, o, at.deed.To, false)
		if errors.Is(err, store.ErrNotFound) {
			// Somebody has removed it by hand, or has changed the deed.
			var found bool
			if found, err = adopt(ctx, o, at); found {
				continue
			} else if err == nil {
				break // what is left is here
			}
		}
		if err != nil {
			return nil, errors.Join(err, at.raw.Close())
		}
		_ = errors.Join(leave(ctx, o, at, next), at.raw.Close()) // or the next time
		at = next
	}
	if at != front {
		for _, name := range o.names()[1:] {
			if name != at.name {
				_ = o.Rooms.Drop(ctx, name) // what another tab has kept from going
			}
		}
	}
	if at.deed.State == home {
		return at, nil
	}
	// A move was cut off, or is going on in a tab that will fail to finish it.
	to := at.deed.To
	if err := at.become(ctx, deed{State: home, Lock: at.deed.Lock}); err != nil {
		return nil, errors.Join(err, at.raw.Close())
	}
	if to != "" {
		_ = o.Rooms.Drop(ctx, to) // what stays is dropped by the next move
	}
	return at, nil
}

// adopt looks for the register when a database that should lead to it is empty:
// the browser may have been killed while the front was made again, or something
// else than this program has replaced the deed. An empty front must not hide a
// sealed register behind it.
func adopt(ctx context.Context, o Options, at *room) (found bool, err error) {
	for _, table := range []store.Table{store.Profiles, store.Appeals} {
		keys, err := at.raw.Keys(ctx, table)
		if err != nil || len(keys) > 0 {
			return false, err
		}
	}
	for _, name := range o.names()[1:] {
		other, err := enter(ctx, o, name, false)
		if errors.Is(err, store.ErrNotFound) {
			continue
		}
		if err != nil {
			return false, err
		}
		found := other.deed.State == home || other.deed.State == moving
		if err := other.raw.Close(); err != nil {
			return false, err
		}
		if found {
			return true, at.become(ctx, deed{State: moved, To: name})
		}
	}
	return false, nil
}

// stripped reports whether rows are sealed in a database whose deed says that
// they are in plain.
func stripped(ctx context.Context, r *room) (bool, error) {
	if r.deed.Lock != nil {
		return false, nil
	}
	found := false
	looks := func(_ int, rows []store.Row) error {
		for _, row := range rows {
			found = found || sealed.Looks(row.Data)
		}
		if found {
			return errFound
		}
		return nil
	}
	// A register that was ever used has a profile.
	for _, table := range []store.Table{store.Profiles, store.Settings, store.Bodies} {
		if err := r.raw.Each(ctx, table, looks); err != nil && !found {
			return false, err
		}
	}
	return found, nil
}

var errFound = errors.New("found")

// leave clears up behind a register that was followed from one database to the
// next: the front stays and points there, any other goes.
func leave(ctx context.Context, o Options, from, to *room) error {
	if from.name != o.Name {
		front, err := enter(ctx, o, o.Name, true)
		if err != nil {
			return err
		}
		err = front.become(ctx, deed{State: moved, To: to.name})
		if err = errors.Join(err, front.raw.Close(), from.raw.Close()); err != nil {
			return err
		}
		return o.Rooms.Drop(ctx, from.name)
	}
	if !from.deed.Dirty {
		return nil
	}
	return renew(ctx, o, from, to.name)
}

// renew makes the front anew, so that nothing of what it held is left.
func renew(ctx context.Context, o Options, front *room, to string) error {
	if err := errors.Join(front.raw.Close(), o.Rooms.Drop(ctx, o.Name)); err != nil {
		return err
	}
	fresh, err := enter(ctx, o, o.Name, true)
	if err != nil {
		return err
	}
	return errors.Join(fresh.become(ctx, deed{State: moved, To: to}), fresh.raw.Close())
}
