package zipdir

import (
	"bufio"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// Inflate returns a reader of the unpacked data. It uses the library that packs our
// archives, which in WebAssembly is 10 % faster than compress/flate. Its buffers are
// reused: do not use the reader after closing it.
func Inflate(in io.Reader) io.ReadCloser {
	f, ok := inflaters.Get().(*inflater)
	if !ok {
		f = &inflater{in: bufio.NewReader(nil)}
		f.ReadCloser = flate.NewReader(f.in)
	}
	f.in.Reset(in)
	_ = f.ReadCloser.(flate.Resetter).Reset(f.in, nil) // never fails without a dictionary
	return f
}

type inflater struct {
	io.ReadCloser
	in *bufio.Reader
}

var inflaters sync.Pool

// Close lets the next call of [Inflate] reuse the reader.
func (f *inflater) Close() error {
	err := f.ReadCloser.Close()
	inflaters.Put(f)
	return err
}
