package app

import (
	"context"
	"encoding/json"
	"slices"
	"testing"
	"time"

	"rroform/wasm/rpc"
)

// lockFree are the methods that answer an empty request without the lock: they need nothing
// that the lock guards, or refuse the request before they would take it.
var lockFree = []string{
	"getFile", "proposePassphrase", // need only the store, or nothing
	// Refuse a request without a file or a text before they take the lock.
	"checkBackup", "mergeOpen", "openArchive", "openTable", "readPack", "readZeroTemplate", "recogniseFile",
	"restore", "saveBody", "saveZeroTemplate", "sumFile", "uncover", "unpackBook", "wipe",
}

// TestMethodsTakeTheLock: no method answers while somebody holds the lock, except those
// that need nothing of what it guards.
func TestMethodsTakeTheLock(t *testing.T) {
	a := startKit(t, "2026-11-02")
	mux := a.Mux()
	a.mu.Lock()
	done := map[string]chan struct{}{}
	for _, m := range mux.Methods() {
		end := make(chan struct{})
		done[m.Name] = end
		request, err := json.Marshal(rpc.Request{ID: 1, Method: m.Name, Params: json.RawMessage(`{}`)})
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			defer close(end)
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			mux.Serve(ctx, request)
		}()
	}
	time.Sleep(200 * time.Millisecond) // a method that is slower is not caught; none fails by it
	var free []string
	for name, end := range done {
		select {
		case <-end:
			free = append(free, name)
		default:
		}
	}
	a.mu.Unlock()
	for _, end := range done {
		<-end
	}
	slices.Sort(free)
	for _, name := range free {
		if !slices.Contains(lockFree, name) {
			t.Errorf("%s answers while the lock is taken", name)
		}
	}
}
