package idb

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"syscall/js"
	"time"

	"rroform/wasm/store"
)

// Chromium stores IndexedDB in a LevelDB. A full disk breaks its log: a record
// that does not fit is written in part, later records follow it, and when
// Chromium next opens the log it finds it corrupt and deletes the whole database
// with everything saved before. So a write begins only when the disk has just
// proved that it has more space than the write needs. A page cannot ask for the
// free space. Instead we store that many bytes through the Cache API, which uses
// files of its own, and remove them.
const (
	cacheName  = "rroform-room"
	cacheEntry = "https://room.invalid/"
	cacheWorks = cacheEntry + "works" // exists if the Cache API has ever worked here

	chunkBytes   = 1 << 20
	minChunks    = 2
	chunksAtOnce = 16
	spareBytes   = chunkBytes       // the browser writes more than the rows
	growth       = 2                // bytes on disk for a byte of a row: UTF-16, and merging files writes it again
	ownFileBytes = 64 << 10         // Chromium stores a longer value of bytes in a file of its own, once
	probeLasts   = 10 * time.Second // other programs fill the disk too
	chunkTimeout = 3 * time.Second
)

// diskSpace is the space that the disk is known to have. All databases of the
// page share it.
type diskSpace struct {
	mu    sync.Mutex
	works bool // the Cache API has worked in this browser, so an error of it is an error of the disk
	left  int  // bytes
	until time.Time
}

var disk diskSpace

// reserve returns nil if the disk has space for the ops. It also returns nil if
// nothing can be known: a browser may refuse the Cache API on file://.
func (d *diskSpace) reserve(ctx context.Context, ops []store.Op) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	need := 0
	for _, op := range ops {
		need += diskBytes(op)
	}
	if err := d.find(ctx, need); err != nil {
		return err
	}
	d.left -= need
	return nil
}

// expect finds space for a coming write. An error is left to that write.
func (d *diskSpace) expect(ctx context.Context, bytes int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	_ = d.find(ctx, bytes)
}

// find makes sure that the disk has space for this many bytes. The caller holds mu.
func (d *diskSpace) find(ctx context.Context, need int) error {
	if d.left >= need+spareBytes && time.Now().Before(d.until) {
		return nil
	}
	chunks := max(minChunks, (need+spareBytes+chunkBytes-1)/chunkBytes)
	if err := d.probe(ctx, chunks); err != nil {
		d.left = 0
		return err
	}
	d.left, d.until = chunks*chunkBytes, time.Now().Add(probeLasts)
	return nil
}

// diskBytes returns how much space of the disk the data of an op may take.
func diskBytes(op store.Op) int {
	if store.IsBinary(op.Table) && len(op.Data) > ownFileBytes {
		return len(op.Data)
	}
	return growth * len(op.Data)
}

// probe writes this number of chunks and removes them. The caller holds mu.
func (d *diskSpace) probe(ctx context.Context, chunks int) error {
	ctx, cancel := context.WithTimeout(ctx, time.Duration(chunks)*chunkTimeout)
	defer cancel()
	caches := global("caches")
	if caches.IsUndefined() {
		return nil
	}
	cache, err := promised(ctx, func() js.Value { return caches.Call("open", cacheName) })
	if err != nil {
		return nil
	}
	if !d.works {
		entry, err := promised(ctx, func() js.Value { return cache.Call("match", cacheWorks) })
		d.works = err == nil && !entry.IsUndefined()
	}
	put := func(url string, body any) error {
		_, err := promised(ctx, func() js.Value {
			return cache.Call("put", url, js.Global().Get("Response").New(body))
		})
		return err
	}
	chunk := js.Global().Get("Uint8Array").New(chunkBytes)
	for from := 0; from < chunks && err == nil; from += chunksAtOnce {
		err = together(ctx, from, min(from+chunksAtOnce, chunks), func(i int) js.Value {
			return cache.Call("put", fmt.Sprint(cacheEntry, i), js.Global().Get("Response").New(chunk))
		})
	}
	_ = together(ctx, 0, chunks, func(i int) js.Value { return cache.Call("delete", fmt.Sprint(cacheEntry, i)) })
	switch {
	case err == nil && !d.works:
		d.works = put(cacheWorks, "") == nil
	case err == nil, !d.works, errors.Is(err, context.DeadlineExceeded):
	case errors.Is(err, errQuota):
		return explain(err)
	case errors.Is(err, context.Canceled):
		return err
	default:
		return fmt.Errorf("%w: %w", store.ErrDisk, err)
	}
	return nil
}

// together makes the calls from one number up to another and waits for all their promises. It
// returns to the browser only once, so that a core that computes meanwhile does not delay them.
func together(ctx context.Context, from, to int, call func(i int) js.Value) error {
	_, err := promised(ctx, func() js.Value {
		all := make([]any, 0, to-from)
		for i := from; i < to; i++ {
			all = append(all, call(i))
		}
		return js.Global().Get("Promise").Call("all", all)
	})
	return err
}

// promised makes a call and waits for the promise it returns.
func promised(ctx context.Context, call func() js.Value) (value js.Value, err error) {
	done := make(chan error, 1)
	var good, bad js.Func
	finish := func(err error) {
		good.Release()
		bad.Release()
		done <- err
	}
	var promise js.Value
	if err := try(func() { promise = call() }); err != nil {
		return js.Undefined(), err
	}
	good = js.FuncOf(func(_ js.Value, args []js.Value) any {
		value = args[0]
		finish(nil)
		return nil
	})
	bad = js.FuncOf(func(_ js.Value, args []js.Value) any {
		finish(domError(args[0]))
		return nil
	})
	promise.Call("then", good, bad)
	select {
	case err := <-done:
		return value, err
	case <-ctx.Done():
		return js.Undefined(), ctx.Err()
	}
}
