package bench

import (
	"encoding/json"
	"fmt"
	"os"
	"time"
)

// patience is how long one step in the browser may take on a busy machine: the
// longest one stores a gigabyte of files.
const patience = 30 * time.Minute

// Browser is one tab of a browser that has a profile of its own. It is all that
// the measurements need of a driver.
type Browser interface {
	// Open shows an address and returns when it is loaded.
	Open(url string) error
	// Text evaluates an expression, a promise included, whose value is a string.
	Text(expression string) (string, error)
	// Close ends the browser.
	Close()
}

// Start starts Chromium, or Firefox where RRO_BROWSER says so.
func Start() (Browser, error) {
	switch name := os.Getenv("RRO_BROWSER"); name {
	case "", "chromium":
		return startChromium()
	case "firefox":
		return startFirefox()
	default:
		return nil, fmt.Errorf("RRO_BROWSER=%s: chromium or firefox", name)
	}
}

// eval evaluates a JavaScript expression, a promise included, into out, which
// may be nil.
func eval(b Browser, expression string, out any) error {
	text, err := b.Text("(async () => JSON.stringify((await (" + expression + ")) ?? null))()")
	if err != nil || out == nil {
		return err
	}
	return json.Unmarshal([]byte(text), out)
}

// call writes a JavaScript call.
func call(name string, args ...any) string {
	data, err := json.Marshal(append([]any{}, args...)) // a list also when there are none
	if err != nil {
		panic("bench: " + err.Error()) // strings, numbers and rows of them: cannot happen
	}
	return fmt.Sprintf("%s(...%s)", name, data)
}
