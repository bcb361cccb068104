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

// Between two reports of a call: often enough for a bar that moves, seldom
// enough that giving way to the browser costs nothing.
const reportEvery = 50 * time.Millisecond

// ServePort answers the calls that arrive at port, a worker's scope or a
// MessagePort, until ctx ends. The other side is web/core/client.ts.
//
//	page → core   {id, json, files, blobs}  a call; {cancel: id} ends its context
//	core → page   {serving: true}           once; then {json, files}, {progress}
//	                                        and {block, of: id}
func ServePort(ctx context.Context, m *Mux, port js.Value) {
	p := &jsPort{ctx: ctx, mux: m, port: port, cancels: map[int]context.CancelFunc{}}
	// Nothing here may block: the browser's event loop waits for the return.
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

	mu      sync.Mutex
	cancels map[int]context.CancelFunc // of the calls under way, by id
}

func (p *jsPort) receive(message js.Value) {
	if cancel := message.Get("cancel"); cancel.Type() == js.TypeNumber {
		p.end(cancel.Int(), false)
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
		defer p.end(id, true)
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

// end cancels a call's context, if the call is still known.
func (p *jsPort) end(id int, forget bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if cancel, ok := p.cancels[id]; ok {
		cancel()
	}
	if forget {
		delete(p.cancels, id)
	}
}

// withReports tells the page of progress and then gives way to the browser, so
// that a cancellation can arrive while Go is busy.
func (p *jsPort) withReports(ctx context.Context, id int) context.Context {
	last := time.Now() // most calls end before they have anything to tell
	told := false
	return WithProgress(ctx, func(done, total int, text string) {
		now := time.Now()
		if now.Sub(last) < reportEvery {
			return
		}
		last, told = now, true
		progress, err := json.Marshal(Progress{ID: id, Done: done, Total: total, Text: text})
		if err != nil {
			return // three numbers and a text: cannot happen
		}
		p.post(map[string]any{"progress": string(progress)}, nil)
	}, func() {
		if told {
			told = false
			time.Sleep(time.Millisecond) // only a sleeping program returns to the event loop; Gosched does not
		}
	})
}

// sink hands blocks of a call's file to the page, each with a pause in which
// the message can leave and a cancellation arrive.
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

// refuses returns why files of so many bytes are not even read, nil if they are.
func (m *Mux) refuses(request []byte, size int) *Error {
	if size == 0 {
		return nil
	}
	var req Request
	if err := json.Unmarshal(request, &req); err != nil {
		return nil // [Mux.Serve] says it
	}
	most := m.methods[req.Method].most
	if size <= most {
		return nil
	}
	return &Error{"refused", fmt.Sprintf("Файл больше %d МБ (ограничение на размер файла).", most>>20), "Проверьте, тот ли файл выбран. Ничего не изменилось."}
}

// largeFiles is from how many bytes on the garbage goes before they are copied:
// the collector would let it stand beside them.
const largeFiles = 16 << 20

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

// filesOut copies files into JavaScript and names the buffers to hand over.
func filesOut(files []File) (array, buffers []any) {
	array, buffers = make([]any, len(files)), make([]any, len(files))
	for i, file := range files {
		block := js.Global().Get("Uint8Array").New(len(file))
		js.CopyBytesToJS(block, file)
		array[i], buffers[i] = block, block.Get("buffer")
	}
	return array, buffers
}
