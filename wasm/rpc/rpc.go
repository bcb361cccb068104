// Package rpc is the border between page and core: a table of methods, JSON
// text each way, matched by id; files travel beside the text. It knows neither
// browser nor screen: native tests call [Mux.Serve] with bytes, the worker's
// port (port_js.go) does the same with messages.
package rpc

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// File is a byte block that travels beside the JSON: an answer file, an
// archive part.
type File = []byte

// Method is one row of the table, with the types that `build types` turns
// into TypeScript.
type Method struct {
	Name     string
	Req, Res reflect.Type
	Files    bool // takes or returns files beside the JSON

	f      reflect.Value // func(context.Context, Req[, []File]) (Res[, []File], error)
	beside bool          // f has the files
	most   int           // bytes of files that may come with a call
}

// maxFiles is how many bytes may come beside a call: they are copied into Go's
// memory, which never shrinks. A part of an archive has at most 100 MB; what may
// be larger comes as a [Blob].
const maxFiles = 128 << 20

// Mux holds the methods. Register all of them before the first Serve.
type Mux struct {
	methods map[string]Method
	// Recovered, if set, is called after a call has panicked and before the call
	// is answered: what the call left half-done can be put right.
	Recovered func(context.Context)
	// News, if set, is called after each call. It reports whether the core has
	// something new to say of itself, see [Response].
	News func() bool
	// Explain gives an error without words for people the words of an [Error];
	// nil = errors go out as they are.
	Explain func(error) error
}

// NewMux returns an empty table.
func NewMux() *Mux { return &Mux{methods: map[string]Method{}} }

// Handle registers a method without files.
func Handle[Req, Res any](m *Mux, name string, f func(context.Context, Req) (Res, error)) {
	m.register(Method{Name: name, Req: reflect.TypeFor[Req](), Res: reflect.TypeFor[Res](), f: reflect.ValueOf(f)})
}

// HandleFiles registers a method that takes or returns files. Most may say that
// it refuses files of more bytes anyway: they are not even read then.
func HandleFiles[Req, Res any](m *Mux, name string, f func(context.Context, Req, []File) (Res, []File, error), most ...int) {
	m.register(Method{Name: name, Req: reflect.TypeFor[Req](), Res: reflect.TypeFor[Res](), Files: true, beside: true, f: reflect.ValueOf(f),
		most: slices.Min(append(most, maxFiles))})
}

func (m *Mux) register(method Method) {
	if _, dup := m.methods[method.Name]; dup {
		panic("rpc: method " + method.Name + " registered twice")
	}
	m.methods[method.Name] = method
}

// call decodes the request and calls f, by reflection: generic code would be
// compiled again for every method, 4 KB each.
func (m *Method) call(ctx context.Context, params json.RawMessage, files []File) (any, []File, error) {
	req := reflect.New(m.Req)
	if err := decode(params, req.Interface()); err != nil {
		return nil, nil, BadRequest(m.Name, err)
	}
	in := []reflect.Value{reflect.ValueOf(ctx), req.Elem()}
	if m.beside {
		in = append(in, reflect.ValueOf(files))
	}
	out := m.f.Call(in)
	err, _ := out[len(out)-1].Interface().(error)
	if !m.beside {
		return out[0].Interface(), nil, err
	}
	return out[0].Interface(), out[1].Interface().([]File), err
}

func decode(params json.RawMessage, into any) error {
	if len(params) == 0 {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(params))
	dec.DisallowUnknownFields() // page and core come from one build: a stray field is a defect
	return dec.Decode(into)
}

// Methods returns the table in the order of names.
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
	News   bool   `json:"news,omitempty"` // the page should ask again what the core says of itself
}

// Serve answers one request. It never fails: what goes wrong is in the answer.
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

// guarded makes a panic in a call an error of that call.
func (m *Mux) guarded(ctx context.Context, method Method, params json.RawMessage, files []File) (result any, out []File, err error) {
	err = Guard(func() (err error) {
		result, out, err = method.call(ctx, params, files)
		if err == nil {
			result = Lists(result)
		}
		return err
	})
	if Panicked(err) && m.Recovered != nil {
		_ = Guard(func() error { m.Recovered(context.WithoutCancel(ctx)); return nil }) // the core goes on with what it has
	}
	return result, out, err
}

func respond(r Response, files []File) ([]byte, []File) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return respond(Response{ID: r.ID, Error: BadRequest("answer", err)}, nil)
	}
	return bytes.TrimRight(buf.Bytes(), "\n"), files
}
