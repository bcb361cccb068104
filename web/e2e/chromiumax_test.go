package e2e

import (
	"context"
	"encoding/json"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"rroform/wasm/scenario"
)

func (c *chromium) query(ctx context.Context, in *node, scope scenario.Scope, role, name string) (
	found []node, err error) {
	return found, chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		at := accessibility.QueryAXTree()
		if in != nil {
			at = at.WithBackendNodeID(in.id)
		} else {
			root, exception, err := runtime.Evaluate("document.documentElement").WithObjectGroup("ax").Do(ctx)
			if err != nil {
				return err
			}
			if exception != nil {
				return exception
			}
			at = at.WithObjectID(root.ObjectID)
		}
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

func (c *chromium) tree(ctx context.Context) (t tree, err error) {
	var nodes []*accessibility.Node
	err = chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		nodes, err = accessibility.GetFullAXTree().Do(ctx)
		return err
	}))
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range nodes {
		byID[n.NodeID] = n
	}
	var add func(n *accessibility.Node, parent int)
	add = func(n *accessibility.Node, parent int) {
		at := len(t)
		t = append(t, thingOf(n, parent))
		for _, id := range n.ChildIDs {
			if child := byID[id]; child != nil {
				add(child, at)
			}
		}
	}
	for _, n := range nodes {
		if byID[n.ParentID] == nil {
			add(n, -1)
		}
	}
	return t, err
}

func thingOf(n *accessibility.Node, parent int) thing {
	of := thing{node: node{n.BackendDOMNodeID, text(n.Name)}, role: text(n.Role), parent: parent, ignored: n.Ignored}
	for _, p := range n.Properties {
		switch p.Name {
		case accessibility.PropertyNameFocused:
			of.focused = text(p.Value) == "true"
		case accessibility.PropertyNameDescribedby:
			of.describes = relatedTo(p.Value)
		}
	}
	return of
}

func relatedTo(v *accessibility.Value) (ids []cdp.BackendNodeID) {
	if v == nil {
		return nil
	}
	for _, related := range v.RelatedNodes {
		ids = append(ids, related.BackendDOMNodeID)
	}
	return ids
}
