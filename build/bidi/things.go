package bidi

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
)

// things.js runs in the process of the page with the rights of the browser.
//
//go:embed things.js
var thingsScript string

// Thing is a node of the accessibility tree that Firefox gives to screen readers.
type Thing struct {
	Role      string // of ARIA; StaticText for a piece of text
	Name      string
	Parent    int   // index in the list, -1 = the document
	Node      int   // number of the DOM element, see Element; 0 = a text
	Describes []int // numbers of the elements that describe it
	Focused   bool
}

// Element returns the JavaScript expression for the DOM element of a thing.
func Element(node int) string { return fmt.Sprintf("rroThings[%d]", node) }

// Things returns the present accessibility tree, parents before children.
func (t *Tab) Things(ctx context.Context) ([]Thing, error) {
	var text string
	if err := eval(ctx, t.Browser.conn, t.Browser.chrome, fmt.Sprintf("rroThingsOf(%q)", t.ID), &text); err != nil {
		return nil, err
	}
	var things []Thing
	return things, json.Unmarshal([]byte(text), &things)
}

// watchThings injects the script into every tab, and a function that calls it into the
// browser's own window.
func (b *Browser) watchThings(ctx context.Context) error {
	var tree struct{ Contexts []struct{ Context string } }
	if err := b.conn.send(ctx, "browsingContext.getTree", object{"maxDepth": 0, "moz:scope": "chrome"},
		&tree); err != nil {
		return err
	}
	if len(tree.Contexts) == 0 {
		return fmt.Errorf("the browser has no window of its own")
	}
	b.chrome = tree.Contexts[0].Context
	script, err := json.Marshal(thingsScript)
	if err != nil {
		return err
	}
	return eval(ctx, b.conn, b.chrome, `{
		Services.mm.loadFrameScript("data:application/javascript;charset=utf-8," + encodeURIComponent(`+string(script)+
		`), true);
		const {NavigableManager} =
			ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
		globalThis.rroBrowserOf = id => NavigableManager.getBrowserById(id);
		let number = 0;
		globalThis.rroThingsOf = id => new Promise(done => {
			const page = rroBrowserOf(id).messageManager, mine = ++number;
			page.addMessageListener("rro:things", function hear({data}) {
				if (data.number !== mine) return;
				page.removeMessageListener("rro:things", hear);
				done(data.text);
			});
			page.sendAsyncMessage("rro:things", {number: mine});
		});
	}`, nil)
}
