package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"rroform/wasm/scenario"
)

// Things are found as a screen reader finds them: by role and accessible name
// inside groups. Neither classes nor ids are looked at.

// how long a thing may take to appear
const appear = 8 * time.Second

// node is a thing of the accessibility tree.
type node struct {
	id   cdp.BackendNodeID
	name string
}

// query returns what has the role and, unless "", the name, inside the groups.
func (b *tab) query(scope scenario.Scope, role, name string) []node {
	b.t.Helper()
	var found []node
	b.run(chromedp.ActionFunc(func(ctx context.Context) error {
		root, exception, err := runtime.Evaluate("document.documentElement").WithObjectGroup("ax").Do(ctx)
		if err != nil {
			return err
		}
		if exception != nil {
			return exception
		}
		at := accessibility.QueryAXTree().WithObjectID(root.ObjectID)
		for _, group := range scope {
			nodes, err := ask(ctx, at, "group", group)
			if err != nil || len(nodes) != 1 {
				return err // no such group: nothing is in it
			}
			at = accessibility.QueryAXTree().WithBackendNodeID(nodes[0].id)
		}
		found, err = ask(ctx, at, role, name)
		return err
	}))
	return found
}

// ask compares the names itself: asked for a name, Chromium does not find a
// file input by the name that it says it has.
func ask(ctx context.Context, at *accessibility.QueryAXTreeParams, role, name string) ([]node, error) {
	nodes, err := at.WithRole(role).Do(ctx)
	if err != nil {
		return nil, err
	}
	var found []node
	for _, n := range nodes {
		if !n.Ignored && (name == "" || text(n.Name) == name) {
			found = append(found, node{n.BackendDOMNodeID, text(n.Name)})
		}
	}
	return found, nil
}

// text is the string in a value of the tree.
func text(v *accessibility.Value) (s string) {
	if v != nil && json.Unmarshal(v.Value, &s) != nil {
		s = string(v.Value)
	}
	return s
}

// find waits for the one thing with the role (or one of more roles) and name.
func (b *tab) find(scope scenario.Scope, name string, roles ...string) (node, error) {
	b.t.Helper()
	for deadline := time.Now().Add(appear); ; time.Sleep(30 * time.Millisecond) {
		for _, role := range roles {
			switch found := b.query(scope, role, name); {
			case len(found) == 1:
				return found[0], nil
			case len(found) > 1:
				return node{}, fmt.Errorf("%d things are %s «%s» in %q", len(found), role, name, scope)
			}
		}
		if time.Now().After(deadline) {
			return node{}, fmt.Errorf("no %v «%s» in %q; the page shows\n%s", roles, name, scope, b.text())
		}
	}
}

// there reports whether the thing is in the page now.
func (b *tab) there(scope scenario.Scope, role, name string) bool {
	b.t.Helper()
	return len(b.query(scope, role, name)) > 0
}

// javaScript calls a function with the thing as this.
func (b *tab) javaScript(n node, function string, out any) {
	b.t.Helper()
	b.run(chromedp.ActionFunc(func(ctx context.Context) error {
		return onNode(ctx, n, function, out)
	}))
}

// queryIn returns what has the role and name inside the thing.
func (b *tab) queryIn(n node, role, name string) (found []node) {
	b.t.Helper()
	b.run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		found, err = ask(ctx, accessibility.QueryAXTree().WithBackendNodeID(n.id), role, name)
		return err
	}))
	return found
}
