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

// Chromium keeps IndexedDB in a LevelDB, whose log a full disk tears: a record
// that does not fit stays half written, later ones follow after it, and when
// Chromium opens the log again it finds it corrupt and deletes the whole
// database, with all that was saved before. So a write begins only when the disk
// has just taken more than the write needs. A page cannot ask for the free room:
// it puts as many bytes into the Cache API, which keeps files of its own, and
// removes them.
const (
	cacheName  = "rroform-room"
	cacheEntry = "https://room.invalid/"
	cacheWorks = cacheEntry + "works"

	chunkBytes   = 1 << 20
	leastChunks  = 2
	spareBytes   = chunkBytes       // the browser writes more than rows
	growth       = 2                // of a row: in UTF-16, and written again when files are merged
	roomLasts    = 10 * time.Second // others fill the disk too
	chunkTimeout = 3 * time.Second
)

// room is what the disk is known to take. All databases of the page share it.
type room struct {
	mu    sync.Mutex
	works bool // the Cache API has worked in this browser: its failure is the disk's
	left  int
	until time.Time
}

var disk room

// reserve returns nil when the disk takes the ops, and also when nothing can be
// known of the disk: a browser may refuse the Cache API to files.
func (r *room) reserve(ctx context.Context, ops []store.Op) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	need := 0
	for _, op := range ops {
		need += growth * len(op.Data)
	}
	if r.left < need+spareBytes || time.Now().After(r.until) {
		chunks := max(leastChunks, (need+spareBytes+chunkBytes-1)/chunkBytes)
		if err := r.try(ctx, chunks); err != nil {
			r.left = 0
			return err
		}
		r.left, r.until = chunks*chunkBytes, time.Now().Add(roomLasts)
	}
	r.left -= need
	return nil
}

// try writes so many chunks and removes them.
func (r *room) try(ctx context.Context, chunks int) error {
	ctx, cancel := context.WithTimeout(ctx, time.Duration(chunks)*chunkTimeout)
	defer cancel()
	caches := js.Global().Get("caches")
	if caches.IsUndefined() {
		return nil
	}
	cache, err := promised(ctx, func() js.Value { return caches.Call("open", cacheName) })
	if err != nil {
		return nil
	}
	if !r.works {
		entry, err := promised(ctx, func() js.Value { return cache.Call("match", cacheWorks) })
		r.works = err == nil && !entry.IsUndefined()
	}
	put := func(url string, body any) error {
		_, err := promised(ctx, func() js.Value {
			return cache.Call("put", url, js.Global().Get("Response").New(body))
		})
		return err
	}
	chunk := js.Global().Get("Uint8Array").New(chunkBytes)
	for i := 0; i < chunks && err == nil; i++ {
		err = put(fmt.Sprint(cacheEntry, i), chunk)
	}
	for i := range chunks {
		_, _ = promised(ctx, func() js.Value { return cache.Call("delete", fmt.Sprint(cacheEntry, i)) })
	}
	switch {
	case err == nil && !r.works:
		r.works = put(cacheWorks, "") == nil
	case err == nil, !r.works, errors.Is(err, context.DeadlineExceeded):
	case errors.Is(err, errQuota):
		return explain(err)
	case errors.Is(err, context.Canceled):
		return err
	default:
		return fmt.Errorf("%w: %w", store.ErrDisk, err)
	}
	return nil
}

// promised makes a call and waits for its promise.
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
