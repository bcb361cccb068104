package rpc_test

import (
	"context"
	"encoding/json"
	"strings"
	"syscall/js"
	"testing"
	"time"

	"rroform/wasm/rpc"
)

// page is the other end of a port, as web/core/client.ts would hold it.
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
		t.Fatal("the first message does not say that Go listens")
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

// answer skips reports of progress and counts them.
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
	if files.Length() != 2 || files.Index(0).Call("join").String() != "1,2,255,1,2,255" || files.Index(1).Length() != 0 {
		t.Errorf("files: %s", js.Global().Get("JSON").Call("stringify", files).String())
	}
}

// A slow call must not hold up a quick one.
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

// busy is a call that never gives way by itself, only by its reports.
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
	if err := json.Unmarshal([]byte(p.next().Get("progress").String()), &progress); err != nil || progress.ID != 3 || progress.Text != "Проверка" {
		t.Fatalf("progress %+v, %v", progress, err)
	}
	p.port.Call("postMessage", map[string]any{"cancel": 99}) // unknown: nothing happens
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
