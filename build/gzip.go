package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
)

// packer packs the page script or the core of a module by gzip. web/core/packed.ts unpacks
// them. The same bytes give the same result.
type packer func(root string, data []byte) ([]byte, error)

// squeeze packs with libdeflate, an npm package, because compress/gzip needs 5 % more bytes.
func squeeze(root string, data []byte) ([]byte, error) {
	cmd := exec.Command("node", "squeeze.mjs")
	var out, failure bytes.Buffer
	cmd.Dir, cmd.Stdin, cmd.Stdout, cmd.Stderr = filepath.Join(root, "web"), bytes.NewReader(data), &out, &failure
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("web/squeeze.mjs: %w\n%s", err, failure.String())
	}
	return out.Bytes(), nil
}

// packQuickly packs for `dev`.
func packQuickly(_ string, data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	return out.Bytes(), err
}

// unpack unpacks a data block of the page as the browser does.
func unpack(block string) ([]byte, error) {
	packed, err := base64.StdEncoding.DecodeString(block)
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
