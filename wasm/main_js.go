// The core in the browser: wiring only. web/core/worker.ts runs it.
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

// build is stamped by `go run ./build html`, in page and worker too.
var build = "dev"

func main() {
	o := app.VaultOptions(idb.Rooms{}, idb.Name)
	core := app.New(app.Options{
		Build:  build,
		Open:   func(ctx context.Context) (store.Store, error) { return vault.Open(ctx, o) },
		Wipe:   func(ctx context.Context) error { return vault.Wipe(ctx, o) },
		Now:    time.Now,
		SHA256: browserSHA256(),
	})
	rpc.ServePort(context.Background(), core.Mux(), js.Global().Get("rroPort"))
}
