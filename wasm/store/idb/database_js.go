package idb

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"rroform/wasm/store"
)

// callTimeout is how long the browser may take for one call. It is far above
// what a slow disk needs for an archive and only ends what would hang for ever.
const callTimeout = time.Minute

// rowTimeout is added to it for each row that is written: a backup may have
// 100,000 of them.
const rowTimeout = 10 * time.Millisecond

// database is the Store: a connection that is made again when it is lost.
type database struct {
	cfg    config
	closed atomic.Bool
	turn   chan struct{} // one place: whoever holds it may look at and set conn
	conn   *conn         // nil or lost: to be opened by the next call
	id     string        // of the database, see identity_js.go; "" = not opened yet
}

var _ store.Store = (*database)(nil)

// connection returns the open connection, after opening it if needed.
func (d *database) connection(ctx context.Context) (*conn, error) {
	select {
	case d.turn <- struct{}{}:
		defer func() { <-d.turn }()
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
	id, err := c.recognise(ctx, d.id)
	if err != nil {
		c.close()
		return nil, explainAgain(err, d.id)
	}
	d.id = id
	if d.closed.Load() { // meanwhile
		c.close()
		return nil, store.ErrClosed
	}
	d.conn = c
	return c, nil
}

// Close implements [store.Store]. Writes that are under way still finish.
func (d *database) Close() error {
	d.closed.Store(true)
	select {
	case d.turn <- struct{}{}:
		if d.conn != nil {
			d.conn.close()
		}
		<-d.turn
	default: // an open is under way: it looks at closed when it is done
	}
	return nil
}

// do runs f with the connection. If the connection turns out to be lost and f
// allows to repeat it, do opens a new one and repeats f once.
func (d *database) do(ctx context.Context, f func(context.Context, *conn) (again bool, err error)) error {
	return d.doLong(ctx, 0, f)
}

// doLong is do for what may take longer by so much.
func (d *database) doLong(ctx context.Context, longer time.Duration, f func(context.Context, *conn) (again bool, err error)) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout+longer)
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
			c.close() // the browser says so, even if it sent no event
		}
		if last || !again || !c.lost.Load() {
			return err
		}
	}
}
