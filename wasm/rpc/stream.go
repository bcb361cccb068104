package rpc

import (
	"bytes"
	"context"
	"io"
	"reflect"
)

// Blob is a file that stays in the page and is read in pieces. It may be larger
// than the core's memory. Reads wait for the browser.
type Blob interface {
	io.ReaderAt
	Size() int64 // bytes
}

type (
	blobsKey struct{}
	sinkKey  struct{}
)

// WithBlobs returns a context with which a stream method reads these files.
func WithBlobs(ctx context.Context, blobs []Blob) context.Context {
	return context.WithValue(ctx, blobsKey{}, blobs)
}

// WithSink returns a context with which [Emit] calls f. f must not keep the block
// after it returns.
func WithSink(ctx context.Context, f func(block []byte) error) context.Context {
	return context.WithValue(ctx, sinkKey{}, f)
}

// Emit sends the next bytes of the file that a stream method returns to the page.
// Like [Report] it returns the context's error.
func Emit(ctx context.Context, block []byte) error {
	if f, ok := ctx.Value(sinkKey{}).(func([]byte) error); ok {
		if err := f(block); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// HandleStream registers a method whose files may be too large for memory: it
// reads them as [Blob]s and returns one file through [Emit]. In native calls of
// [Mux.Serve], whose context has no sink, files are passed and returned whole.
func HandleStream[Req, Res any](m *Mux, name string, f func(context.Context, Req, []Blob) (Res, error)) {
	whole := func(ctx context.Context, req Req, in []File) (Res, []File, error) {
		blobs, _ := ctx.Value(blobsKey{}).([]Blob)
		for _, file := range in {
			blobs = append(blobs, bytes.NewReader(file))
		}
		var out []File
		if ctx.Value(sinkKey{}) == nil {
			ctx = WithSink(ctx, func(block []byte) error {
				if out == nil {
					out = []File{nil}
				}
				out[0] = append(out[0], block...)
				return nil
			})
		}
		res, err := f(ctx, req, blobs)
		return res, out, err
	}
	m.register(Method{
		Name: name, Req: reflect.TypeFor[Req](), Res: reflect.TypeFor[Res](),
		f: reflect.ValueOf(whole), withFiles: true, maxFiles: maxFiles, inner: f,
	})
}
