package faults

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"time"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long one step may take on a busy machine.
const patience = 60 * time.Second

//go:embed bridge.js
var bridge string

// browser is Chromium with a persistent profile and one tab that shows the page.
type browser struct {
	page, profile string // paths

	root    context.Context // of the browser; nil = none runs
	process *os.Process
	quit    func()
	tab     context.Context // of the page; nil = no tab
	leave   func()          // closes the tab

	mu   sync.Mutex
	tell func(value string) // receives the values of rroWatch; nil = ignore them
}

// start starts the browser as the leader of a process group.
func (b *browser) start() error {
	options := []chromedp.ExecAllocatorOption{
		chromedp.UserDataDir(b.profile), chromedp.NoFirstRun, chromedp.NoSandbox, chromedp.Headless,
		chromedp.DisableGPU,
		chromedp.WindowSize(1366, 768), chromedp.WSURLReadTimeout(patience), chromedp.ModifyCmdFunc(ownGroup),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
	}
	if path := os.Getenv("RRO_CHROMIUM"); path != "" {
		options = append(options, chromedp.ExecPath(path))
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	root, cancel := chromedp.NewContext(allocator)
	if err := chromedp.Run(root); err != nil {
		stop()
		return fmt.Errorf("start of browser: %w", err)
	}
	b.root, b.quit = root, func() { cancel(); stop() }
	b.process = chromedp.FromContext(root).Browser.Process()
	return nil
}

// open opens the page in a new tab, starting the browser if none runs, and waits until
// the core answers.
func (b *browser) open() error {
	if b.root == nil {
		if err := b.start(); err != nil {
			return err
		}
	}
	b.closeTab()
	b.tab, b.leave = chromedp.NewContext(b.root)
	if err := chromedp.Run(b.tab); err != nil { // without a timeout, which would close the tab
		return fmt.Errorf("new tab: %w", err)
	}
	tab := b.tab
	chromedp.ListenTarget(tab, func(event any) {
		switch e := event.(type) {
		case *runtime.EventBindingCalled:
			b.mu.Lock()
			defer b.mu.Unlock()
			if b.tell != nil && tab == b.tab {
				b.tell(e.Payload)
			}
		case *cdppage.EventJavascriptDialogOpening: // "leave the page?"
			go func() { _ = chromedp.Run(tab, cdppage.HandleJavaScriptDialog(true)) }()
		}
	})
	err := b.run(runtime.AddBinding("rroTell"), chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := cdppage.AddScriptToEvaluateOnNewDocument(bridge).Do(ctx)
		return err
	}), chromedp.Navigate("file://"+b.page), cdppage.BringToFront())
	if err != nil {
		return fmt.Errorf("open the page: %w", err)
	}
	return b.ready()
}

// ready waits until the core answers.
func (b *browser) ready() error { return b.wait(`document.documentElement.dataset.core === "ready"`) }

// closeTab closes the tab as its close button does, without asking.
func (b *browser) closeTab() {
	if b.tab != nil {
		b.leave()
		b.tab = nil
	}
}

// close ends the browser.
func (b *browser) close() {
	if b.root == nil {
		return
	}
	b.tab = nil
	b.quit()
	b.root = nil
}

func (b *browser) run(actions ...chromedp.Action) error {
	ctx, cancel := context.WithTimeout(b.tab, patience)
	defer cancel()
	return chromedp.Run(ctx, actions...)
}

// eval evaluates a JavaScript expression, a promise included, into out.
func (b *browser) eval(ctx context.Context, expression string, out any) error {
	return chromedp.Run(ctx, chromedp.Evaluate(expression, out, awaited))
}

func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// wait polls until a JavaScript expression is true.
func (b *browser) wait(condition string) error {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(15 * time.Millisecond) {
		var ok bool
		ctx, cancel := context.WithTimeout(b.tab, patience)
		err := b.eval(ctx, "!!("+condition+")", &ok)
		cancel()
		if ok || err != nil {
			return err
		}
	}
	var text string
	_ = b.run(chromedp.Evaluate("document.body.innerText.slice(0, 500)", &text))
	return fmt.Errorf("never true: %s; the page shows\n%s", condition, text)
}

// ask calls a method of the page's core.
func (b *browser) ask(ctx context.Context, method string, params, result any, file []byte) error {
	args, err := json.Marshal([]any{method, params, file}) // bytes become base64
	if err != nil {
		return err
	}
	if result == nil {
		result = new(any)
	}
	if err := b.eval(ctx, "rroAsk(..."+string(args)+")", result); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	return nil
}

// dump reads the store without using the program.
func (b *browser) dump() (*stored, error) {
	var d dump
	ctx, cancel := context.WithTimeout(b.tab, patience)
	defer cancel()
	if err := b.eval(ctx, "rroDump()", &d); err != nil {
		return nil, fmt.Errorf("read the store: %w", err)
	}
	return d.read(), nil
}
