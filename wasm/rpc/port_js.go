package rpc

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"sync"
	"syscall/js"
	"time"
)

// reportEvery is the time between two progress reports of a call: short enough for
// a moving progress bar, long enough that yielding to the browser costs little.
const reportEvery = 50 * time.Millisecond

// ServePort answers the calls that arrive at port, a worker's scope or a
// MessagePort, until ctx ends. Each call runs in a goroutine of its own. The other
// side is web/core/client.ts. Messages:
//
//	page → core   {id, json, files, blobs}  a call
//	              {cancel: id}              cancels the context of a call
//	core → page   {serving: true}           once, at the start
//	              {json, files}             an answer
//	              {progress}                of a running call
//	              {block, of: id}           a part of the file that a running call returns
func ServePort(ctx context.Context, m *Mux, port js.Value) {
	p := &jsPort{ctx: ctx, mux: m, port: port, cancels: map[int]context.CancelFunc{}}
	// This callback must not block: the browser's event loop waits for its return.
	onMessage := js.FuncOf(func(_ js.Value, args []js.Value) any {
		p.receive(args[0].Get("data"))
		return nil
	})
	defer onMessage.Release()
	port.Set("onmessage", onMessage)
	p.post(map[string]any{"serving": true}, nil)
	<-ctx.Done()
	port.Set("onmessage", js.Null())
}

type jsPort struct {
	ctx  context.Context
	mux  *Mux
	port js.Value

	mu      sync.Mutex                 // guards cancels
	cancels map[int]context.CancelFunc // of the running calls, by id
}

// receive handles one message of the page.
func (p *jsPort) receive(message js.Value) {
	if id := message.Get("cancel"); id.Type() == js.TypeNumber {
		p.cancel(id.Int())
		return
	}
	id, request := message.Get("id").Int(), []byte(message.Get("json").String())
	if why := p.mux.refuses(request, sizeOf(message.Get("files"))); why != nil {
		answer, _ := respond(Response{ID: id, Error: why}, nil)
		p.post(map[string]any{"json": string(answer), "files": []any{}}, nil)
		return
	}
	ctx, cancel := context.WithCancel(p.ctx)
	p.begin(id, cancel)
	go func() {
		defer p.end(id)
		var answer []byte
		var out []File
		err := Guard(func() error {
			files, blobs := filesIn(message.Get("files")), blobsIn(message.Get("blobs"))
			ctx = WithSink(WithBlobs(p.withReports(ctx, id), blobs), p.sink(id))
			answer, out = p.mux.Serve(ctx, request, files...)
			return nil
		})
		if err != nil {
			answer, out = respond(Response{ID: id, Error: asError(err)}, nil)
		}
		array, buffers := filesOut(out)
		p.post(map[string]any{"json": string(answer), "files": array}, buffers)
	}()
}

func (p *jsPort) begin(id int, cancel context.CancelFunc) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.cancels[id] = cancel
}

// cancel cancels the context of a call if it is still running.
func (p *jsPort) cancel(id int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if cancel, ok := p.cancels[id]; ok {
		cancel()
	}
}

// end releases the context of a call that has been answered.
func (p *jsPort) end(id int) {
	p.cancel(id)
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.cancels, id)
}

// withReports returns a context whose progress reports are posted to the page.
// After a report it yields to the browser, so that a cancellation can arrive while
// Go is busy.
func (p *jsPort) withReports(ctx context.Context, id int) context.Context {
	last := time.Now() // the first report is due after reportEvery: most calls end sooner
	posted := false
	return WithProgress(ctx, func(done, total int, text string) {
		now := time.Now()
		if now.Sub(last) < reportEvery {
			return
		}
		last, posted = now, true
		progress, err := json.Marshal(Progress{ID: id, Done: done, Total: total, Text: text})
		if err != nil {
			return // cannot happen: three numbers and a text
		}
		p.post(map[string]any{"progress": string(progress)}, nil)
	}, func() {
		if posted {
			posted = false
			time.Sleep(time.Millisecond) // returns to the browser's event loop; runtime.Gosched does not
		}
	})
}

// sink returns the function that posts blocks of a call's file to the page. It
// pauses after each, so that the message can leave and a cancellation arrive.
func (p *jsPort) sink(id int) func([]byte) error {
	return func(block []byte) error {
		array, buffers := filesOut([]File{block})
		p.post(map[string]any{"block": array[0], "of": id}, buffers)
		time.Sleep(time.Millisecond)
		return nil
	}
}

func (p *jsPort) post(message map[string]any, transfer []any) {
	p.port.Call("postMessage", message, transfer)
}

// refuses returns an error if a request must be refused before its files, of size
// bytes in all, are copied into Go's memory.
func (m *Mux) refuses(request []byte, size int) *Error {
	if size == 0 {
		return nil
	}
	var req Request
	if err := json.Unmarshal(request, &req); err != nil {
		return nil // [Mux.Serve] reports it
	}
	limit := m.methods[req.Method].maxFiles
	if size <= limit {
		return nil
	}
	return &Error{"refused", fmt.Sprintf("Файл больше %d МБ (ограничение на размер файла).", limit>>20),
		"Проверьте, тот ли файл выбран. Ничего не изменилось."}
}

// largeFiles: before copying at least this many bytes, run the garbage collector.
// It would otherwise let the heap grow first, and WebAssembly memory never shrinks.
const largeFiles = 16 << 20

// sizeOf returns the length of all files in an array of Uint8Array, in bytes.
func sizeOf(array js.Value) (bytes int) {
	if array.Type() != js.TypeObject {
		return 0
	}
	for i := range array.Length() {
		bytes += array.Index(i).Get("length").Int()
	}
	return bytes
}

// filesIn copies an array of Uint8Array into Go.
func filesIn(array js.Value) []File {
	if array.Type() != js.TypeObject {
		return nil
	}
	if sizeOf(array) >= largeFiles {
		runtime.GC()
	}
	files := make([]File, array.Length())
	for i := range files {
		block := array.Index(i)
		files[i] = make(File, block.Get("length").Int())
		js.CopyBytesToGo(files[i], block)
	}
	return files
}

// blobsIn wraps an array of Blob.
func blobsIn(array js.Value) []Blob {
	if array.Type() != js.TypeObject {
		return nil
	}
	blobs := make([]Blob, array.Length())
	for i := range blobs {
		blobs[i] = newBlob(array.Index(i))
	}
	return blobs
}

// filesOut copies files to JavaScript: an array of Uint8Array, and their buffers for
// postMessage to transfer.
func filesOut(files []File) (array, buffers []any) {
	array, buffers = make([]any, len(files)), make([]any, len(files))
	for i, file := range files {
		block := js.Global().Get("Uint8Array").New(len(file))
		js.CopyBytesToJS(block, file)
		array[i], buffers[i] = block, block.Get("buffer")
	}
	return array, buffers
}
