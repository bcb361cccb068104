package idb

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"rroform/wasm/store"
)

// callTimeout is how long the browser may take for one call. It is far longer than
// a slow disk needs for an archive: it only ends calls that would hang for ever.
const callTimeout = time.Minute

// rowTimeout is added to callTimeout for each row that is written: restoring a
// backup may write 100,000.
const rowTimeout = 10 * time.Millisecond

// database is the Store. It reopens its connection when that is lost.
type database struct {
	cfg    config
	closed atomic.Bool
	// connecting has capacity 1 and serves as a mutex for conn and id that can be
	// waited for with a context.
	connecting chan struct{}
	conn       *conn  // nil or lost: the next call opens a new one
	id         string // identity of the database (identity_js.go); "" = never opened
}

var _ store.Store = (*database)(nil)

// connection returns the open connection and opens one if needed.
func (d *database) connection(ctx context.Context) (*conn, error) {
	select {
	case d.connecting <- struct{}{}:
		defer func() { <-d.connecting }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if d.closed.Load() {
		return nil, store.ErrClosed
	}
	if d.conn != nil && !d.conn.lost.Load() {
		return d.conn, nil
	}
	if d.conn != nil && d.conn.dropped.Load() {
		return nil, store.ErrGone
	}
	c, err := connect(ctx, d.cfg, d.id)
	if err != nil {
		return nil, err
	}
	id, err := c.checkIdentity(ctx, d.id)
	if err != nil {
		c.close()
		return nil, explainAgain(err, d.id)
	}
	d.id = id
	if d.closed.Load() { // closed while we opened the connection
		c.close()
		return nil, store.ErrClosed
	}
	d.conn = c
	return c, nil
}

// Close implements [store.Store]. Running writes still finish.
func (d *database) Close() error {
	d.closed.Store(true)
	select {
	case d.connecting <- struct{}{}:
		if d.conn != nil {
			d.conn.close()
		}
		<-d.connecting
	default: // connection holds the lock: it checks closed at its end
	}
	return nil
}

// call is a use of a connection. again reports whether the call may be repeated
// with another connection after an error.
type call func(context.Context, *conn) (again bool, err error)

// do runs f with the connection. If the connection turns out to be lost and f
// allows it, do opens a new one and repeats f once.
func (d *database) do(ctx context.Context, f call) error { return d.doLong(ctx, 0, f) }

// doLong is do with a timeout of callTimeout and extra.
func (d *database) doLong(ctx context.Context, extra time.Duration, f call) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout+extra)
	defer cancel()
	for last := false; ; last = true {
		if d.closed.Load() {
			return store.ErrClosed
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		c, err := d.connection(ctx)
		if err != nil {
			return err
		}
		again, err := f(ctx, c)
		if err == nil {
			return nil
		}
		err = explain(err)
		if errors.Is(err, errState) {
			c.close() // the connection is closed although the browser sent no event
		}
		if last || !again || !c.lost.Load() {
			return err
		}
	}
}
