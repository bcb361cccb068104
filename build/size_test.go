package main

import (
	"maps"
	"testing"
)

func TestWasmSizes(t *testing.T) {
	module := []byte("\x00asm\x01\x00\x00\x00")
	module = append(module, 2, 2, 3, 0)                         // imports: three functions
	module = append(module, 10, 7, 2, 3, 1, 1, 1, 1, 9)         // code: bodies of 3 and 1 bytes
	module = append(module, 0, 16, 4, 'n', 'a', 'm', 'e', 1, 9) // names of functions …
	module = append(module, 2, 3, 2, 'a', '.', 4, 2, 'b', '.')  // … 3 and 4
	functions, sections, err := wasmSizes(module)
	if err != nil {
		t.Fatal(err)
	}
	if want := map[string]int{"a.": 3, "b.": 1}; !maps.Equal(functions, want) {
		t.Errorf("functions %v, want %v", functions, want)
	}
	if want := map[string]int{"imports": 2, "code": 7, "custom (names)": 16}; !maps.Equal(sections, want) {
		t.Errorf("sections %v, want %v", sections, want)
	}
	for cut := 9; cut < len(module); cut++ {
		if _, _, err := wasmSizes(module[:cut]); err == nil && cut != 12 && cut != 21 { // ends of sections
			t.Errorf("cut after %d bytes is no error", cut)
		}
	}
	if _, _, err := wasmSizes([]byte("MZ")); err == nil {
		t.Error("not wasm is no error")
	}
}

func TestByPackage(t *testing.T) {
	packages := []goPackage{{ImportPath: "encoding/json"}, {ImportPath: "github.com/a/b-c/v5"}, {ImportPath: "os"}}
	got := byPackage(map[string]int{
		"encoding_json.__decodeState_.value": 10, "encoding_json.Marshal": 5, "github.com_a_b_c_v5.X": 7,
		"wasm_export_run": 1, "os.Exit": 2}, packages)
	want := map[string]int{"encoding/json": 15, "github.com/a/b-c/v5": 7, "os": 2,
		"others (generated, generic, runtime glue)": 1}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestNpmPackage(t *testing.T) {
	for input, want := range map[string]string{
		"node_modules/preact/dist/preact.mjs": "preact", "node_modules/@preact/signals/dist/x.js": "@preact/signals",
		"core/client.ts": "our own", "../../usr/local/go/lib/wasm/wasm_exec.js": "Go's wasm_exec.js"} {
		if got := npmPackage(input); got != want {
			t.Errorf("%s: %s, want %s", input, got, want)
		}
	}
}
