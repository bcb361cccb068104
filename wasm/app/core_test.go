package app_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"rroform/wasm/app"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// core is an App under test, asked the way the page asks: bytes through Serve.
type core struct {
	t   testing.TB
	mux *rpc.Mux
	now time.Time
}

// newCore starts an App on the store; its clock shows noon of the day.
func newCore(t testing.TB, s store.Store, day string) *core {
	t.Helper()
	c := newSilentCore(t, func(context.Context) (store.Store, error) { return s, nil }, day)
	c.must("hello", app.HelloReq{Build: "test"}, &app.HelloRes{})
	return c
}

// newSilentCore is newCore before its hello.
func newSilentCore(t testing.TB, open func(context.Context) (store.Store, error), day string) *core {
	t.Helper()
	c := &core{t: t}
	c.setDay(day)
	c.mux = app.New(app.Options{Build: "test", Open: open, Now: func() time.Time { return c.now }}).Mux()
	return c
}

func (c *core) setDay(day string) {
	c.t.Helper()
	noon, err := time.Parse("2006-01-02 15:04", day+" 12:00")
	if err != nil {
		c.t.Fatal(err)
	}
	c.now = noon
}

// call asks and returns the files of the answer, or the error in it.
func (c *core) call(ctx context.Context, method string, req, res any, files ...[]byte) ([][]byte, *rpc.Error) {
	c.t.Helper()
	params, err := json.Marshal(req)
	if err != nil {
		c.t.Fatal(err)
	}
	request, err := json.Marshal(rpc.Request{ID: 7, Method: method, Params: params})
	if err != nil {
		c.t.Fatal(err)
	}
	answer, out := c.mux.Serve(ctx, request, files...)
	response := struct {
		ID     int             `json:"id"`
		Result json.RawMessage `json:"result"`
		Error  *rpc.Error      `json:"error"`
	}{}
	if err := json.Unmarshal(answer, &response); err != nil || response.ID != 7 {
		c.t.Fatalf("%s: answer %s: %v", method, answer, err)
	}
	if response.Error != nil {
		return out, response.Error
	}
	if res != nil {
		if err := json.Unmarshal(response.Result, res); err != nil {
			c.t.Fatalf("%s: answer %s: %v", method, answer, err)
		}
	}
	return out, nil
}

// must is a call that has to succeed.
func (c *core) must(method string, req, res any, files ...[]byte) [][]byte {
	c.t.Helper()
	out, err := c.call(c.t.Context(), method, req, res, files...)
	if err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
	return out
}

// refused is a call that has to fail with the code; it returns the error.
func (c *core) refused(code, method string, req any, files ...[]byte) *rpc.Error {
	c.t.Helper()
	_, err := c.call(c.t.Context(), method, req, nil, files...)
	if err == nil {
		c.t.Fatalf("%s succeeded, want error %q", method, code)
	}
	if err.Code != code {
		c.t.Fatalf("%s: %v, want error %q", method, err, code)
	}
	return err
}
