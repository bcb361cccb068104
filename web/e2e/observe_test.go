package e2e

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp/kb"

	"rroform/wasm/scenario"
)

func (b *tab) tree() (t tree) {
	b.t.Helper()
	b.do(func(ctx context.Context) (err error) {
		t, err = b.driver.tree(ctx)
		return err
	})
	return t
}

// all is what has the role and, unless "", the name, inside the thing; 0 = anywhere.
func (t tree) all(inside cdp.BackendNodeID, role, name string) (found []node) {
	for i, n := range t {
		if !n.ignored && n.id != 0 && n.role == role && (name == "" || n.name == name) &&
			(inside == 0 || n.id != inside && t.within(i, inside)) {
			found = append(found, n.node)
		}
	}
	return found
}

// text is all that is written inside a thing, without the buttons in it.
func (t tree) text(at int) string {
	var words []string
	var add func(at int)
	add = func(at int) {
		switch t[at].role {
		case "StaticText":
			words = append(words, t[at].name)
		case "button", "InlineTextBox", "ListMarker":
		default:
			for child := at + 1; child < len(t); child++ {
				if t[child].parent == at {
					add(child)
				}
			}
		}
	}
	add(at)
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// within reports whether a thing is, or lies inside, the one of the id.
func (t tree) within(at int, outer cdp.BackendNodeID) bool {
	for ; at >= 0; at = t[at].parent {
		if t[at].id == outer {
			return true
		}
	}
	return false
}

var numberedGroup = regexp.MustCompile(`^(Вопрос|Получатель) \d+$`)

// scope is the numbered groups around a thing.
func (t tree) scope(at int) (scope scenario.Scope) {
	for ; at >= 0; at = t[at].parent {
		if t[at].role == "group" && numberedGroup.MatchString(t[at].name) {
			scope = append(scope, t[at].name)
		}
	}
	slices.Reverse(scope)
	return scope
}

// described is the name of the control that has the finding as its description.
func (t tree) described(finding int) string {
	for _, n := range t {
		for _, id := range n.describes {
			if t.within(finding, id) {
				return n.name
			}
		}
	}
	return ""
}

var levels = map[string]string{"Ошибка": "error", "Предупреждение": "warning", "Совет": "advice"}

// Findings are the remarks at the fields. On a card the clerk first walks through
// the form to its end, because the page says nothing about a field that was not
// left yet. Problem and remedy are one text, so Text and Hint both have all of it.
func (c *clerk) Findings() ([]scenario.Finding, error) {
	c.walkThrough()
	t := c.tree()
	var found []scenario.Finding
	for i, n := range t {
		if n.ignored || n.role != "listitem" {
			continue
		}
		level, said, ok := strings.Cut(t.text(i), ": ")
		if levels[strings.TrimSpace(level)] == "" || !ok {
			continue
		}
		f := scenario.Finding{Level: levels[strings.TrimSpace(level)], Field: t.described(i), Scope: t.scope(i),
			Text: said, Hint: said}
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
	for _, at := range c.tree() {
		if at.focused && at.role != "RootWebArea" {
			n.role, n.name = at.role, at.name
		}
	}
	return n
}

const directBox = "Обращение поступило напрямую непосредственно от заявителя (без сопроводительного документа иного " +
	"органа)"

var monthBadge = regexp.MustCompile(`Отчётный месяц: *(.+)`)

func (c *clerk) Month() (string, error) {
	var shown []string
	wrong := c.poll(patience, func() string {
		if shown = monthBadge.FindStringSubmatch(c.text()); shown == nil {
			return "no month in\n" + c.text()
		}
		return ""
	})
	if wrong != "" {
		return "", errors.New(wrong)
	}
	return strings.TrimSpace(shown[1]), nil
}

// Alert is the text of all alerts.
func (c *clerk) Alert() (string, error) {
	t := c.tree()
	var said []string
	for i, n := range t {
		if !n.ignored && n.role == "alert" {
			said = append(said, t.text(i))
		}
	}
	return strings.Join(said, "\n"), nil
}

// alertSays waits until the alerts say every one of the texts.
func (c *clerk) alertSays(texts ...string) {
	c.t.Helper()
	c.until(func() string {
		said, _ := c.Alert()
		return lacks(said, texts)
	})
}

// noAlert waits until no alert is left.
func (c *clerk) noAlert() {
	c.t.Helper()
	c.until(func() string {
		if said, _ := c.Alert(); said != "" {
			return "the alerts say " + said
		}
		return ""
	})
}

// Download is the file that the page handed out after the last press, if it did.
func (c *clerk) Download() ([]byte, error) {
	if c.handed() == 0 {
		return nil, nil
	}
	zip, _, err := c.downloads.take()
	return zip, err
}

func (c *clerk) Protocol() ([]string, error) {
	return strings.Split(c.text(), "\n"), nil
}
