package idb

import (
	"sync/atomic"
	"syscall/js"

	"github.com/hack-pad/go-indexeddb/idb"
)

// conn is one connection to the database.
type conn struct {
	lib  *idb.Database
	raw  js.Value    // the same, as the browser's IDBDatabase
	lost atomic.Bool // closed by us or by the browser: no use any more
	gone js.Func     // listens to versionchange and close
	// dropped: another tab removes the database. To open it again would make an
	// empty one, into which a clerk's work would go unseen.
	dropped atomic.Bool
}

// newConn takes over the result of a successful open.
func newConn(req *idb.OpenDBRequest, raw js.Value) (*conn, error) {
	lib, err := req.Result()
	if err != nil {
		return nil, err
	}
	c := &conn{lib: lib, raw: raw}
	// versionchange: another tab wants to upgrade or delete the database, and
	// would be blocked if we stayed. close: the browser has closed it under us
	// (storage cleared, disk trouble, the system asleep).
	c.gone = js.FuncOf(func(_ js.Value, args []js.Value) any {
		c.dropped.Store(args[0].Get("newVersion").IsNull()) // undefined in a close event
		c.close()
		return nil
	})
	raw.Call("addEventListener", "versionchange", c.gone)
	raw.Call("addEventListener", "close", c.gone)
	return c, nil
}

// close closes the connection once; running transactions still finish.
func (c *conn) close() {
	if c.lost.Swap(true) {
		return
	}
	c.raw.Call("removeEventListener", "versionchange", c.gone)
	c.raw.Call("removeEventListener", "close", c.gone)
	c.gone.Release()
	c.raw.Call("close")
}
