package e2e

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"rroform/wasm/scenario"
)

// tree is the whole accessibility tree of a moment.
type tree struct {
	byID  map[accessibility.NodeID]*accessibility.Node
	order []*accessibility.Node
}

func (b *tab) tree() tree {
	b.t.Helper()
	t := tree{byID: map[accessibility.NodeID]*accessibility.Node{}}
	b.run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		t.order, err = accessibility.GetFullAXTree().Do(ctx)
		return err
	}))
	for _, n := range t.order {
		t.byID[n.NodeID] = n
	}
	return t
}

// text is all that is written inside a thing, without the buttons in it.
func (t tree) text(n *accessibility.Node) string {
	switch text(n.Role) {
	case "StaticText":
		return text(n.Name)
	case "button", "InlineTextBox", "ListMarker":
		return ""
	}
	var words []string
	for _, id := range n.ChildIDs {
		if child := t.byID[id]; child != nil {
			words = append(words, t.text(child))
		}
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// within reports whether n is, or lies inside, the thing of the DOM node.
func (t tree) within(n *accessibility.Node, outer cdp.BackendNodeID) bool {
	for ; n != nil; n = t.byID[n.ParentID] {
		if n.BackendDOMNodeID == outer {
			return true
		}
	}
	return false
}

var numberedGroup = regexp.MustCompile(`^(Вопрос|Получатель) \d+$`)

// scope is the numbered groups around a thing.
func (t tree) scope(n *accessibility.Node) (scope scenario.Scope) {
	for ; n != nil; n = t.byID[n.ParentID] {
		if name := text(n.Name); text(n.Role) == "group" && numberedGroup.MatchString(name) {
			scope = append(scope, name)
		}
	}
	slices.Reverse(scope)
	return scope
}

// described is the control that names the finding as its description.
func (t tree) described(finding *accessibility.Node) *accessibility.Node {
	for _, n := range t.order {
		for _, p := range n.Properties {
			if p.Name != accessibility.PropertyNameDescribedby || p.Value == nil {
				continue
			}
			for _, related := range p.Value.RelatedNodes {
				if t.within(finding, related.BackendDOMNodeID) {
					return n
				}
			}
		}
	}
	return nil
}

var levels = map[string]string{"Ошибка": "error", "Предупреждение": "warning", "Совет": "advice"}

// Findings are the remarks beside the fields. On a card the clerk first walks
// through the form to its end: the page says nothing of a field not yet left.
// What is wrong and what to do stand in one sentence after another, so Text
// and Hint both hold all of it.
func (c *clerk) Findings() ([]scenario.Finding, error) {
	c.walkThrough()
	t := c.tree()
	var found []scenario.Finding
	for _, n := range t.order {
		if n.Ignored || text(n.Role) != "listitem" {
			continue
		}
		level, said, ok := strings.Cut(t.text(n), ": ")
		if levels[strings.TrimSpace(level)] == "" || !ok {
			continue
		}
		f := scenario.Finding{Level: levels[strings.TrimSpace(level)], Scope: t.scope(n), Text: said, Hint: said}
		if control := t.described(n); control != nil {
			f.Field = text(control.Name)
		}
		found = append(found, f)
	}
	return found, nil
}

// walkThrough tabs from the card's first field to its last.
func (c *clerk) walkThrough() {
	c.t.Helper()
	first := c.query(nil, "checkbox", directBox)
	if len(first) == 0 {
		return
	}
	c.focus(first[0])
	for range 100 {
		c.keys(kb.Tab)
		var inside bool
		c.eval(`!!document.activeElement.closest("form")`, &inside)
		if !inside {
			break
		}
	}
	c.settle()
}

// focused is what has the focus: its role and name.
func (c *clerk) focused() (n struct{ role, name string }) {
	c.t.Helper()
	for _, at := range c.tree().order {
		if text(at.Role) == "RootWebArea" {
			continue
		}
		for _, p := range at.Properties {
			if p.Name == accessibility.PropertyNameFocused && text(p.Value) == "true" {
				n.role, n.name = text(at.Role), text(at.Name)
			}
		}
	}
	return n
}

const directBox = "Обращение поступило напрямую непосредственно от заявителя (без сопроводительного документа иного органа)"

var monthBadge = regexp.MustCompile(`Отчётный месяц: *(.+)`)

func (c *clerk) Month() (string, error) {
	shown := monthBadge.FindStringSubmatch(c.text())
	if shown == nil {
		return "", fmt.Errorf("no month in\n%s", c.text())
	}
	return strings.TrimSpace(shown[1]), nil
}

// Alert is the text of all alerts.
func (c *clerk) Alert() (string, error) {
	t := c.tree()
	var said []string
	for _, n := range t.order {
		if !n.Ignored && text(n.Role) == "alert" {
			said = append(said, t.text(n))
		}
	}
	return strings.Join(said, "\n"), nil
}

// Download waits for a file unless the page has said why there is none.
func (c *clerk) Download() ([]byte, error) {
	begin := 5 * time.Second
	if said, _ := c.Alert(); said != "" {
		begin = 500 * time.Millisecond
	}
	zip, _, err := c.downloads.take(begin)
	return zip, err
}

func (c *clerk) Protocol() ([]string, error) {
	return strings.Split(c.text(), "\n"), nil
}
