package bench

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"time"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long one step in the browser may take on a busy machine.
const patience = 5 * time.Minute

// Files are what the browser is served, by path; "/" is the page.
type Files map[string][]byte

// Page is an open tab.
type Page struct {
	ctx context.Context
	end func()
}

// Open starts the browser and opens "/" of files. The page is served from this
// machine as isolated, because only then has the browser a clock of 5 µs, and
// its policy is lifted, so that a peer can be loaded beside our code.
// inject runs before the page's own scripts.
func Open(files Files, inject string) (*Page, error) {
	server := httptest.NewServer(files)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.WSURLReadTimeout(patience))
	if browser := os.Getenv("RRO_CHROMIUM"); browser != "" {
		options = append(options, chromedp.ExecPath(browser))
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	p := &Page{ctx, func() { cancel(); stop(); server.Close() }}
	if err := errors.Join(chromedp.Run(ctx), p.run(
		cdppage.SetBypassCSP(true),
		chromedp.ActionFunc(func(ctx context.Context) error {
			_, err := cdppage.AddScriptToEvaluateOnNewDocument(inject).Do(ctx)
			return err
		}),
		chromedp.Navigate(server.URL+"/"))); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

// ServeHTTP serves the files.
func (f Files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	data, ok := f[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
	w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
	kind := mime.TypeByExtension(path.Ext(r.URL.Path))
	if r.URL.Path == "/" {
		kind = "text/html; charset=utf-8"
	}
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(data) // a browser that went away is told by the next step
}

// Close ends the browser and the server.
func (p *Page) Close() { p.end() }

// Eval evaluates a JavaScript expression, a promise included, into out, which
// may be nil.
func (p *Page) Eval(expression string, out any) error {
	return p.run(chromedp.Evaluate(expression, out, func(e *runtime.EvaluateParams) *runtime.EvaluateParams {
		return e.WithAwaitPromise(true)
	}))
}

func (p *Page) run(actions ...chromedp.Action) error {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, actions...)
}
