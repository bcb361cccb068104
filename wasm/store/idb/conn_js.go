package idb

import (
	"sync/atomic"
	"syscall/js"

	"github.com/hack-pad/go-indexeddb/idb"
)

// conn is one connection to the database.
type conn struct {
	lib  *idb.Database
	raw  js.Value    // the same connection as the browser's IDBDatabase
	lost atomic.Bool // closed by us or by the browser
	// listener handles the events versionchange and close.
	listener js.Func
	// dropped: another tab deletes the database. We must not reopen it: that would
	// create an empty database and save the clerk's work where nothing finds it.
	dropped atomic.Bool
}

// newConn wraps the result of a successful open request.
func newConn(req *idb.OpenDBRequest, raw js.Value) (*conn, error) {
	lib, err := req.Result()
	if err != nil {
		return nil, err
	}
	c := &conn{lib: lib, raw: raw}
	// versionchange: another tab wants to upgrade or delete the database and waits
	// until we close. close: the browser has closed the database (storage cleared,
	// disk failure, computer asleep).
	c.listener = js.FuncOf(func(_ js.Value, args []js.Value) any {
		c.dropped.Store(args[0].Get("newVersion").IsNull()) // null = deletion; undefined in a close event
		c.close()
		return nil
	})
	raw.Call("addEventListener", "versionchange", c.listener)
	raw.Call("addEventListener", "close", c.listener)
	return c, nil
}

// close closes the connection. Running transactions still finish.
func (c *conn) close() {
	if c.lost.Swap(true) {
		return
	}
	c.raw.Call("removeEventListener", "versionchange", c.listener)
	c.raw.Call("removeEventListener", "close", c.listener)
	c.listener.Release()
	c.raw.Call("close")
}
