package e2e

import (
	"context"
	"os"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"

	"rroform/wasm/scenario"
)

// driver is one page in a browser. Every method ends with its context.
type driver interface {
	// open shows the page in the tab as the option says.
	open(ctx context.Context, o option) error
	reload(ctx context.Context) error
	// eval evaluates a JavaScript expression, a promise included, into out,
	// which may be nil.
	eval(ctx context.Context, expression string, out any) error
	// call calls a JavaScript function with the thing as this.
	call(ctx context.Context, n node, function string, out any) error

	// query returns what has the role and, unless "", the name, in the thing
	// (nil = the page) inside the groups.
	query(ctx context.Context, in *node, scope scenario.Scope, role, name string) ([]node, error)
	tree(ctx context.Context) (tree, error)

	// press presses keys of package kb one after another.
	press(ctx context.Context, keys string, modifiers ...input.Modifier) error
	// put replaces the text of what has the focus in one stroke.
	put(ctx context.Context, text string) error
	// click presses the left button at a place; two times are a double click.
	click(ctx context.Context, x, y float64, times int) error
	focus(ctx context.Context, n node) error
	setFiles(ctx context.Context, n node, paths []string) error

	viewport(ctx context.Context, width, height int64) error
	screenshot(ctx context.Context) ([]byte, error)
	// second is another tab of the same browser, in front.
	second(t *testing.T, heard *heard) (driver, context.Context, error)
	front(ctx context.Context) error
	pid() int // of the browser
	// close ends the browser as a person does.
	close() error
}

// node is a thing of the accessibility tree. Each driver numbers in its way.
type node struct {
	id   cdp.BackendNodeID
	name string
}

// tree is the whole accessibility tree of a moment, parents before children.
type tree []thing

type thing struct {
	node
	role      string
	parent    int // index, -1 = none
	ignored   bool
	focused   bool
	describes []cdp.BackendNodeID // the things that describe it
}

// inFirefox reports whether the suite is to run in Firefox, and not in the
// Chromium that RRO_CHROMIUM names.
func inFirefox() bool { return os.Getenv("RRO_BROWSER") == "firefox" }

// start starts the browser that is asked for.
func start(t *testing.T, o option, heard *heard) (driver, context.Context, error) {
	t.Helper()
	if inFirefox() {
		return startFirefox(t, o, heard)
	}
	return startChromium(t, o, heard)
}
