package rpc

import (
	"bytes"
	"context"
	"io"
	"reflect"
)

// Blob is a file that stays with the page and is read in pieces: it may be
// larger than the core's memory. Reads wait for the browser.
type Blob interface {
	io.ReaderAt
	Size() int64 // bytes
}

type (
	blobsKey struct{}
	sinkKey  struct{}
)

// WithBlobs returns a context whose stream method reads these files.
func WithBlobs(ctx context.Context, blobs []Blob) context.Context {
	return context.WithValue(ctx, blobsKey{}, blobs)
}

// WithSink returns a context whose calls of [Emit] reach f. The block is the
// caller's again when f returns.
func WithSink(ctx context.Context, f func(block []byte) error) context.Context {
	return context.WithValue(ctx, sinkKey{}, f)
}

// Emit hands the next bytes of the answer's file to the page. It returns the
// context's error, as [Report] does.
func Emit(ctx context.Context, block []byte) error {
	if f, ok := ctx.Value(sinkKey{}).(func([]byte) error); ok {
		if err := f(block); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// HandleStream registers a method whose files are too large to be in memory at
// once: those that come are [Blob]s, the one that goes is told by [Emit]. Where
// nobody listens to Emit (native callers of [Mux.Serve]) files are given and
// answered whole.
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
	m.register(Method{Name: name, Req: reflect.TypeFor[Req](), Res: reflect.TypeFor[Res](), beside: true, f: reflect.ValueOf(whole), most: maxFiles})
}
