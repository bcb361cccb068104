package bench

import (
	"context"
	"errors"
	"os"

	"rroform/build/bidi"
)

// firefoxPrefs give times that can be believed and work that is not cut short.
var firefoxPrefs = map[string]any{"privacy.reduceTimerPrecision": false, "dom.max_script_run_time": 0,
	"app.update.enabled": false}

// firefox is driven by WebDriver BiDi.
type firefox struct {
	browser *bidi.Browser
	tab     *bidi.Tab
	profile string
}

// startFirefox starts the browser that RRO_FIREFOX names, else firefox-esr.
func startFirefox() (Browser, error) {
	profile, err := os.MkdirTemp("", "bench-firefox-")
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	b := &firefox{profile: profile}
	b.browser, err = bidi.Start(ctx,
		bidi.Options{Path: os.Getenv("RRO_FIREFOX"), Profile: profile, Prefs: firefoxPrefs, Width: 1366, Height: 768})
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(profile))
	}
	if b.tab, err = b.browser.NewTab(ctx); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

func (b *firefox) Open(url string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return b.tab.Navigate(ctx, url)
}

func (b *firefox) Text(expression string) (text string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	err = b.tab.Eval(ctx, expression, &text)
	return text, err
}

func (b *firefox) Close() {
	_ = b.browser.Close() // it is killed when it does not end
	_ = os.RemoveAll(b.profile)
}
