package main

import (
	"bytes"
	"errors"
	"fmt"
	"runtime/debug"
)

// The marks around the build info in a Go program. `go version -m` cannot read it from a
// wasm file.
const (
	infoBegin = "0w\xaf\x0c\x92t\x08\x02A\xe1\xc1\a\xe6\xd6\x18\xe6"
	infoEnd   = "\xf92C1\x86\x18 r\x00\x82B\x10A\x16\xd8\xf2"
)

// linkedModules returns the modules in the core by its own build info.
func linkedModules(core []byte) ([]*debug.Module, error) {
	_, rest, found := bytes.Cut(core, []byte(infoBegin))
	text, _, ends := bytes.Cut(rest, []byte(infoEnd))
	if !found || !ends {
		return nil, errors.New("the core has no build info")
	}
	info, err := debug.ParseBuildInfo(string(text))
	if err != nil {
		return nil, fmt.Errorf("build info of the core: %w", err)
	}
	for _, m := range info.Deps {
		if m.Replace != nil || m.Sum == "" {
			return nil, fmt.Errorf("module %s is replaced or has no sum: it cannot be told what it is", m.Path)
		}
	}
	return info.Deps, nil
}
