// Package bidi controls Firefox by WebDriver BiDi, a protocol on a web socket. It has what
// our tests and measurements need.
package bidi

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"
)

// object is a JSON object.
type object = map[string]any

// Options of a browser.
type Options struct {
	Path    string         // of the program; "" = firefox-esr of the PATH
	Profile string         // its user directory, which is made when missing; must be named
	Prefs   map[string]any // of about:config: string, bool or int
	Width   int            // of the window with its frame, CSS pixels
	Height  int
	Hear    func(Event) // called for every event, one after another; must not call the browser
}

// Browser is a running Firefox.
type Browser struct {
	conn    *conn
	process *exec.Cmd
	ended   chan struct{}
	chrome  string // the context of the browser's own window
}

// quiet are the preferences for tests, in addition to those that Firefox's remote agent
// sets.
var quiet = map[string]any{
	"browser.download.alwaysOpenPanel":    false,
	"toolkit.startup.max_resumed_crashes": -1, // tests kill the browser
	"ui.prefersReducedMotion":             1,  // smooth scrolling would move things while the mouse clicks
}

// strictFiles undoes a preference of the remote agent that gives all local pages access to
// each other. With it, tests of storage would be wrong.
const strictFiles = `Services.prefs.setBoolPref("security.fileuri.strict_origin_policy", true)`

var listening = regexp.MustCompile(`WebDriver BiDi listening on (ws://\S+)`)

// Start starts Firefox without a window and waits until it answers.
func Start(ctx context.Context, o Options) (*Browser, error) {
	if o.Path == "" {
		o.Path = "firefox-esr"
	}
	if err := writePrefs(o); err != nil {
		return nil, err
	}
	cmd := exec.Command(o.Path, "--headless", "--no-remote", "--profile", o.Profile, "--remote-debugging-port", "0",
		"--remote-allow-system-access", "about:blank")
	cmd.Env = append(os.Environ(), "MOZ_CRASHREPORTER_DISABLE=1",
		fmt.Sprintf("MOZ_HEADLESS_WIDTH=%d", o.Width), fmt.Sprintf("MOZ_HEADLESS_HEIGHT=%d", o.Height))
	ownGroup(cmd)
	stderr, err := cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	b := &Browser{process: cmd, ended: make(chan struct{})}
	address, said := make(chan string, 1), &tail{}
	go func() {
		defer close(b.ended)
		lines := bufio.NewScanner(io.TeeReader(stderr, said))
		for lines.Scan() {
			if found := listening.FindStringSubmatch(lines.Text()); found != nil {
				address <- found[1]
			}
		}
		_ = cmd.Wait() // the exit status does not matter: we ended it
	}()
	if err := b.greet(ctx, address, o.Hear); err != nil {
		_ = b.Kill()
		return nil, fmt.Errorf("start of %s: %w\n%s", o.Path, err, said)
	}
	return b, nil
}

func (b *Browser) greet(ctx context.Context, address <-chan string, hear func(Event)) error {
	var url string
	select {
	case url = <-address:
	case <-b.ended:
		return fmt.Errorf("it ended at once")
	case <-ctx.Done():
		return ctx.Err()
	}
	var err error
	if b.conn, err = dial(ctx, url+"/session"); err != nil {
		return err
	}
	if hear != nil {
		b.conn.hear = append(b.conn.hear, hear)
	}
	if err := b.conn.send(ctx, "session.new", object{"capabilities": object{}}, nil); err != nil {
		return err
	}
	if err := b.conn.send(ctx, "session.subscribe", object{"events": []string{
		"log.entryAdded", "network.beforeRequestSent", "browsingContext.downloadWillBegin",
		"browsingContext.downloadEnd", "browsingContext.navigationStarted",
	}}, nil); err != nil {
		return err
	}
	if err := b.watchThings(ctx); err != nil {
		return err
	}
	return eval(ctx, b.conn, b.chrome, strictFiles, nil)
}

// writePrefs writes user.js, which Firefox reads at its start.
func writePrefs(o Options) error {
	all := maps.Clone(quiet)
	maps.Copy(all, o.Prefs)
	var text strings.Builder
	for name, value := range all {
		if s, ok := value.(string); ok {
			value = fmt.Sprintf("%q", s)
		}
		fmt.Fprintf(&text, "user_pref(%q, %v);\n", name, value)
	}
	if err := os.MkdirAll(o.Profile, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(o.Profile, "user.js"), []byte(text.String()), 0o644)
}

// Tabs returns the open tabs, the oldest first.
func (b *Browser) Tabs(ctx context.Context) ([]*Tab, error) {
	var tree struct{ Contexts []struct{ Context string } }
	if err := b.conn.send(ctx, "browsingContext.getTree", object{"maxDepth": 0}, &tree); err != nil {
		return nil, err
	}
	var tabs []*Tab
	for _, c := range tree.Contexts {
		tabs = append(tabs, &Tab{b, c.Context})
	}
	return tabs, nil
}

// NewTab opens an empty tab in front.
func (b *Browser) NewTab(ctx context.Context) (*Tab, error) {
	var made struct{ Context string }
	err := b.conn.send(ctx, "browsingContext.create", object{"type": "tab"}, &made)
	return &Tab{b, made.Context}, err
}

// DownloadTo makes the browser save downloads to a directory without asking.
func (b *Browser) DownloadTo(ctx context.Context, dir string) error {
	return b.conn.send(ctx, "browser.setDownloadBehavior",
		object{"downloadBehavior": object{"type": "allowed", "destinationFolder": dir}}, nil)
}

// Close closes the browser normally and waits for its end.
func (b *Browser) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	err := b.conn.send(ctx, "browser.close", nil, nil)
	select {
	case <-b.ended:
		return nil // it may end before it answers
	case <-ctx.Done():
		_ = b.Kill()
		return fmt.Errorf("the browser did not end: %w", err)
	}
}

// Kill kills the browser and all its processes.
func (b *Browser) Kill() error {
	err := killGroup(b.process)
	<-b.ended
	return err
}

// Pid returns the id of the browser's main process, the leader of its process group.
func (b *Browser) Pid() int { return b.process.Process.Pid }

// tail is a writer that keeps the last bytes written.
type tail struct {
	mu   sync.Mutex
	text []byte
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text = append(t.text, p...)
	t.text = t.text[max(0, len(t.text)-4000):]
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.text)
}
