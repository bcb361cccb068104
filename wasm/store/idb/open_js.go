package idb

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"
	"time"

	"github.com/hack-pad/go-indexeddb/idb"

	"rroform/wasm/store"
)

// Name is the name of the program's database. Opened from file://, all local
// pages in Chromium share one storage, so the name must be unique.
const Name = "rroform"

// openTimeout is how long the browser may take to open the database, and another
// tab to close its connection to an older version.
const openTimeout = 8 * time.Second

// config holds what tests vary.
type config struct {
	name    string
	history store.History
	timeout time.Duration // how long the browser or another tab may take to answer
	factory js.Value      // the IDBFactory; undefined or null if there is none
	// mustExist: return store.ErrNotFound instead of creating the database.
	mustExist bool
}

// global returns what the browser has under a name. It is undefined if reading
// it throws, which browsers do where a page may not store anything. Only what a
// call throws comes to Go as an error: a read that throws ends the program.
func global(name string) (value js.Value) {
	_ = try(func() { value = js.Global().Get("Reflect").Call("get", js.Global(), name) })
	return value
}

func browserFactory() js.Value { return global("indexedDB") }

func open(ctx context.Context, cfg config) (*database, error) {
	d := &database{cfg: cfg, connecting: make(chan struct{}, 1)}
	if _, err := d.connection(ctx); err != nil {
		return nil, err
	}
	return d, nil
}

// connect opens one connection. known is the identity of the database if it was
// open before, else "". The browser cannot cancel an open request: if connect
// gives up and the request succeeds later, its connection is closed.
func connect(ctx context.Context, cfg config, known string) (*conn, error) {
	c, err := request(ctx, cfg, known)
	if err != nil {
		return nil, fmt.Errorf("open database %s version %d: %w",
			cfg.name, cfg.history.Version(), explainAgain(err, known))
	}
	return c, nil
}

// request makes the open request and waits for it.
func request(ctx context.Context, cfg config, known string) (*conn, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !cfg.factory.Truthy() {
		return nil, errors.New("no indexedDB")
	}
	var req js.Value
	version := cfg.history.Version()
	if err := try(func() { req = cfg.factory.Call("open", cfg.name, version) }); err != nil {
		return nil, err
	}
	done, blocked := requestSettled(req), false
	onBlocked := js.FuncOf(func(js.Value, []js.Value) any {
		blocked = true
		return nil
	})
	req.Call("addEventListener", "blocked", onBlocked)
	defer func() {
		req.Call("removeEventListener", "blocked", onBlocked)
		onBlocked.Release()
	}()
	up := &upgrade{req: req, history: cfg.history, known: known, mustExist: cfg.mustExist}
	// The upgrader must stay registered until the request is settled, even if we
	// stop waiting: without it a late upgrade would set the new version's number
	// on a database without the new version's tables.
	upgradeCtx, removeUpgrader := context.WithCancel(context.Background())
	giveUp := func(err error) (*conn, error) {
		go func() {
			if err := <-done; err == nil {
				req.Get("result").Call("close")
			}
			removeUpgrader()
		}()
		return nil, err
	}
	factory, err := idb.WrapFactory(alreadyOpened(req))
	if err != nil {
		return giveUp(err)
	}
	lib, err := factory.Open(upgradeCtx, cfg.name, uint(version), up.run)
	if err != nil {
		return giveUp(err)
	}
	timeout := time.NewTimer(cfg.timeout)
	defer timeout.Stop()
	select {
	case err := <-done:
		removeUpgrader()
		if err != nil {
			return nil, up.cause(err)
		}
		return newConn(lib, req.Get("result"))
	case <-timeout.C:
		why := store.ErrSilent
		if blocked {
			why = store.ErrBlocked
		}
		return giveUp(fmt.Errorf("%w: no answer in %v", why, cfg.timeout))
	case <-ctx.Done():
		return giveUp(ctx.Err())
	}
}

// alreadyOpened returns a stand-in for an IDBFactory whose open method returns
// req. Passing it to go-indexeddb lets us keep the raw request and its database.
// The method is Object.prototype.valueOf, which returns its this, bound to req:
// so there is no js.Func to release.
func alreadyOpened(req js.Value) js.Value {
	object := js.Global().Get("Object")
	factory := object.New()
	factory.Set("open", object.Get("prototype").Get("valueOf").Call("bind", req))
	return factory
}
