package app

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"testing"
	"time"

	"rroform/wasm/hostile"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// TestHostileFiles gives hostile files to the core, each kind at least once:
// no panic, and each refusal is a Russian sentence. Here they are small, so
// that the limits are not reached; make hostile plays them in full size in the
// browser, and RRO_HOSTILE=n here.
func TestHostileFiles(t *testing.T) {
	n, scale := len(hostile.Kinds()), 0.003
	if many, err := strconv.Atoi(os.Getenv("RRO_HOSTILE")); err == nil {
		n, scale = many, 1
	}
	if testing.Short() {
		n = 20
	}
	c := startHostile(t)
	var longest time.Duration
	for i, f := range hostile.Files(1, n, scale) {
		c.at = fmt.Sprintf("%d %s, %s (%d bytes)", i, f.Door, f.Kind, len(f.Data))
		began := time.Now()
		c.feed(&f)
		took := time.Since(began)
		longest = max(longest, took)
		if os.Getenv("RRO_HOSTILE") != "" && (took > time.Second || c.peak() > 300<<20) {
			t.Logf("%s: %v, %d MB", c.at, took.Round(time.Millisecond), c.peak()>>20)
			debug.FreeOSMemory()
		}
	}
	t.Logf("%d files, longest %v", n, longest.Round(time.Millisecond))
}

// hostileCore is a core whose answers are checked.
type hostileCore struct {
	t   *testing.T
	mux *rpc.Mux
	at  string // the file, for people
}

func startHostile(t *testing.T) *hostileCore {
	a := startKit(t, "2026-11-02")
	a.options.Open = func(context.Context) (store.Store, error) { return store.NewMemory(), nil }
	return &hostileCore{t: t, mux: a.Mux()}
}

func (c *hostileCore) peak() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapSys - m.HeapReleased
}

func (c *hostileCore) feed(f *hostile.File) {
	result, said := c.serve(f.First(), f.Data)
	if f.Refuse && said == nil && f.Door != hostile.Merge {
		c.t.Errorf("%s: taken, %.200s", c.at, result)
	}
	if said != nil && f.Door != hostile.Backup {
		return
	}
	for _, then := range f.Then(result) {
		c.serve(then, f.Data)
	}
}

// serve calls the core; a panic ends the test with the file's name.
func (c *hostileCore) serve(call hostile.Call, data []byte) (result []byte, said *hostile.Said) {
	c.t.Helper()
	defer func() {
		if why := recover(); why != nil {
			c.t.Fatalf("%s: %s: panic: %v\n%s", c.at, call.Method, why, debug.Stack())
		}
	}()
	request, err := json.Marshal(rpc.Request{ID: 1, Method: call.Method, Params: call.Params})
	if err != nil {
		c.t.Fatal(err)
	}
	var files []rpc.File
	if call.File {
		files = []rpc.File{bytes.Clone(data)}
	}
	answer, _ := c.mux.Serve(c.t.Context(), request, files...)
	var got struct {
		Result json.RawMessage
		Error  *hostile.Said
	}
	if err := json.Unmarshal(answer, &got); err != nil {
		c.t.Fatalf("%s: %s: the answer is no JSON: %v", c.at, call.Method, err)
	}
	if got.Error != nil {
		if why := hostile.Judge(*got.Error); why != "" {
			c.t.Errorf("%s: %s: %s", c.at, call.Method, why)
		}
	}
	return got.Result, got.Error
}
