package main

import (
	"rroform/wasm/app"
	"rroform/wasm/rpc"
)

// Version is the program's version, shown in «Справка».
const Version = app.Version

// coreTable returns the core's methods and the tables that the page shares.
func coreTable() (*rpc.Mux, map[string]any) {
	return app.New(app.Options{}).Mux(), app.Tables()
}
