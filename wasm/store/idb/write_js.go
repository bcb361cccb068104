package idb

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"syscall/js"
	"time"

	"rroform/wasm/store"
)

// abortTimeout is how long the browser may take to report the end of an aborted
// transaction.
const abortTimeout = 5 * time.Second

// Write implements [store.Store] with one transaction of strict durability, which
// reads the stored revisions and writes the rows.
func (d *database) Write(ctx context.Context, ops []store.Op) (revs []int64, err error) {
	if err := d.cfg.history.Check(ops); err != nil {
		return nil, fmt.Errorf("write %d rows: %w", len(ops), err)
	}
	if err := disk.reserve(ctx, ops); err != nil {
		return nil, fmt.Errorf("write %d rows: no room: %w", len(ops), err)
	}
	err = d.doLong(ctx, time.Duration(len(ops))*rowTimeout, func(ctx context.Context, c *conn) (bool, error) {
		if len(ops) == 0 {
			return false, nil
		}
		// Reading the revisions of a whole table fails if any row of it is unreadable.
		// Then try once more and read only the rows that are written.
		for _, single := range []bool{false, true} {
			b := &batch{history: d.cfg.history, ops: ops, single: single}
			if err := b.begin(c); err != nil {
				return true, err // nothing was written: safe to repeat
			}
			if revs, err = b.write(ctx); !isUnreadable(err) {
				break
			}
		}
		return false, err
	})
	if err != nil {
		return nil, fmt.Errorf("write %d rows: %w", len(ops), unwritten(err))
	}
	return revs, nil
}

// Expect implements [store.Store].
func (d *database) Expect(bytes int) {
	go disk.expect(context.Background(), bytes)
	runtime.Gosched() // the browser gets its work before the caller goes on computing
}

// errTooLate means that a transaction was already complete when it should be aborted.
var errTooLate = errors.New("too late to abort the transaction")

// batch is one write transaction.
type batch struct {
	history store.History
	ops     []store.Op
	single  bool // read only the rows that are written, because another row is unreadable
	tx      js.Value
	done    <-chan error             // gets the result of the transaction
	objects map[store.Table]js.Value // the IDBObjectStores
}

// begin opens the transaction. It commits by itself once no request is pending
// and control returns to the browser.
func (b *batch) begin(c *conn) error {
	b.objects = map[store.Table]js.Value{}
	var names []any
	for _, op := range b.ops {
		if _, known := b.objects[op.Table]; !known {
			b.objects[op.Table] = js.Undefined()
			names = append(names, string(op.Table))
		}
	}
	return try(func() {
		b.tx = c.raw.Call("transaction", names, "readwrite", map[string]any{"durability": "strict"})
		b.done = transactionSettled(b.tx)
		for table := range b.objects {
			b.objects[table] = b.tx.Call("objectStore", string(table))
		}
	})
}

// write does the batch. It returns success only after the browser has reported
// the transaction complete: until then any failure undoes all of it.
func (b *batch) write(ctx context.Context) ([]int64, error) {
	apply := b.checkThenWrite
	if b.revsKnown() {
		apply = b.writeWhileChecking
	}
	revs, err := apply(ctx)
	if err != nil {
		return nil, b.undo(err)
	}
	select {
	case err = <-b.done:
	case <-ctx.Done():
		if err = b.undo(ctx.Err()); errors.Is(err, errTooLate) {
			err = nil
		}
	}
	if err != nil {
		return nil, err
	}
	return revs, nil
}

// undo aborts the transaction because of cause, waits for its end and returns
// why it failed. The error wraps errTooLate if the transaction was already
// complete.
func (b *batch) undo(cause error) error {
	_ = try(func() { b.tx.Call("abort") }) // throws if the transaction is over
	timeout := time.NewTimer(abortTimeout)
	defer timeout.Stop()
	select {
	case ended := <-b.done:
		if ended == nil {
			return fmt.Errorf("%w: %w", errTooLate, cause)
		}
		if !errors.Is(ended, errAbort) {
			return ended // the browser had its own reason to abort
		}
		return cause
	case <-timeout.C:
		return fmt.Errorf("%w; the browser did not confirm that nothing was written", cause)
	}
}
