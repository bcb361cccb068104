package rpc_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"rroform/wasm/rpc"
)

type params struct {
	N int `json:"n"`
}

// newMux returns a Mux with a method for each outcome of a call.
func newMux() *rpc.Mux {
	m := rpc.NewMux()
	rpc.Handle(m, "double", func(_ context.Context, p params) (params, error) { return params{2 * p.N}, nil })
	rpc.Handle(m, "spoken", func(context.Context, params) (params, error) {
		return params{1}, fmt.Errorf("wrapped: %w", &rpc.Error{Code: "blocked", Text: "Занято.", Hint: "Подождите."})
	})
	rpc.Handle(m, "plain", func(context.Context, params) (params, error) { return params{}, errors.New("disk") })
	rpc.Handle(m, "ended", func(ctx context.Context, _ params) (params, error) {
		return params{}, rpc.Report(ctx, 0, 1, "…")
	})
	rpc.Handle(m, "unfit", func(context.Context, params) (any, error) { return func() {}, nil })
	rpc.HandleFiles(m, "upper", func(_ context.Context, p params, in []rpc.File) (params, []rpc.File, error) {
		var out []rpc.File
		for _, f := range in {
			out = append(out, bytes.ToUpper(f))
		}
		return params{len(in)}, out, nil
	})
	rpc.HandleFiles(m, "half", func(context.Context, params, []rpc.File) (params, []rpc.File, error) {
		return params{}, []rpc.File{[]byte("half")}, errors.New("then it failed")
	})
	return m
}

func TestServe(t *testing.T) {
	for request, want := range map[string]string{
		`{"id":3,"method":"double","params":{"n":21}}`: `{"id":3,"result":{"n":42}}`,
		`{"id":4,"method":"double"}`:                   `{"id":4,"result":{"n":0}}`,
		`{"id":5,"method":"spoken"}`: `{"id":5,"error":{"code":"blocked",` +
			`"text":"Занято.","hint":"Подождите."}}`,
		`{"id":6,"method":"plain"}`: `{"id":6,"error":{"code":"internal",` +
			`"text":"Действие не выполнено: ошибка программы «disk».",`,
		`{"id":7,"method":"double","params":{"n":"<&>"}}`: `{"id":7,"error":{"code":"badRequest",` +
			`"text":"Страница и ядро не поняли друг друга (double)`,
		`{"id":8,"method":"double","params":{"n":1,"m":2}}`: `{"id":8,"error":{"code":"badRequest"`,
		`{"id":9,"method":"triple"}`: `{"id":9,"error":{"code":"badRequest",` +
			`"text":"Страница и ядро не поняли друг друга (triple)`,
		`{"id":10,"method":"unfit"}`: `{"id":10,"error":{"code":"badRequest"`,
		`{"id":11,"method":"ended"}`: `{"id":11,"result":{"n":0}}`,
		`{"id":12`:                   `{"id":0,"error":{"code":"badRequest"`,
		``:                           `{"id":0,"error":{"code":"badRequest"`,
	} {
		answer, files := newMux().Serve(t.Context(), []byte(request))
		if !strings.HasPrefix(string(answer), want) || !json.Valid(answer) ||
			bytes.ContainsRune(answer, '\n') || files != nil {
			t.Errorf("%s: got %s, want %s", request, answer, want)
		}
	}
}

// TestFiles: an answer carries files, an error does not.
func TestFiles(t *testing.T) {
	answer, files := newMux().Serve(t.Context(), []byte(`{"id":1,"method":"upper"}`), []byte("a"), []byte("b"))
	if string(answer) != `{"id":1,"result":{"n":2}}` || len(files) != 2 || string(files[0])+string(files[1]) != "AB" {
		t.Errorf("%s, %q", answer, files)
	}
	if answer, files := newMux().Serve(t.Context(), []byte(`{"id":1,"method":"half"}`)); files != nil {
		t.Errorf("%s with %q", answer, files)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	answer, _ := newMux().Serve(ctx, []byte(`{"id":1,"method":"ended"}`))
	if !strings.HasPrefix(string(answer), `{"id":1,"error":{"code":"cancelled"`) {
		t.Errorf("%s", answer)
	}
}

// TestReport: progress reaches the listener of the context; a listener is optional.
func TestReport(t *testing.T) {
	if err := rpc.Report(t.Context(), 1, 2, "шаг"); err != nil {
		t.Error(err)
	}
	var got string
	ctx := rpc.WithProgress(t.Context(), func(done, total int, text string) { got = fmt.Sprint(done, total, text) })
	if err := rpc.Report(ctx, 1, 2, "шаг"); err != nil || got != "1 2шаг" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestMethods(t *testing.T) {
	var names []string
	for _, m := range newMux().Methods() {
		names = append(names, m.Name)
		if m.Files != (m.Name == "upper" || m.Name == "half") || m.Req.Name() != "params" {
			t.Errorf("%+v", m)
		}
	}
	if got := strings.Join(names, " "); got != "double ended half plain spoken unfit upper" {
		t.Errorf("methods %s", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a method registered twice passes")
		}
	}()
	m := newMux()
	rpc.Handle(m, "double", func(context.Context, params) (params, error) { return params{}, nil })
}

// TestPanic: a panic becomes an error of its call. Recovered runs before the answer,
// and may itself panic.
func TestPanic(t *testing.T) {
	m := newMux()
	rpc.Handle(m, "burst", func(context.Context, params) (params, error) { panic("the text is for developers") })
	rpc.Handle(m, "map", func(context.Context, params) (params, error) {
		none := make(map[string]map[string]int)
		none["x"]["y"] = 1 // the runtime's own panic
		return params{}, nil
	})
	order := ""
	m.Recovered = func(context.Context) { order += "recovered "; panic("again") }
	m.News = func() bool { order += "news "; return strings.HasPrefix(order, "recovered") }
	for _, method := range []string{"burst", "map"} {
		order = ""
		answer, files := m.Serve(t.Context(), []byte(`{"id":5,"method":"`+method+`"}`))
		const prefix = `{"id":5,"error":{"code":"internal","text":"В программе произошла ошибка`
		if !strings.HasPrefix(string(answer), prefix) || !strings.HasSuffix(string(answer), `"news":true}`) ||
			strings.Contains(string(answer), "developers") || files != nil {
			t.Errorf("%s: %s", method, answer)
		}
		if order != "recovered news " {
			t.Errorf("%s: %s", method, order)
		}
	}
	order = ""
	answer, _ := m.Serve(t.Context(), []byte(`{"id":3,"method":"double","params":{"n":21}}`))
	if string(answer) != `{"id":3,"result":{"n":42}}` {
		t.Errorf("after the panic: %s", answer)
	}
}
