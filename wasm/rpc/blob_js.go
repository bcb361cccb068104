package rpc

import (
	"errors"
	"io"
	"sync"
	"syscall/js"
)

// readAhead is how many bytes of a Blob are read at once. A zip reader asks for a
// few kilobytes at a time, and each read waits for the browser.
const readAhead = 1 << 20

// jsBlob implements [Blob] with a Blob of the browser.
type jsBlob struct {
	blob js.Value
	size int64

	mu    sync.Mutex // guards at and block
	at    int64      // offset of block in the file
	block []byte
}

func newBlob(blob js.Value) *jsBlob {
	return &jsBlob{blob: blob, size: int64(blob.Get("size").Float())}
}

func (b *jsBlob) Size() int64 { return b.size }

// ReadAt implements [io.ReaderAt].
func (b *jsBlob) ReadAt(p []byte, off int64) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := 0
	for n < len(p) {
		at := off + int64(n)
		if at >= b.size {
			return n, io.EOF
		}
		if at < b.at || at >= b.at+int64(len(b.block)) {
			if err := b.fetch(at); err != nil {
				return n, err
			}
		}
		n += copy(p[n:], b.block[at-b.at:])
	}
	return n, nil
}

// fetch reads the block at an offset. The caller holds mu.
func (b *jsBlob) fetch(at int64) error {
	end := min(at+readAhead, b.size)
	buffer, err := Await(b.blob.Call("slice", at, end).Call("arrayBuffer"))
	if err != nil {
		return err
	}
	view := js.Global().Get("Uint8Array").New(buffer)
	if cap(b.block) < readAhead {
		b.block = make([]byte, readAhead)
	}
	b.at, b.block = at, b.block[:view.Length()]
	if int64(js.CopyBytesToGo(b.block, view)) != end-at {
		b.block = b.block[:0]
		return errors.New("the browser returned less than the file's size")
	}
	return nil
}

// Await waits for a promise.
func Await(promise js.Value) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	done := make(chan outcome, 1)
	good := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- outcome{value: args[0]}
		return nil
	})
	defer good.Release()
	bad := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- outcome{err: js.Error{Value: args[0]}}
		return nil
	})
	defer bad.Release()
	promise.Call("then", good, bad)
	o := <-done
	return o.value, o.err
}
