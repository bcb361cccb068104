package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"io"
)

// pack compresses a script or the core as web/core/packed.ts unpacks it, at a
// level of compress/gzip. Same bytes, same result.
func pack(data []byte, level int) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, level)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil { // the levels are known, and a buffer takes everything
		panic("internal error: gzip: " + err.Error())
	}
	return out.Bytes()
}

// unpack reads a data block of the page as the browser does.
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
