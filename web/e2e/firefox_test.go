package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"

	"rroform/build/bidi"
	"rroform/wasm/scenario"
)

// firefox is a tab that is driven by WebDriver BiDi.
type firefox struct {
	*bidi.Tab
	ears  *ears
	heard *heard
}

// ears hand what the browser says to the tab that it is about.
type ears struct {
	mu   sync.Mutex
	tabs map[string]*firefox // by browsing context
	down map[string]*downloads
}

func startFirefox(t *testing.T, o option, heard *heard) (driver, context.Context, error) {
	t.Helper()
	if len(o.setup) > 0 || len(o.flags) > 0 {
		t.Skip("this test speaks to Chromium in its own protocol")
	}
	prefs := map[string]any{}
	if o.host != "" {
		prefs["network.dns.localDomains"] = o.host
	}
	if o.noCookies {
		prefs["network.cookie.cookieBehavior"] = 2
	}
	// a first start writes a whole profile, and a busy machine takes minutes
	ctx, cancel := context.WithTimeout(context.Background(), 8*patience)
	defer cancel()
	e := &ears{tabs: map[string]*firefox{}, down: map[string]*downloads{}}
	b, err := bidi.Start(ctx, bidi.Options{Path: os.Getenv("RRO_FIREFOX"), Profile: o.profile, Prefs: prefs,
		Width: 1366, Height: 768, Hear: e.hear})
	if err != nil {
		return nil, nil, err
	}
	tabs, err := b.Tabs(ctx)
	if err != nil || len(tabs) == 0 {
		_ = b.Kill()
		return nil, nil, fmt.Errorf("%d tabs: %w", len(tabs), err)
	}
	return e.listenFor(&firefox{tabs[0], e, heard}), context.Background(), nil
}

func (e *ears) listenFor(f *firefox) *firefox {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.tabs[f.ID] = f
	return f
}

func (e *ears) hear(event bidi.Event) {
	var p struct {
		Context, Type, Level, Text, URL     string
		Source                              struct{ Context string }
		Request                             struct{ URL string }
		SuggestedFilename, Status, Filepath string
		Navigation                          string
	}
	if json.Unmarshal(event.Params, &p) != nil {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	tab, down := e.tabs[p.Context+p.Source.Context], e.down[p.Context]
	if tab == nil {
		return
	}
	switch event.Method {
	case "network.beforeRequestSent":
		tab.heard.request(p.Request.URL)
	case "browsingContext.navigationStarted": // a file is no request in Firefox
		tab.heard.request(p.URL)
	case "log.entryAdded":
		if p.Level == "error" || p.Type == "console" && p.Level == "warn" {
			tab.heard.error(p.Text)
		}
	case "browsingContext.downloadWillBegin":
		if down != nil {
			down.begin(p.Navigation, p.SuggestedFilename)
		}
	case "browsingContext.downloadEnd":
		if down != nil {
			down.end(p.Navigation, p.Filepath)
		}
	}
}

func (f *firefox) open(ctx context.Context, o option) error {
	if o.downloads != nil {
		f.ears.mu.Lock()
		f.ears.down[f.ID] = o.downloads
		f.ears.mu.Unlock()
		if err := f.Browser.DownloadTo(ctx, o.downloads.dir); err != nil {
			return err
		}
	}
	if o.offline {
		if err := f.Offline(ctx); err != nil {
			return err
		}
	}
	if o.inject != "" {
		if err := f.Inject(ctx, o.inject); err != nil {
			return err
		}
	}
	if err := f.Viewport(ctx, 1366, 768); err != nil {
		return err
	}
	return f.Navigate(ctx, o.url)
}

func (f *firefox) reload(ctx context.Context) error { return f.Reload(ctx) }

func (f *firefox) eval(ctx context.Context, expression string, out any) error {
	return f.Eval(ctx, expression, out)
}

func (f *firefox) call(ctx context.Context, n node, function string, out any) error {
	return f.Eval(ctx, "("+function+").call("+bidi.Element(int(n.id))+")", out)
}

func (f *firefox) tree(ctx context.Context) (tree, error) {
	things, err := f.Things(ctx)
	var t tree
	for _, n := range things {
		of := thing{node: node{cdp.BackendNodeID(n.Node), n.Name}, role: n.Role, parent: n.Parent, focused: n.Focused}
		for _, d := range n.Describes {
			of.describes = append(of.describes, cdp.BackendNodeID(d))
		}
		t = append(t, of)
	}
	return t, err
}

func (f *firefox) query(ctx context.Context, in *node, scope scenario.Scope, role, name string) ([]node, error) {
	t, err := f.tree(ctx)
	if err != nil {
		return nil, err
	}
	if in == nil {
		in = &node{}
	}
	for _, group := range scope {
		groups := t.all(in.id, "group", group)
		if len(groups) != 1 {
			return nil, nil // no such group: nothing is in it
		}
		in = &groups[0]
	}
	return t.all(in.id, role, name), nil
}

// webDriverKeys are the keys of package kb that have no character.
var webDriverKeys = strings.NewReplacer(kb.Tab, string(bidi.TabKey), kb.Enter, string(bidi.Enter), kb.Escape,
	string(bidi.Escape),
	kb.Backspace, string(bidi.Backspace), kb.Delete, string(bidi.Delete), kb.Home, string(bidi.Home), kb.End,
	string(bidi.End),
	kb.PageUp, string(bidi.PageUp), kb.PageDown, string(bidi.PageDown), kb.ArrowLeft, string(bidi.ArrowLeft),
	kb.ArrowRight, string(bidi.ArrowRight), kb.ArrowUp, string(bidi.ArrowUp), kb.ArrowDown, string(bidi.ArrowDown))

var webDriverModifiers = map[input.Modifier]rune{input.ModifierCtrl: bidi.Control, input.ModifierShift: bidi.Shift,
	input.ModifierAlt: bidi.Alt}

func (f *firefox) press(ctx context.Context, keys string, modifiers ...input.Modifier) error {
	var held []rune
	for _, m := range modifiers {
		held = append(held, webDriverModifiers[m])
	}
	return f.Press(ctx, []rune(webDriverKeys.Replace(keys)), held...)
}

func (f *firefox) put(ctx context.Context, text string) error {
	if err := f.Press(ctx, []rune("a"), bidi.Control); err != nil {
		return err
	}
	if text == "" {
		return f.Press(ctx, []rune{bidi.Delete})
	}
	quoted, err := json.Marshal(text)
	if err != nil {
		return err
	}
	return f.Eval(ctx, `document.execCommand("insertText", false, `+string(quoted)+`)`, nil)
}

func (f *firefox) click(ctx context.Context, x, y float64, times int) error {
	return f.Click(ctx, x, y, times)
}

func (f *firefox) focus(ctx context.Context, n node) error {
	if err := f.Focus(ctx); err != nil {
		return err
	}
	return f.call(ctx, n, `function () {
		this.focus();
		if (document.activeElement !== this) throw new Error("takes no focus");
	}`, nil)
}

func (f *firefox) setFiles(ctx context.Context, n node, paths []string) error {
	return f.SetFiles(ctx, bidi.Element(int(n.id)), paths)
}

func (f *firefox) viewport(ctx context.Context, width, height int64) error {
	return f.Viewport(ctx, int(width), int(height))
}

func (f *firefox) screenshot(ctx context.Context) ([]byte, error) { return f.Screenshot(ctx) }

func (f *firefox) second(_ *testing.T, heard *heard) (driver, context.Context, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	tab, err := f.Browser.NewTab(ctx)
	if err != nil {
		return nil, nil, err
	}
	return f.ears.listenFor(&firefox{tab, f.ears, heard}), context.Background(), nil
}

func (f *firefox) front(ctx context.Context) error { return f.Activate(ctx) }

func (f *firefox) pid() int { return f.Browser.Pid() }

func (f *firefox) close() error { return f.Browser.Close() }
