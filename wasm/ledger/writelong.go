package ledger

import (
	"context"
	"sync/atomic"
	"time"

	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// manyOps is the number of rows from which a write reports progress.
const manyOps = 1000

// WriteLong is [store.Store.Write] for what may be very many rows. It reports progress every second, from a goroutine
// of its own, because the write runs inside a transaction of IndexedDB and must not wait for anything else.
func (l *Ledger) WriteLong(ctx context.Context, text string, ops []store.Op) ([]int64, error) {
	if len(ops) < manyOps {
		return l.Store.Write(ctx, ops)
	}
	var done atomic.Int64
	finished := make(chan struct{})
	reported := make(chan struct{})
	go func() {
		defer close(reported)
		every := time.NewTicker(time.Second)
		defer every.Stop()
		for {
			select {
			case <-finished:
				return
			case <-every.C:
				_ = rpc.Report(ctx, int(done.Load()), len(ops), text) // the store notices a cancellation itself
			}
		}
	}()
	defer func() { close(finished); <-reported }()
	return l.Store.Write(store.WithProgress(ctx, func(n int) { done.Store(int64(n)) }), ops)
}
