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

// Name is the name of the program's database. On file:// all local pages of a
// Chromium share one storage, so it must be unique.
const Name = "rroform"

// openTimeout is how long another tab may take to let go of an older version.
const openTimeout = 8 * time.Second

// Open opens the database called name, creates it or brings it up to
// store.Version(). The errors wrap store.ErrBlocked if another tab keeps an
// older version open for 8 seconds, store.ErrNewer if a newer program has
// upgraded the database, store.ErrQuota if there is no room for it, and
// store.ErrNoStore if the browser gives no storage to this page; or the
// context's error. Calls of the store wrap store.ErrWiped once the browser has
// emptied its storage.
func Open(ctx context.Context, name string) (store.Store, error) {
	return open(ctx, config{name: name, history: store.Migrations, timeout: openTimeout,
		factory: browserFactory()})
}

// config is what tests vary.
type config struct {
	name    string
	history store.History
	timeout time.Duration
	factory js.Value // the IDBFactory; undefined or null if there is none
	there   bool     // a database that is not there is not created: store.ErrNotFound
}

// browserFactory returns globalThis.indexedDB; undefined if reading it throws,
// as it does where the page may not store anything.
func browserFactory() (factory js.Value) {
	_ = try(func() { factory = js.Global().Get("indexedDB") })
	return factory
}

func open(ctx context.Context, cfg config) (*database, error) {
	d := &database{cfg: cfg, turn: make(chan struct{}, 1)}
	if _, err := d.connection(ctx); err != nil {
		return nil, err
	}
	return d, nil
}

// connect makes one connection, again if the identity of the database is known. An attempt that is given up goes on in the
// browser; when it succeeds after all, its connection is closed.
func connect(ctx context.Context, cfg config, known string) (*conn, error) {
	c, err := request(ctx, cfg, known)
	if err != nil {
		return nil, fmt.Errorf("open database %s version %d: %w",
			cfg.name, cfg.history.Version(), explainAgain(err, known))
	}
	return c, nil
}

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
	done := requestSettled(req)
	up := &upgrade{req: req, history: cfg.history, known: known, there: cfg.there}
	// The upgrader must stay until the request is settled, also when we wait no
	// longer: without it a late upgrade would leave the new version's number on
	// a database without the new version's tables.
	upgradeCtx, forget := context.WithCancel(context.Background())
	giveUp := func(err error) (*conn, error) {
		go func() {
			if err := <-done; err == nil {
				req.Get("result").Call("close")
			}
			forget()
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
		forget()
		if err != nil {
			return nil, up.cause(err)
		}
		return newConn(lib, req.Get("result"))
	case <-timeout.C:
		return giveUp(fmt.Errorf("%w: no answer in %v", store.ErrBlocked, cfg.timeout))
	case <-ctx.Done():
		return giveUp(ctx.Err())
	}
}

// alreadyOpened returns an IDBFactory of sorts whose open returns req. Handing
// it to go-indexeddb keeps the raw request, and with it the raw database, in our
// hands. Object.prototype.valueOf returns its this, so bound to req it is that
// function, without a js.Func to release.
func alreadyOpened(req js.Value) js.Value {
	object := js.Global().Get("Object")
	factory := object.New()
	factory.Set("open", object.Get("prototype").Get("valueOf").Call("bind", req))
	return factory
}
