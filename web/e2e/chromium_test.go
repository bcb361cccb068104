package e2e

import (
	"context"
	"encoding/json"
	"errors"
	golog "log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// chromium is a tab that is driven by the debugging protocol of Chromium.
type chromium struct {
	own   context.Context // of chromedp
	end   func() error
	heard *heard
}

func startChromium(t *testing.T, o option, heard *heard) (driver, context.Context, error) {
	t.Helper()
	if o.noCookies {
		forbidCookies(t, o.profile)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), allocatorOptions(t, o)...)
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithErrorf(complain))
	end := func() error {
		// Ends the browser gracefully, so that its profile can be removed.
		err := chromedp.Cancel(ctx)
		cancel()
		stop()
		return err
	}
	// The first Run owns the browser: with a timeout of its own the browser
	// would end with it.
	if err := chromedp.Run(ctx); err != nil {
		return nil, nil, errors.Join(err, end())
	}
	return &chromium{ctx, end, heard}, ctx, nil
}

// forbidCookies writes the setting «Блокировать все файлы cookie» into a fresh profile.
func forbidCookies(t *testing.T, profile string) {
	t.Helper()
	path := filepath.Join(profile, "Default", "Preferences")
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err == nil {
		err = os.WriteFile(path, []byte(`{"profile":{"default_content_setting_values":{"cookies":2}}}`), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// complain prints what goes wrong in the driver. Of events newer than the driver
// it speaks too, and they are not wrong.
func complain(format string, args ...any) {
	if !strings.HasPrefix(format, "unhandled ") {
		golog.Printf("browser: "+format, args...)
	}
}

func allocatorOptions(t *testing.T, o option) []chromedp.ExecAllocatorOption {
	t.Helper()
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(browserPath(t)), chromedp.UserDataDir(o.profile),
		chromedp.NoFirstRun, chromedp.NoSandbox, chromedp.Headless, chromedp.DisableGPU,
		chromedp.WindowSize(1366, 768), chromedp.WSURLReadTimeout(patience),
	}
	// Bootstrap scrolls smoothly: a button would move away under the mouse.
	flags := []string{"force-prefers-reduced-motion", "disable-background-networking", "disable-component-update",
		"disable-sync"}
	if o.host != "" {
		flags = append(flags, "host-resolver-rules=MAP "+o.host+" 127.0.0.1")
	}
	for _, name := range append(flags, o.flags...) {
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

func (c *chromium) open(ctx context.Context, o option) error {
	chromedp.ListenTarget(c.own, c.listen)
	setup := append(chromedp.Tasks{network.Enable()}, o.setup...)
	if o.downloads != nil {
		setup = append(setup, browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllowAndName).
			WithDownloadPath(o.downloads.dir).WithEventsEnabled(true))
		chromedp.ListenTarget(c.own, o.downloads.listen)
	}
	if o.offline {
		setup = append(setup, chromedp.ActionFunc(pullThePlug))
	}
	if o.inject != "" {
		setup = append(setup, chromedp.ActionFunc(func(ctx context.Context) error {
			_, err := page.AddScriptToEvaluateOnNewDocument(o.inject).Do(ctx)
			return err
		}))
	}
	if slowdown > 1 {
		setup = append(setup, emulation.SetCPUThrottlingRate(float64(slowdown)))
	}
	return chromedp.Run(ctx, setup, chromedp.Navigate(o.url))
}

// pullThePlug: what one command did in Chromium 109 is two of others by now.
func pullThePlug(ctx context.Context) error {
	err := network.OverrideNetworkState(true, 0, -1, -1).Do(ctx)
	if err != nil && strings.Contains(err.Error(), "wasn't found") {
		return cdp.Execute(ctx, "Network.emulateNetworkConditions",
			map[string]any{"offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}, nil)
	}
	if err == nil {
		_, err = network.EmulateNetworkConditionsByRule(
			[]*network.Conditions{{Offline: true, DownloadThroughput: -1, UploadThroughput: -1}}).Do(ctx)
	}
	return err
}

func (c *chromium) listen(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		c.heard.request(e.Request.URL)
	case *runtime.EventExceptionThrown:
		c.heard.error(e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
			c.heard.error(consoleText(e))
		}
	case *log.EventEntryAdded: // what the browser itself says: CSP, failed loads
		if e.Entry.Level == log.LevelError {
			c.heard.error(e.Entry.Text + " " + e.Entry.URL)
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

// listen takes what Chromium tells of downloads.
func (d *downloads) listen(event any) {
	switch e := event.(type) {
	case *browser.EventDownloadWillBegin:
		d.begin(e.GUID, e.SuggestedFilename)
	case *browser.EventDownloadProgress:
		switch e.State {
		case browser.DownloadProgressStateCompleted:
			d.end(e.GUID, filepath.Join(d.dir, e.GUID))
		case browser.DownloadProgressStateCanceled:
			d.end(e.GUID, "")
		}
	}
}

func (c *chromium) reload(ctx context.Context) error { return chromedp.Run(ctx, chromedp.Reload()) }

func (c *chromium) eval(ctx context.Context, expression string, out any) error {
	return chromedp.Run(ctx,
		chromedp.Evaluate(expression, out, func(p *runtime.EvaluateParams) *runtime.EvaluateParams {
			return p.WithAwaitPromise(true)
		}))
}

func (c *chromium) call(ctx context.Context, n node, function string, out any) error {
	return chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		object, err := dom.ResolveNode().WithBackendNodeID(n.id).WithObjectGroup("ax").Do(ctx)
		if err != nil {
			return err
		}
		result, exception, err := runtime.CallFunctionOn(function).WithObjectID(object.ObjectID).WithReturnByValue(
			true).Do(ctx)
		switch {
		case err != nil:
			return err
		case exception != nil:
			return exception
		case out == nil:
			return nil
		}
		return json.Unmarshal(result.Value, out)
	}))
}

func (c *chromium) press(ctx context.Context, keys string, modifiers ...input.Modifier) error {
	return chromedp.Run(ctx, chromedp.KeyEvent(keys, chromedp.KeyModifiers(modifiers...)))
}

func (c *chromium) put(ctx context.Context, text string) error {
	selectAll := input.DispatchKeyEvent(input.KeyDown).WithKey("a").WithCode("KeyA").WithWindowsVirtualKeyCode('A').
		WithModifiers(input.ModifierCtrl).WithCommands([]string{"selectAll"})
	release := input.DispatchKeyEvent(input.KeyUp).WithKey("a").WithCode("KeyA").WithWindowsVirtualKeyCode('A')
	if text == "" {
		return chromedp.Run(ctx, selectAll, release, chromedp.KeyEvent(kb.Delete))
	}
	return chromedp.Run(ctx, selectAll, release, input.InsertText(text))
}

func (c *chromium) click(ctx context.Context, x, y float64, times int) error {
	var presses chromedp.Tasks
	for n := 1; n <= times; n++ {
		if n > 1 {
			presses = append(presses, chromedp.Sleep(50*time.Millisecond))
		}
		presses = append(presses, chromedp.MouseClickXY(x, y, chromedp.ClickCount(n)))
	}
	return chromedp.Run(ctx, presses)
}

func (c *chromium) focus(ctx context.Context, n node) error {
	return chromedp.Run(ctx, dom.Focus().WithBackendNodeID(n.id))
}

func (c *chromium) setFiles(ctx context.Context, n node, paths []string) error {
	return chromedp.Run(ctx, dom.SetFileInputFiles(paths).WithBackendNodeID(n.id))
}

func (c *chromium) viewport(ctx context.Context, width, height int64) error {
	return chromedp.Run(ctx, emulation.SetDeviceMetricsOverride(width, height, 1, false))
}

func (c *chromium) screenshot(ctx context.Context) (png []byte, err error) {
	return png, chromedp.Run(ctx, chromedp.CaptureScreenshot(&png))
}

func (c *chromium) second(t *testing.T, heard *heard) (driver, context.Context, error) {
	ctx, cancel := chromedp.NewContext(c.own)
	t.Cleanup(cancel)
	// Without a timeout, which would close the tab when it is over.
	return &chromium{ctx, nil, heard}, ctx, chromedp.Run(ctx)
}

func (c *chromium) front(ctx context.Context) error { return chromedp.Run(ctx, page.BringToFront()) }

func (c *chromium) pid() int { return chromedp.FromContext(c.own).Browser.Process().Pid }

func (c *chromium) close() error { return c.end() }
