package idb

import (
	"fmt"
	"syscall/js"

	"github.com/google/uuid"
	"github.com/hack-pad/go-indexeddb/idb"

	"rroform/wasm/store"
)

// upgrade brings one database up to the newest step of a history.
type upgrade struct {
	req     js.Value // the IDBOpenDBRequest
	history store.History
	known   string   // identity of the database that was open before, "" = none was
	there   bool     // see config
	tx      js.Value // the versionchange transaction; undefined until it starts
	err     error    // why the upgrade was given up
}

// run is the idb.Upgrader. It never returns an error, because go-indexeddb
// panics in the callback then and stops the whole program; instead it aborts
// the upgrade, which leaves the database as it was.
func (u *upgrade) run(db *idb.Database, oldVersion, _ uint) error {
	u.tx = u.req.Get("transaction")
	u.err = store.ErrNotFound
	if !u.there || oldVersion > 0 {
		u.err = u.create(db, int(oldVersion))
	}
	if u.err != nil {
		_ = try(func() { u.tx.Call("abort") }) // throws only if it is over already
	}
	return nil
}

// create makes the tables of the steps that are newer than oldVersion. A
// database that was there and is not any more is not made anew: that would hide
// that its rows are gone.
func (u *upgrade) create(db *idb.Database, oldVersion int) error {
	if oldVersion == 0 && u.known != "" {
		return store.ErrWiped
	}
	if err := u.name(); err != nil {
		return err
	}
	for _, step := range u.history {
		if step.Version <= oldVersion {
			continue
		}
		for _, table := range (store.History{step}).Tables() {
			// Keys are given with each row, not found in it.
			if _, err := db.CreateObjectStore(string(table), idb.ObjectStoreOptions{}); err != nil {
				return fmt.Errorf("create table %s of version %d: %w", table, step.Version, err)
			}
		}
	}
	return nil
}

// name gives the database an identity, if it has none yet.
func (u *upgrade) name() error {
	return try(func() {
		db := u.req.Get("result")
		if !db.Get("objectStoreNames").Call("contains", identityTable).Bool() {
			db.Call("createObjectStore", identityTable).Call("put", uuid.NewString(), identityKey)
		}
	})
}

// cause returns why the open request failed: its own error says no more than
// AbortError if the upgrade did.
func (u *upgrade) cause(err error) error {
	if u.err != nil {
		return u.err
	}
	if u.tx.Truthy() && u.tx.Get("error").Truthy() {
		return domError(u.tx.Get("error"))
	}
	return err
}
