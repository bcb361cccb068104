package bidi

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// Tab is one page of the browser.
type Tab struct {
	Browser *Browser
	ID      string // of its browsing context; events name it as "context"
}

func (t *Tab) send(ctx context.Context, method string, params object, out any) error {
	params["context"] = t.ID
	return t.Browser.conn.send(ctx, method, params, out)
}

// Navigate opens an address, waits until its HTML is loaded, and moves the focus from the
// address bar to the page.
func (t *Tab) Navigate(ctx context.Context, url string) error {
	if err := t.send(ctx, "browsingContext.navigate", object{"url": url, "wait": "interactive"}, nil); err != nil {
		return err
	}
	return t.Focus(ctx)
}

// Focus moves the focus from the address bar, which follows the last field of the page in
// the tab order, to the page.
func (t *Tab) Focus(ctx context.Context) error {
	return eval(ctx, t.Browser.conn, t.Browser.chrome, fmt.Sprintf("rroBrowserOf(%q).focus()", t.ID), nil)
}

// Reload does what F5 does and waits until the HTML is loaded.
func (t *Tab) Reload(ctx context.Context) error {
	return t.send(ctx, "browsingContext.reload", object{"wait": "interactive"}, nil)
}

// Inject runs a script in every page of the tab before its own scripts.
func (t *Tab) Inject(ctx context.Context, script string) error {
	return t.Browser.conn.send(ctx, "script.addPreloadScript",
		object{"functionDeclaration": "() => {" + script + "\n}", "contexts": []string{t.ID}}, nil)
}

// Offline disconnects the tab from the network.
func (t *Tab) Offline(ctx context.Context) error {
	return t.Browser.conn.send(ctx, "emulation.setNetworkConditions",
		object{"networkConditions": object{"type": "offline"}, "contexts": []string{t.ID}}, nil)
}

// Viewport sets the size of the page, CSS pixels.
func (t *Tab) Viewport(ctx context.Context, width, height int) error {
	return t.send(ctx, "browsingContext.setViewport", object{"viewport": object{"width": width, "height": height}}, nil)
}

// Activate brings the tab to the front. A hidden tab is not drawn.
func (t *Tab) Activate(ctx context.Context) error {
	if err := t.send(ctx, "browsingContext.activate", object{}, nil); err != nil {
		return err
	}
	return t.Focus(ctx)
}

// Close closes the tab without asking the page.
func (t *Tab) Close(ctx context.Context) error {
	return t.send(ctx, "browsingContext.close", object{}, nil)
}

// Screenshot returns a PNG of the visible part of the page.
func (t *Tab) Screenshot(ctx context.Context) ([]byte, error) {
	var shot struct{ Data string }
	if err := t.send(ctx, "browsingContext.captureScreenshot", object{}, &shot); err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(shot.Data)
}

// evaluated is the result of a script.
type evaluated struct {
	Type             string
	Result           remote
	ExceptionDetails struct{ Text string }
}

// Eval evaluates a JavaScript expression, which may be a promise, into out, which may be
// nil. The page's Content-Security-Policy does not apply to it.
func (t *Tab) Eval(ctx context.Context, expression string, out any) error {
	return eval(ctx, t.Browser.conn, t.ID, expression, out)
}

func eval(ctx context.Context, c *conn, where, expression string, out any) error {
	done, err := run(ctx, c, where, expression)
	if err != nil || out == nil {
		return err
	}
	return json.Unmarshal(done.json(), out)
}

func run(ctx context.Context, c *conn, where, expression string) (remote, error) {
	var done evaluated
	err := c.send(ctx, "script.evaluate",
		object{"expression": expression, "target": object{"context": where}, "awaitPromise": true}, &done)
	if err == nil && done.Type == "exception" {
		err = fmt.Errorf("exception: %s", done.ExceptionDetails.Text)
	}
	return done.Result, err
}

// SetFiles sets the files of the file input that the expression returns.
func (t *Tab) SetFiles(ctx context.Context, expression string, paths []string) error {
	input, err := run(ctx, t.Browser.conn, t.ID, expression)
	if err != nil {
		return err
	}
	return t.send(ctx, "input.setFiles", object{"element": object{"sharedId": input.SharedID}, "files": paths}, nil)
}
