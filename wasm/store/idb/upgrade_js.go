package idb

import (
	"fmt"
	"syscall/js"

	"github.com/google/uuid"
	"github.com/hack-pad/go-indexeddb/idb"

	"rroform/wasm/store"
)

// upgrade upgrades one database to the newest version of a history.
type upgrade struct {
	req     js.Value // the IDBOpenDBRequest
	history store.History
	known   string   // identity of the database if it was open before, else ""
	tx      js.Value // the versionchange transaction; undefined until it starts
	err     error    // why the upgrade was aborted

	mustExist bool // see config
}

// run is the idb.Upgrader. On failure it aborts the upgrade, which leaves the
// database as it was. It never returns an error: go-indexeddb would panic in the
// callback, which ends the program.
func (u *upgrade) run(db *idb.Database, oldVersion, _ uint) error {
	u.tx = u.req.Get("transaction")
	u.err = store.ErrNotFound
	if !u.mustExist || oldVersion > 0 {
		u.err = u.create(db, int(oldVersion))
	}
	if u.err != nil {
		_ = try(func() { u.tx.Call("abort") }) // throws only if the transaction is over
	}
	return nil
}

// create creates the tables of the steps after oldVersion. If the database was
// open before and does not exist any more, create refuses to make an empty one,
// which would hide the loss of the rows.
func (u *upgrade) create(db *idb.Database, oldVersion int) error {
	if oldVersion == 0 && u.known != "" {
		return store.ErrWiped
	}
	if err := u.addIdentity(); err != nil {
		return err
	}
	for _, step := range u.history {
		if step.Version <= oldVersion {
			continue
		}
		for _, table := range (store.History{step}).Tables() {
			// No key path: the key is passed with each row.
			if _, err := db.CreateObjectStore(string(table), idb.ObjectStoreOptions{}); err != nil {
				return fmt.Errorf("create table %s of version %d: %w", table, step.Version, err)
			}
		}
	}
	return nil
}

// addIdentity gives the database an identity if it has none.
func (u *upgrade) addIdentity() error {
	return try(func() {
		db := u.req.Get("result")
		if !db.Get("objectStoreNames").Call("contains", identityTable).Bool() {
			db.Call("createObjectStore", identityTable).Call("put", uuid.NewString(), identityKey)
		}
	})
}

// cause returns why the open request failed. If the upgrade was aborted, the
// request's own error is only an AbortError.
func (u *upgrade) cause(err error) error {
	if u.err != nil {
		return u.err
	}
	if u.tx.Truthy() && u.tx.Get("error").Truthy() {
		return domError(u.tx.Get("error"))
	}
	return err
}
