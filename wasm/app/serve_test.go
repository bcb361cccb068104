package app_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"rroform/wasm/app"
	"rroform/wasm/appeal"
	"rroform/wasm/rpc"
	"rroform/wasm/store"
)

// TestBadRequests: whatever comes over the border, the answer is an error that
// says what to do.
func TestBadRequests(t *testing.T) {
	c := newCore(t, store.NewMemory(), "2026-11-02")
	for _, request := range []string{"", "hello", "[]", `{"id":1}`, `{"id":1,"method":"nothing"}`,
		`{"id":1,"method":"today","params":{"stray":1}}`, `{"id":1,"method":"saveAppeal","params":"x"}`,
		`{"id":1,"method":"saveAppeal","params":{"appeal":{"isDirect":"true"}}}`,
		`{"id":1,"method":"plan","params":[1]}`} {
		answer, files := c.mux.Serve(t.Context(), []byte(request))
		var response struct{ Error *rpc.Error }
		if err := json.Unmarshal(answer, &response); err != nil || files != nil {
			t.Fatalf("%q: %s, %v", request, answer, err)
		}
		if e := response.Error; e == nil || e.Code != rpc.CodeBad || e.Hint == "" ||
			!strings.Contains(e.Text, "не поняли друг друга") {
			t.Errorf("%q: %s", request, answer)
		}
	}
}

// TestMissing: a thing that is not there is "notFound", not a failure inside.
func TestMissing(t *testing.T) {
	c := newCore(t, store.NewMemory(), "2026-11-02")
	for _, row := range []struct {
		method string
		req    any
	}{
		{"getAppeal", app.AppealIDReq{ID: "x"}}, {"deleteAppeals", app.DeleteAppealsReq{IDs: []string{"x"}}},
		{"getFile", app.GetFileReq{FileID: "x"}},
		{"archivePart", app.ArchivePartReq{ID: "x"}}, {"activateProfile", app.ProfileIDReq{ID: "x"}},
	} {
		if e := c.refused("notFound", row.method, row.req); e.Text == "" || e.Hint == "" {
			t.Errorf("%s: %+v", row.method, e)
		}
	}
	c.refused("noID", "saveAppeal", app.SaveAppealReq{Appeal: appeal.Appeal{Number: "1-ОГ"}})
}

// TestHello: without lasting storage the core works in memory and says so; a
// store that is held or too new is an error that a second hello can mend.
func TestHello(t *testing.T) {
	c := newSilentCore(t, func(context.Context) (store.Store, error) { return nil, store.ErrNoStore }, "2026-11-02")
	var hello app.HelloRes
	c.must("hello", app.HelloReq{}, &hello)
	if !hello.Memory || !hello.Empty || hello.Build != "test" || hello.Today != "2026-11-02" {
		t.Errorf("%+v", hello)
	}
	for code, cause := range map[string]error{"blocked": store.ErrBlocked, "newer": store.ErrNewer} {
		calls := 0
		c := newSilentCore(t, func(context.Context) (store.Store, error) {
			if calls++; calls == 1 {
				return nil, errors.Join(errors.New("open"), cause)
			}
			return store.NewMemory(), nil
		}, "2026-11-02")
		if e := c.refused(code, "hello", app.HelloReq{}); e.Hint == "" {
			t.Errorf("%s: no hint", code)
		}
		c.must("hello", app.HelloReq{}, &hello)
		c.must("hello", app.HelloReq{}, &hello)
		if hello.Memory || calls != 2 {
			t.Errorf("%s: memory %v, opened %d times", code, hello.Memory, calls)
		}
	}
}

// TestUnreadableStore: a store that cannot be read fails the hello, which can be
// repeated; what was asked meanwhile is refused.
func TestUnreadableStore(t *testing.T) {
	fail := errors.New("a failing disk")
	c := newSilentCore(t, func(context.Context) (store.Store, error) {
		return &faulty{Store: store.NewMemory(), fail: fail}, nil
	}, "2026-11-02")
	c.refused(rpc.CodeInternal, "hello", app.HelloReq{})
	c.refused("closed", "saveAppeal", app.SaveAppealReq{Appeal: direct("1-ОГ", "2026-10-05")})
	fail = nil
	var hello app.HelloRes
	if c.must("hello", app.HelloReq{}, &hello); !hello.Empty {
		t.Errorf("%+v", hello)
	}
}

// TestNothingPanics: an empty request to any method, before hello, after a
// hello that failed and after one that did not, is answered.
func TestNothingPanics(t *testing.T) {
	failing := func(context.Context) (store.Store, error) { return nil, store.ErrBlocked }
	for name, c := range map[string]*core{"before": newSilentCore(t, failing, today),
		"failed": newSilentCore(t, failing, today),
		"after":  newCore(t, store.NewMemory(), today)} {
		if name == "failed" {
			c.refused("blocked", "hello", app.HelloReq{})
		}
		for _, m := range c.mux.Methods() {
			for _, file := range [][][]byte{nil, {[]byte("x")}} {
				answer, _ := c.mux.Serve(t.Context(), []byte(`{"id":7,"method":"`+m.Name+`","params":{}}`), file...)
				var response rpc.Response
				if err := json.Unmarshal(answer, &response); err != nil || response.ID != 7 ||
					(response.Result == nil) == (response.Error == nil) {
					t.Errorf("%s, %s: %s, %v", name, m.Name, answer, err)
				}
				if e := response.Error; e != nil &&
					(e.Code == rpc.CodeInternal || e.Code == rpc.CodeBad || e.Hint == "") {
					t.Errorf("%s, %s: %+v", name, m.Name, e)
				}
			}
		}
	}
}
