// The core in the browser: wiring only. web/core/worker.ts runs it.
package main

import (
	"context"
	"syscall/js"

	"rroform/wasm/rpc"
)

// Stamped by `go run ./build html`, in page and worker too.
var version, build = "dev", "dev"

type helloReq struct {
	Build string `json:"build"`
}

type helloRes struct {
	Build   string `json:"build"`
	Version string `json:"version"`
}

func main() {
	mux := rpc.NewMux()
	rpc.Handle(mux, "hello", func(context.Context, helloReq) (helloRes, error) {
		return helloRes{build, version}, nil
	})
	rpc.ServePort(context.Background(), mux, js.Global().Get("rroPort"))
}
