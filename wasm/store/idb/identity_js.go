package idb

import (
	"context"

	"rroform/wasm/store"
)

// A database has an identity, which no table holds and no backup carries: a
// connection that is made again must meet the same database. Else the browser
// has emptied its storage meanwhile, and what we believe to be stored is gone.
const (
	identityTable = "identity"
	identityKey   = "id"
)

// recognise returns the identity of the connection's database; [store.ErrWiped]
// if it is not the known one. "" is known of nothing. A database without an
// identity, which only an upgrade can give, is believed.
func (c *conn) recognise(ctx context.Context, known string) (string, error) {
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
