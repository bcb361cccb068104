// Package e2e drives the built page in a real browser, opened as a clerk
// opens it: from disk. The tests need `make html` first and run only with
// -e2e or RRO_E2E=1; then a missing browser is a failure. RRO_CHROMIUM names
// another Chromium than Debian's, RRO_BROWSER=firefox takes Firefox.
package e2e

import (
	"context"
	"flag"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

var (
	enabled = flag.Bool("e2e", os.Getenv("RRO_E2E") != "", "run the tests that need a browser")
	long    = flag.Bool("long", os.Getenv("RRO_LONG") != "", "also what takes long and seldom changes")
)

// slow leaves a test to `make e2e-long` and `make browsers`: all of them together
// would take CI over its time.
func slow(t *testing.T) {
	t.Helper()
	if *enabled && !*long {
		t.Skip("takes long: run with -long or RRO_LONG=1, as make e2e-long does")
	}
}

// tab is one page in a browser of its own, with an empty profile.
type tab struct {
	context.Context // in Chromium what chromedp runs in
	t               *testing.T
	driver          driver
	heard           *heard
	end             func()
}

// option changes how launch opens the page.
type option struct {
	inject    string     // script that runs before the page's own
	url       string     // instead of the built file
	profile   string     // the browser's user directory, to come back to it
	host      string     // a name that leads to this machine
	offline   bool       // pulls the plug before the page is opened
	noCookies bool       // the browser forbids pages to keep anything, as administrators set it
	downloads *downloads // where files that the page hands out go

	// Chromium only: a test that needs them is left out elsewhere.
	flags   []string          // of the browser, "name" or "name=value"
	setup   []chromedp.Action // before the page is opened
	process []chromedp.ExecAllocatorOption
}

// heard is what the browser told of the page.
type heard struct {
	mu       sync.Mutex
	requests []string
	errors   []string
}

func (h *heard) request(url string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.requests = append(h.requests, url)
}

func (h *heard) error(text string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.errors = append(h.errors, text)
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
	o := joined(t, options)
	slots <- struct{}{}
	started := false
	defer func() {
		if !started { // it failed, or this browser cannot do what the test needs
			<-slots
		}
	}()
	heard := &heard{}
	driver, ctx, err := start(t, o, heard)
	if err != nil {
		t.Fatalf("start of browser: %v", err)
	}
	started = true
	end := sync.OnceFunc(func() {
		if err := driver.close(); err != nil {
			t.Logf("end of browser: %v", err)
		}
		<-slots
	})
	t.Cleanup(end)
	b := &tab{Context: ctx, t: t, driver: driver, heard: heard, end: end}
	b.open(o)
	return b
}

// joined puts options together; of two the later one counts.
func joined(t *testing.T, options []option) option {
	t.Helper()
	o := option{url: pageURL(t)}
	for _, more := range append([]option{slowCoreDown()}, options...) {
		o.inject += more.inject
		o.flags = append(o.flags, more.flags...)
		o.setup = append(o.setup, more.setup...)
		o.process = append(o.process, more.process...)
		o.offline = o.offline || more.offline
		o.noCookies = o.noCookies || more.noCookies
		if more.url != "" {
			o.url = more.url
		}
		if more.profile != "" {
			o.profile = more.profile
		}
		if more.host != "" {
			o.host = more.host
		}
		if more.downloads != nil {
			o.downloads = more.downloads
		}
	}
	if o.profile == "" {
		o.profile = t.TempDir()
	}
	return o
}

// open shows the page in a fresh tab.
func (b *tab) open(o option) {
	b.t.Helper()
	b.do(func(ctx context.Context) error { return b.driver.open(ctx, o) })
}

// close ends the browser before the test ends.
func (b *tab) close() { b.end() }

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
	return fileURL(pagePath(t))
}

// do does something with the browser and ends the test when that fails.
func (b *tab) do(what func(context.Context) error) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.Context, patience)
	defer cancel()
	if err := what(ctx); err != nil {
		b.t.Fatalf("browser: %v\nconsole: %q", err, b.consoleErrors())
	}
}

// run does actions of Chromium's own protocol. The test is left out where
// another browser runs: say it portably if you can.
//
//lint:ignore U1000 the way out for a test that only Chromium can do
func (b *tab) run(actions ...chromedp.Action) {
	b.t.Helper()
	if inFirefox() {
		b.t.Skip("this test speaks to Chromium in its own protocol")
	}
	b.do(func(ctx context.Context) error { return chromedp.Run(ctx, actions...) })
}

// eval evaluates a JavaScript expression, a promise included, into out.
func (b *tab) eval(expression string, out any) {
	b.t.Helper()
	b.do(func(ctx context.Context) error { return b.driver.eval(ctx, expression, out) })
}

// fileURL is the address of a file as a browser writes it.
func fileURL(path string) string { return (&url.URL{Scheme: "file", Path: path}).String() }

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
	b.heard.mu.Lock()
	defer b.heard.mu.Unlock()
	return append([]string(nil), b.heard.errors...)
}

func (b *tab) requested() []string {
	b.heard.mu.Lock()
	defer b.heard.mu.Unlock()
	return append([]string(nil), b.heard.requests...)
}
