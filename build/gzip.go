package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"io"
)

// pack compresses a script or the core with a level of compress/gzip. web/core/packed.ts
// unpacks it. The same bytes give the same result.
func pack(data []byte, level int) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, level)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil { // cannot happen: the levels are valid and a buffer accepts everything
		panic("internal error: gzip: " + err.Error())
	}
	return out.Bytes()
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
