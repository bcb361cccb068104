package bench

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/gobwas/ws"
)

// preferences of a Firefox whose times can be believed.
var preferences = []string{
	`user_pref("privacy.reduceTimerPrecision", false);`,
	`user_pref("app.update.enabled", false);`,
	`user_pref("browser.shell.checkDefaultBrowser", false);`,
	`user_pref("datareporting.policy.dataSubmissionEnabled", false);`,
	`user_pref("dom.max_script_run_time", 0);`,
}

// firefox is driven by WebDriver BiDi.
type firefox struct {
	bidi    *bidi
	process *exec.Cmd
	profile string
	tab     string
}

// StartFirefox starts the browser that RRO_FIREFOX names, else firefox-esr.
func StartFirefox() (_ Browser, err error) {
	path := os.Getenv("RRO_FIREFOX")
	if path == "" {
		path = "firefox-esr"
	}
	b := &firefox{}
	defer func() {
		if err != nil {
			b.Close()
		}
	}()
	if b.profile, err = os.MkdirTemp("", "bench-firefox-"); err != nil {
		return nil, err
	}
	if err = os.WriteFile(filepath.Join(b.profile, "user.js"), []byte(strings.Join(preferences, "\n")), 0o600); err != nil {
		return nil, err
	}
	b.process = exec.Command(path, "--headless", "--no-remote", "--profile", b.profile, "--remote-debugging-port", "0", "about:blank")
	said, err := b.process.StderrPipe()
	if err == nil {
		err = b.process.Start()
	}
	if err != nil {
		return nil, err
	}
	address := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(said); lines.Scan(); {
			if _, at, ok := strings.Cut(lines.Text(), "WebDriver BiDi listening on "); ok {
				address <- at
			}
		}
		close(address) // it has ended
	}()
	at, ok := <-address
	if !ok {
		return nil, errors.New("firefox ended without a word of WebDriver BiDi")
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var conn net.Conn
	if conn, _, _, err = ws.Dial(ctx, at+"/session"); err != nil {
		return nil, err
	}
	b.bidi = &bidi{conn: conn}
	return b, b.begin()
}

func (b *firefox) begin() error {
	if err := b.bidi.do("session.new", map[string]any{"capabilities": map[string]any{}}, nil); err != nil {
		return err
	}
	var tree struct {
		Contexts []struct{ Context string }
	}
	if err := b.bidi.do("browsingContext.getTree", map[string]any{}, &tree); err != nil {
		return err
	}
	if len(tree.Contexts) == 0 {
		return errors.New("firefox has no tab")
	}
	b.tab = tree.Contexts[0].Context
	return nil
}

func (b *firefox) Open(url string) error {
	return b.bidi.do("browsingContext.navigate", map[string]any{"context": b.tab, "url": url, "wait": "complete"}, nil)
}

func (b *firefox) Text(expression string) (string, error) {
	var answer struct {
		Result           struct{ Value any }
		ExceptionDetails struct{ Text string }
	}
	err := b.bidi.do("script.evaluate", map[string]any{"expression": expression, "target": map[string]any{"context": b.tab}, "awaitPromise": true}, &answer)
	if err != nil {
		return "", err
	}
	if why := answer.ExceptionDetails.Text; why != "" {
		return "", errors.New(why)
	}
	text, ok := answer.Result.Value.(string)
	if !ok {
		return "", fmt.Errorf("no text: %v", answer.Result.Value)
	}
	return text, nil
}

func (b *firefox) Close() {
	if b.bidi != nil {
		_ = b.bidi.do("browser.close", map[string]any{}, nil) // else it is killed below
		_ = b.bidi.conn.Close()
	}
	if b.process != nil && b.process.Process != nil {
		late := time.AfterFunc(10*time.Second, func() { _ = b.process.Process.Kill() })
		_ = b.process.Wait() // how it ended is of no interest
		late.Stop()
	}
	_ = os.RemoveAll(b.profile)
}
