package rpc_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"syscall/js"
	"testing"
	"time"

	"rroform/wasm/rpc"
)

// page is the page's end of a port, like web/core/client.ts.
type page struct {
	t        *testing.T
	port     js.Value
	messages chan js.Value
}

// serve starts ServePort on one end of a MessageChannel and returns the other.
func serve(t *testing.T, mux *rpc.Mux) *page {
	t.Helper()
	channel := js.Global().Get("MessageChannel").New()
	p := &page{t: t, port: channel.Get("port2"), messages: make(chan js.Value, 100)}
	onMessage := js.FuncOf(func(_ js.Value, args []js.Value) any {
		p.messages <- args[0].Get("data")
		return nil
	})
	p.port.Set("onmessage", onMessage)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		rpc.ServePort(ctx, mux, channel.Get("port1"))
		close(done)
	}()
	t.Cleanup(func() {
		cancel()
		<-done
		channel.Get("port1").Call("close")
		p.port.Call("close")
		onMessage.Release()
	})
	if m := p.next(); !m.Get("serving").Truthy() {
		t.Fatal("the first message is not {serving: true}")
	}
	return p
}

func (p *page) next() js.Value {
	p.t.Helper()
	timeout := time.NewTimer(10 * time.Second)
	defer timeout.Stop()
	select {
	case m := <-p.messages:
		return m
	case <-timeout.C:
		p.t.Fatal("no message")
		return js.Undefined()
	}
}

func (p *page) call(id int, method, params string, files ...any) {
	text, err := json.Marshal(rpc.Request{ID: id, Method: method, Params: json.RawMessage(params)})
	if err != nil {
		p.t.Fatal(err)
	}
	p.port.Call("postMessage", map[string]any{"id": id, "json": string(text), "files": files})
}

// answer returns the next answer and counts the progress reports before it.
func (p *page) answer() (text string, files js.Value, reports int) {
	p.t.Helper()
	for {
		m := p.next()
		if m.Get("progress").Type() == js.TypeString {
			reports++
			continue
		}
		return m.Get("json").String(), m.Get("files"), reports
	}
}

func TestPortAnswersWithFiles(t *testing.T) {
	mux := rpc.NewMux()
	rpc.HandleFiles(mux, "double", func(_ context.Context, name string, files []rpc.File) (string, []rpc.File, error) {
		return strings.ToUpper(name), []rpc.File{append(files[0], files[0]...), {}}, nil
	})
	p := serve(t, mux)
	block := js.Global().Get("Uint8Array").New(3)
	js.CopyBytesToJS(block, []byte{1, 2, 255})
	p.call(7, "double", `"имя"`, block)
	text, files, _ := p.answer()
	if want := `{"id":7,"result":"ИМЯ"}`; text != want {
		t.Errorf("got %s, want %s", text, want)
	}
	if files.Length() != 2 || files.Index(0).Call("join").String() != "1,2,255,1,2,255" ||
		files.Index(1).Length() != 0 {
		t.Errorf("files: %s", js.Global().Get("JSON").Call("stringify", files).String())
	}
}

// Files above the limit of a method are refused before they are read.
func TestPortRefusesLargeFiles(t *testing.T) {
	mux := rpc.NewMux()
	rpc.HandleFiles(mux, "small", func(_ context.Context, _ string, files []rpc.File) (int, []rpc.File, error) {
		return len(files[0]), nil, nil
	}, 1<<20)
	rpc.HandleStream(mux, "stream", func(_ context.Context, _ string, blobs []rpc.Blob) (int64, error) {
		return blobs[0].Size(), nil
	})
	p := serve(t, mux)
	p.call(7, "stream", `""`, js.Global().Get("Uint8Array").New(3))
	if text, _, _ := p.answer(); text != `{"id":7,"result":3}` {
		t.Error(text)
	}
	for size, want := range map[int]string{
		1 << 20: `{"id":7,"result":1048576}`,
		1<<20 + 1: `{"id":7,"error":{"code":"refused",` +
			`"text":"Файл больше 1 МБ (ограничение на размер файла).",`,
	} {
		p.call(7, "small", `""`, js.Global().Get("Uint8Array").New(size))
		if text, _, _ := p.answer(); !strings.HasPrefix(text, want) {
			t.Errorf("%d bytes: %s", size, text)
		}
	}
}

// A slow call must not delay a quick one.
func TestPortServesCallsTogether(t *testing.T) {
	release := make(chan struct{})
	mux := rpc.NewMux()
	rpc.Handle(mux, "slow", func(context.Context, struct{}) (int, error) { <-release; return 1, nil })
	rpc.Handle(mux, "quick", func(context.Context, struct{}) (int, error) { return 2, nil })
	p := serve(t, mux)
	p.call(1, "slow", `{}`)
	p.call(2, "quick", `{}`)
	if text, _, _ := p.answer(); text != `{"id":2,"result":2}` {
		t.Errorf("first answer %s", text)
	}
	close(release)
	if text, _, _ := p.answer(); text != `{"id":1,"result":1}` {
		t.Errorf("second answer %s", text)
	}
}

// busy is a call that yields to the browser only through its progress reports.
func busy(ctx context.Context, _ struct{}) (string, error) {
	for start, i := time.Now(), 0; time.Since(start) < 3*time.Second; i++ {
		if err := rpc.Report(ctx, i, 100, "Проверка"); err != nil {
			return "", err
		}
	}
	return "done", nil
}

func TestPortCancelsABusyCall(t *testing.T) {
	mux := rpc.NewMux()
	rpc.Handle(mux, "busy", busy)
	p := serve(t, mux)
	p.call(3, "busy", `{}`)
	var progress rpc.Progress
	err := json.Unmarshal([]byte(p.next().Get("progress").String()), &progress)
	if err != nil || progress.ID != 3 || progress.Text != "Проверка" {
		t.Fatalf("progress %+v, %v", progress, err)
	}
	p.port.Call("postMessage", map[string]any{"cancel": 99}) // unknown id: ignored
	p.port.Call("postMessage", map[string]any{"cancel": 3})
	text, _, _ := p.answer()
	if !strings.Contains(text, `"code":"cancelled"`) {
		t.Errorf("answer %s", text)
	}
}

func TestPortReportsNotTooOften(t *testing.T) {
	mux := rpc.NewMux()
	rpc.Handle(mux, "busy", busy)
	p := serve(t, mux)
	p.call(1, "busy", `{}`)
	text, _, reports := p.answer()
	if text != `{"id":1,"result":"done"}` || reports < 5 || reports > 61 {
		t.Errorf("%d reports in 3 s, answer %s", reports, text)
	}
}

// A returned file is posted in blocks, and a Blob of the page is read in pieces.
func TestPortStreams(t *testing.T) {
	const size = 5<<20 + 7
	mux := rpc.NewMux()
	rpc.HandleStream(mux, "copy", func(ctx context.Context, _ struct{}, blobs []rpc.Blob) (int64, error) {
		buf := make([]byte, 1<<20)
		for at := int64(0); at < blobs[0].Size(); {
			n, err := blobs[0].ReadAt(buf, at)
			if n == 0 {
				return 0, err
			}
			if err := rpc.Emit(ctx, buf[:n]); err != nil {
				return 0, err
			}
			at += int64(n)
		}
		_, err := blobs[0].ReadAt(buf[:3], size-2)
		if err != io.EOF {
			return 0, fmt.Errorf("past the end: %v", err)
		}
		return blobs[0].Size(), nil
	})
	p := serve(t, mux)
	data := make([]byte, size)
	for i := range data {
		data[i] = byte(i * 7 >> 3)
	}
	block := js.Global().Get("Uint8Array").New(size)
	js.CopyBytesToJS(block, data)
	blob := js.Global().Get("Blob").New([]any{block})
	request, err := json.Marshal(rpc.Request{ID: 4, Method: "copy", Params: json.RawMessage(`{}`)})
	if err != nil {
		t.Fatal(err)
	}
	p.port.Call("postMessage", map[string]any{"id": 4, "json": string(request), "files": []any{}, "blobs": []any{blob}})
	var got []byte
	for {
		m := p.next()
		if m.Get("block").Type() != js.TypeObject {
			if text := m.Get("json").String(); text != fmt.Sprintf(`{"id":4,"result":%d}`, size) {
				t.Errorf("answer %s", text)
			}
			break
		}
		if m.Get("of").Int() != 4 {
			t.Errorf("a block of call %v", m.Get("of"))
		}
		part := make([]byte, m.Get("block").Length())
		js.CopyBytesToGo(part, m.Get("block"))
		got = append(got, part...)
	}
	if !bytes.Equal(got, data) {
		t.Errorf("the %d bytes received are not those sent", len(got))
	}
}
