package idb

import (
	"context"

	"rroform/wasm/store"
)

// Each database has a random identity, which is in no [store.Table] and in no
// backup. A reopened connection must find the same one. If it does not, the
// browser has deleted the database meanwhile, with all rows.
const (
	identityTable = "identity"
	identityKey   = "id"
)

// checkIdentity returns the identity of the connection's database, and
// [store.ErrWiped] if it is not the known one. known == "" accepts any. A database
// of an old program, which has no identity yet, is accepted.
func (c *conn) checkIdentity(ctx context.Context, known string) (string, error) {
	if !c.raw.Get("objectStoreNames").Call("contains", identityTable).Bool() {
		return known, nil
	}
	values, err := c.ask(ctx, identityTable, "getAll")
	if err != nil {
		return "", err
	}
	if values.Length() != 1 {
		return "", store.ErrWiped
	}
	if id := values.Index(0).String(); known == "" || known == id {
		return id, nil
	}
	return "", store.ErrWiped
}
