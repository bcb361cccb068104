// Package rpc is the border between page and core: a table of methods that take
// and return JSON text, matched by id, and files as raw bytes. Native tests call
// [Mux.Serve] with bytes; the worker's port (port_js.go) calls it with messages. Only
// the port and the Blob (blob_js.go) know the browser.
//
// A [Mux] has no lock: register all methods before the first call. Calls may run
// concurrently; methods do their own locking.
package rpc

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
)

// File is the bytes of a file that a message carries next to its JSON: an answer
// to a citizen, a part of an archive.
type File = []byte

// Method is one row of the table, with the types that `build types` turns
// into TypeScript.
type Method struct {
	Name     string
	Req, Res reflect.Type
	Files    bool // takes or returns files in memory; false for streams

	f         reflect.Value // func(context.Context, Req[, []File]) (Res[, []File], error)
	withFiles bool          // f takes and returns []File
	maxFiles  int           // bytes of all files of one call
	inner     any           // the function that f calls; nil = f itself was registered
}

// Handler returns the name of the Go function behind the method, for example
// rroform/wasm/app.(*App).Hello-fm.
func (m Method) Handler() string {
	f := m.f
	if m.inner != nil {
		f = reflect.ValueOf(m.inner)
	}
	return runtime.FuncForPC(f.Pointer()).Name()
}

// maxFiles is how many bytes of files a call may bring: they are copied into Go's
// memory, which never shrinks. A part of an archive has at most 100 MB; files that
// may be larger come as [Blob]s.
const maxFiles = 128 << 20

// Mux holds the methods. Register all of them before the first Serve.
type Mux struct {
	methods map[string]Method
	// Recovered, if set, is called after a call has panicked and before it is
	// answered. It repairs what the call left unfinished.
	Recovered func(context.Context)
	// News, if set, is called after each call. It reports whether the state that
	// the core shows to the page has changed, see [Response].
	News func() bool
	// Explain, if set, turns errors of methods into an [Error] that people
	// understand.
	Explain func(error) error
}

// NewMux returns an empty table.
func NewMux() *Mux { return &Mux{methods: map[string]Method{}} }

// Handle registers a method without files.
func Handle[Req, Res any](m *Mux, name string, f func(context.Context, Req) (Res, error)) {
	m.register(Method{Name: name, Req: reflect.TypeFor[Req](), Res: reflect.TypeFor[Res](), f: reflect.ValueOf(f)})
}

// HandleFiles registers a method that takes or returns files. If limit is given,
// the port refuses calls with more bytes of files before it reads them.
func HandleFiles[Req, Res any](
	m *Mux, name string, f func(context.Context, Req, []File) (Res, []File, error), limit ...int,
) {
	m.register(Method{
		Name: name, Req: reflect.TypeFor[Req](), Res: reflect.TypeFor[Res](), Files: true,
		f: reflect.ValueOf(f), withFiles: true, maxFiles: slices.Min(append(limit, maxFiles)),
	})
}

func (m *Mux) register(method Method) {
	if _, dup := m.methods[method.Name]; dup {
		panic("rpc: method " + method.Name + " registered twice")
	}
	m.methods[method.Name] = method
}

// call decodes the parameters and calls f. It uses reflection because generic code
// would be compiled once per method, 4 KB each.
func (m *Method) call(ctx context.Context, params json.RawMessage, files []File) (any, []File, error) {
	req := reflect.New(m.Req)
	if err := decode(params, req.Interface()); err != nil {
		return nil, nil, BadRequest(m.Name, err)
	}
	in := []reflect.Value{reflect.ValueOf(ctx), req.Elem()}
	if m.withFiles {
		in = append(in, reflect.ValueOf(files))
	}
	out := m.f.Call(in)
	err, _ := out[len(out)-1].Interface().(error)
	if !m.withFiles {
		return out[0].Interface(), nil, err
	}
	return out[0].Interface(), out[1].Interface().([]File), err
}

func decode(params json.RawMessage, into any) error {
	if len(params) == 0 {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(params))
	dec.DisallowUnknownFields() // page and core come from one build: an unknown field is a defect
	return dec.Decode(into)
}

// Methods returns the table sorted by name.
func (m *Mux) Methods() []Method {
	all := make([]Method, 0, len(m.methods))
	for _, method := range m.methods {
		all = append(all, method)
	}
	slices.SortFunc(all, func(a, b Method) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// Request is the JSON text of a call.
type Request struct {
	ID     int             `json:"id"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params,omitempty"`
}

// Response is the JSON text of an answer: Result or Error.
type Response struct {
	ID     int    `json:"id"`
	Result any    `json:"result,omitempty"`
	Error  *Error `json:"error,omitempty"`
	News   bool   `json:"news,omitempty"` // the page should call hello again: the core's state has changed
}

// Serve answers one request. Errors and panics of the method become the error of
// the answer.
func (m *Mux) Serve(ctx context.Context, request []byte, files ...File) ([]byte, []File) {
	var req Request
	if err := json.Unmarshal(request, &req); err != nil {
		return respond(Response{Error: BadRequest("?", err)}, nil)
	}
	method, ok := m.methods[req.Method]
	if !ok {
		return respond(Response{ID: req.ID, Error: BadRequest(req.Method, fmt.Errorf("no such method"))}, nil)
	}
	result, out, err := m.guarded(ctx, method, req.Params, files)
	news := m.News != nil && m.News()
	if err != nil {
		if m.Explain != nil {
			err = m.Explain(err)
		}
		return respond(Response{ID: req.ID, Error: asError(err), News: news}, nil)
	}
	return respond(Response{ID: req.ID, Result: result, News: news}, out)
}

// guarded calls a method through [Guard].
func (m *Mux) guarded(
	ctx context.Context, method Method, params json.RawMessage, files []File,
) (result any, out []File, err error) {
	err = Guard(func() (err error) {
		result, out, err = method.call(ctx, params, files)
		if err == nil {
			result = Lists(result)
		}
		return err
	})
	if Panicked(err) && m.Recovered != nil {
		// If Recovered panics too, the core goes on with the state it has.
		_ = Guard(func() error { m.Recovered(context.WithoutCancel(ctx)); return nil })
	}
	return result, out, err
}

// respond encodes an answer.
func respond(r Response, files []File) ([]byte, []File) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return respond(Response{ID: r.ID, Error: BadRequest("answer", err)}, nil)
	}
	return bytes.TrimRight(buf.Bytes(), "\n"), files
}
