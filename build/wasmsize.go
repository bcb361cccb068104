package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// wasmSizes returns the size of each function's code and of each section of a module with
// names. `go tool nm` cannot read wasm.
func wasmSizes(module []byte) (functions, sections map[string]int, err error) {
	if !bytes.HasPrefix(module, []byte("\x00asm\x01\x00\x00\x00")) {
		return nil, nil, errors.New("not a wasm module")
	}
	sectionNames := map[byte]string{0: "custom (names)", 2: "imports", 10: "code", 11: "data"}
	sections = map[string]int{}
	var imported int
	var bodies []int
	names := map[int]string{}
	for r := (&wasmReader{rest: module[8:]}); len(r.rest) > 0; {
		id, body := r.byte(), r.block()
		if r.bad {
			return nil, nil, errors.New("wasm module is cut off")
		}
		name := sectionNames[id]
		if name == "" {
			name = "others"
		}
		sections[name] += len(body.rest)
		switch id {
		case 0:
			if string(body.block().rest) == "name" {
				readNames(body, names)
			}
		case 2:
			imported = body.number() // Go imports functions only
		case 10:
			for range body.number() {
				bodies = append(bodies, len(body.block().rest))
			}
		}
		if body.bad {
			return nil, nil, fmt.Errorf("wasm section %d is not understood", id)
		}
	}
	functions = map[string]int{}
	for i, size := range bodies {
		functions[names[imported+i]] += size
	}
	return functions, sections, nil
}

// readNames reads the function names, subsection 1 of the name section.
func readNames(r *wasmReader, names map[int]string) {
	for len(r.rest) > 0 && !r.bad {
		id, body := r.byte(), r.block()
		if id != 1 {
			continue
		}
		for range body.number() {
			at := body.number()
			names[at] = string(body.block().rest)
		}
	}
}

// wasmReader reads a module. After the first error bad is true.
type wasmReader struct {
	rest []byte
	bad  bool
}

func (r *wasmReader) byte() byte {
	if len(r.rest) == 0 {
		r.bad = true
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

func (r *wasmReader) number() int {
	v, n := binary.Uvarint(r.rest) // LEB128 without sign
	if n <= 0 || v > 1<<31 {
		r.bad, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[n:]
	return int(v)
}

// block returns a reader of the bytes that follow their length.
func (r *wasmReader) block() *wasmReader {
	n := r.number()
	if n > len(r.rest) {
		r.bad, r.rest = true, nil
		return &wasmReader{bad: true}
	}
	b := &wasmReader{rest: r.rest[:n]}
	r.rest = r.rest[n:]
	return b
}
