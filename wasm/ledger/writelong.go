package ledger

import (
	"context"
	"sync/atomic"
	"time"

	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// manyOps is from how many rows on a write is told of while it goes on.
const manyOps = 1000

// WriteLong is [store.Store.Write] of what may be very many rows: every second
// the page hears how far it is. It is told from beside, because the write
// itself must not wait for anything but its store.
func (l *Ledger) WriteLong(ctx context.Context, text string, ops []store.Op) ([]int64, error) {
	if len(ops) < manyOps {
		return l.Store.Write(ctx, ops)
	}
	var done atomic.Int64
	over := make(chan struct{})
	told := make(chan struct{})
	go func() {
		defer close(told)
		every := time.NewTicker(time.Second)
		defer every.Stop()
		for {
			select {
			case <-over:
				return
			case <-every.C:
				_ = rpc.Report(ctx, int(done.Load()), len(ops), text) // the store sees a cancellation itself
			}
		}
	}()
	defer func() { close(over); <-told }()
	return l.Store.Write(store.WithProgress(ctx, func(n int) { done.Store(int64(n)) }), ops)
}
