// Package e2e drives the built page in a real browser, opened as a clerk
// opens it: from disk. The tests need `make html` first and run only with
// -e2e or RRO_E2E=1; then a missing browser is a failure.
package e2e

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

var enabled = flag.Bool("e2e", os.Getenv("RRO_E2E") != "", "run the tests that need a browser")

// Patience with a busy two-core machine.
const patience = 30 * time.Second

// tab is one page in a browser of its own, with an empty profile.
type tab struct {
	context.Context
	t *testing.T

	mu       sync.Mutex
	requests []string
	errors   []string
	end      func()
}

// option changes how launch opens the page.
type option struct {
	inject  string            // script that runs before the page's own
	url     string            // instead of the built file
	flags   []string          // of the browser, "name" or "name=value"
	profile string            // the browser's user directory, to come back to it
	setup   []chromedp.Action // before the page is opened
	process []chromedp.ExecAllocatorOption
}

// slots: two browsers are all that two cores carry. A test never holds two.
var slots = make(chan struct{}, 2)

// launch opens the built page by file:// and returns when its HTML is loaded.
// The browser ends with the test.
func launch(t *testing.T, options ...option) *tab {
	t.Helper()
	if !*enabled {
		t.Skip("browser test: run with -e2e or RRO_E2E=1")
	}
	o := option{url: pageURL(t)}
	for _, more := range options {
		o.inject += more.inject
		o.flags = append(o.flags, more.flags...)
		o.setup = append(o.setup, more.setup...)
		o.process = append(o.process, more.process...)
		if more.url != "" {
			o.url = more.url
		}
		if more.profile != "" {
			o.profile = more.profile
		}
	}
	if o.profile == "" {
		o.profile = t.TempDir()
	}
	slots <- struct{}{}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), allocatorOptions(t, o)...)
	ctx, cancel := chromedp.NewContext(allocator)
	end := sync.OnceFunc(func() {
		// Ends the browser gracefully, so that its profile can be removed.
		if err := chromedp.Cancel(ctx); err != nil {
			t.Logf("end of browser: %v", err)
		}
		cancel()
		stop()
		<-slots
	})
	t.Cleanup(end)
	// The first Run owns the browser: with a timeout of its own the browser
	// would end with it.
	if err := chromedp.Run(ctx); err != nil {
		t.Fatalf("start of browser: %v", err)
	}
	b := &tab{Context: ctx, t: t, end: end}
	b.open(o)
	return b
}

// open shows the page in a fresh tab.
func (b *tab) open(o option) {
	b.t.Helper()
	chromedp.ListenTarget(b.Context, b.listen)
	b.run(network.Enable(), chromedp.Tasks(o.setup), chromedp.ActionFunc(func(ctx context.Context) error {
		if o.inject == "" {
			return nil
		}
		_, err := page.AddScriptToEvaluateOnNewDocument(o.inject).Do(ctx)
		return err
	}), chromedp.Navigate(o.url))
}

// close ends the browser before the test ends.
func (b *tab) close() { b.end() }

func allocatorOptions(t *testing.T, o option) []chromedp.ExecAllocatorOption {
	t.Helper()
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(browserPath(t)), chromedp.UserDataDir(o.profile),
		chromedp.NoFirstRun, chromedp.NoSandbox, chromedp.Headless, chromedp.DisableGPU,
		chromedp.WindowSize(1366, 768), chromedp.WSURLReadTimeout(patience),
	}
	// Bootstrap scrolls smoothly: a button would move away under the mouse.
	quiet := []string{"force-prefers-reduced-motion", "disable-background-networking", "disable-component-update", "disable-sync"}
	for _, name := range append(quiet, o.flags...) {
		name, value, hasValue := strings.Cut(name, "=")
		if hasValue {
			options = append(options, chromedp.Flag(name, value))
		} else {
			options = append(options, chromedp.Flag(name, true))
		}
	}
	return append(options, o.process...)
}

func browserPath(t *testing.T) string {
	t.Helper()
	path := os.Getenv("RRO_CHROMIUM")
	if path == "" {
		path = "/usr/bin/chromium"
	}
	if _, err := exec.LookPath(path); err != nil {
		t.Fatalf("no browser (make browser installs it, RRO_CHROMIUM names another): %v", err)
	}
	return path
}

// pagePath returns the built file, RRO_PAGE names another.
func pagePath(t *testing.T) string {
	t.Helper()
	path := os.Getenv("RRO_PAGE")
	if path == "" {
		path = "../../build/out/rroform.html"
	}
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("build the page first (make html): %v", err)
	}
	return path
}

func pageURL(t *testing.T) string {
	t.Helper()
	if !*enabled {
		return ""
	}
	return "file://" + pagePath(t)
}

func (b *tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *runtime.EventExceptionThrown:
		b.errors = append(b.errors, e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
			b.errors = append(b.errors, consoleText(e))
		}
	case *log.EventEntryAdded: // what the browser itself says: CSP, failed loads
		if e.Entry.Level == log.LevelError {
			b.errors = append(b.errors, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

func consoleText(e *runtime.EventConsoleAPICalled) string {
	var words []string
	for _, arg := range e.Args {
		words = append(words, string(arg.Value)+arg.Description)
	}
	return strings.Join(words, " ")
}

// run does actions and ends the test when one fails.
func (b *tab) run(actions ...chromedp.Action) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.Context, patience)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		b.t.Fatalf("browser: %v\nconsole: %q", err, b.consoleErrors())
	}
}

// eval evaluates a JavaScript expression, a promise included, into out.
func (b *tab) eval(expression string, out any) {
	b.t.Helper()
	b.run(chromedp.Evaluate(expression, out, func(p *runtime.EvaluateParams) *runtime.EvaluateParams {
		return p.WithAwaitPromise(true)
	}))
}

// wait polls until a JavaScript expression is true.
func (b *tab) wait(condition string) {
	b.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		var ok bool
		b.eval("!!("+condition+")", &ok)
		if ok {
			return
		}
		if time.Now().After(deadline) {
			var body string
			b.eval(`document.querySelectorAll("details").forEach(d => d.open = true); document.body.innerText.slice(0, 2000)`, &body)
			b.t.Fatalf("never true: %s\nconsole: %q\npage:\n%s", condition, b.consoleErrors(), body)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// waitCore waits until the core is in a phase: ready, stopped, failed …
func (b *tab) waitCore(phase string) {
	b.t.Helper()
	b.wait(`document.documentElement.dataset.core === "` + phase + `"`)
}

// text returns the visible text of the page.
func (b *tab) text() (text string) {
	b.t.Helper()
	b.eval("document.body.innerText", &text)
	return text
}

func (b *tab) consoleErrors() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.errors...)
}

func (b *tab) requested() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.requests...)
}
