// The program is the core compiled to WebAssembly. This file only connects its parts:
// IndexedDB, vault, app and the message port. web/core/worker.ts runs it.
package main

import (
	"context"
	"syscall/js"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
	"rroform/wasm/store/idb"
	"rroform/wasm/store/vault"
)

// build identifies the build. `go run ./build html` sets the same value here, in the
// page and in the worker, so that they notice when they do not belong together.
var build = "dev"

func main() {
	o := app.VaultOptions(idb.Databases{}, idb.Name)
	core := app.New(app.Options{
		Build:  build,
		Open:   func(ctx context.Context) (store.Store, error) { return vault.Open(ctx, o) },
		Wipe:   func(ctx context.Context) error { return vault.Wipe(ctx, o) },
		Now:    time.Now,
		SHA256: browserSHA256(),
	})
	rpc.ServePort(context.Background(), core.Mux(), js.Global().Get("rroPort"))
}
