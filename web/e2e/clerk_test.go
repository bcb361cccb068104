package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"rroform/wasm/scenario"
)

// clerk does the steps of a script in the page, with mouse and keyboard.
type clerk struct {
	*tab
	options   []option
	profile   string // the browser's directory: the next day goes on with its data
	downloads *downloads
}

var _ scenario.Clerk = (*clerk)(nil)

// newClerk is a clerk whose browser starts with the day of the script.
func newClerk(t *testing.T, options ...option) *clerk {
	t.Helper()
	if !*enabled {
		t.Skip("browser test: run with -e2e or RRO_E2E=1")
	}
	return &clerk{tab: &tab{t: t}, options: options}
}

// startClerk is a clerk at the open page, on the day of the month's scenario.
func startClerk(t *testing.T, options ...option) *clerk {
	t.Helper()
	c := newClerk(t, options...)
	c.must(c.Today("2026-11-02"))
	return c
}

func (c *clerk) must(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

// Today opens the page on that day. Said again, it closes the browser and opens
// it with the same data: the next day has come.
func (c *clerk) Today(day string) error {
	if c.profile == "" {
		c.profile = c.t.TempDir()
	} else {
		c.close()
	}
	d, toDisk := newDownloads(c.t)
	c.downloads = d
	c.tab = launch(c.t, append([]option{onDay(c.t, day), watchCore, countHanded, toDisk, {profile: c.profile}},
		c.options...)...)
	c.waitCore("ready")
	return nil
}

func (c *clerk) Open(screen string) error {
	link, err := c.find(nil, screen, "link")
	if err != nil {
		return err
	}
	c.click(link)
	c.settle()
	_, err = c.find(nil, screen, "heading")
	return err
}

func (c *clerk) Follow(scope scenario.Scope, link string) error {
	n, err := c.find(scope, link, "link")
	if err != nil {
		return err
	}
	c.click(n)
	c.settle()
	return nil
}

func (c *clerk) Enter(scope scenario.Scope) error {
	inner := len(scope) - 1
	if c.there(scope[:inner], "group", scope[inner]) {
		return nil
	}
	if err := c.Press(scope[:inner], scenario.AddButton(scope[inner])); err != nil {
		return err
	}
	_, err := c.find(scope[:inner], scope[inner], "group")
	return err
}

// Press presses the button. If the page reports errors on the way to the next
// appeal, it leaves them for later.
func (c *clerk) Press(scope scenario.Scope, button string) error {
	c.forget()
	n, err := c.find(scope, button, "button")
	if err != nil {
		return err
	}
	c.click(n)
	c.settle()
	switch button {
	case "Новое обращение":
		_, err = c.find(nil, "Новое обращение", "heading")
	case "Закрыть":
		_, err = c.find(nil, "Обращения", "heading")
	case "Сохранить и следующее":
		err = c.toNextCard()
	}
	return err
}

func (c *clerk) toNextCard() error {
	err := c.cameTrue(func() string {
		if c.there(nil, "heading", "Новое обращение") {
			return ""
		}
		if later := c.query(nil, "button", "Исправлю позже, к следующему"); len(later) == 1 {
			c.click(later[0])
			c.settle()
		}
		return "no next card"
	})
	c.settle()
	return err
}

func (c *clerk) Check(scope scenario.Scope, checkbox string, on bool) error {
	n, err := c.find(scope, checkbox, "checkbox")
	if err != nil || c.checked(n) == on {
		return err
	}
	c.click(n)
	c.settle()
	return c.cameTrue(func() string {
		// The screen may have been drawn again.
		if boxes := c.query(scope, "checkbox", checkbox); len(boxes) == 1 && c.checked(boxes[0]) == on {
			return ""
		}
		return "the tick did not take"
	})
}

// cameTrue is poll whose last word is an error.
func (c *clerk) cameTrue(wrong func() string) error {
	c.t.Helper()
	if said := c.poll(patience, wrong); said != "" {
		return fmt.Errorf("%s; console %q; the page shows\n%s", said, c.consoleErrors(), c.text())
	}
	return nil
}

func (c *clerk) checked(n node) (on bool) {
	c.javaScript(n, "function () { return this.checked }", &on)
	return on
}

func (c *clerk) Choose(scope scenario.Scope, group, option string) error {
	radios, err := c.find(scope, group, "radiogroup", "group")
	if err != nil {
		return err
	}
	var inGroup []node
	err = c.cameTrue(func() string {
		if inGroup = c.queryIn(radios, "radio", option); len(inGroup) != 1 {
			return fmt.Sprintf("%d radios %q in %q", len(inGroup), option, group)
		}
		return ""
	})
	if err != nil {
		return err
	}
	c.click(inGroup[0])
	c.settle()
	return c.cameTrue(func() string {
		if !c.checked(inGroup[0]) {
			return "the radio did not take"
		}
		return ""
	})
}

// Fill pastes the text and moves to the next field, because the page checks a
// field when it is left.
func (c *clerk) Fill(scope scenario.Scope, field, text string) error {
	n, err := c.find(scope, field, "textbox", "combobox", "searchbox")
	if err != nil {
		return err
	}
	c.focus(n)
	c.put(text)
	c.keys(kb.Tab)
	c.settle()
	return nil
}

// Select types the option's label into the list, as one does on a keyboard. A
// list forgets what was typed a second ago, or before it lost the focus: on a
// busy machine a label is typed again.
func (c *clerk) Select(scope scenario.Scope, list, option string) error {
	n, err := c.find(scope, list, "combobox")
	if err != nil {
		return err
	}
	c.focus(n)
	err = c.cameTrue(func() string {
		got := c.selected(n)
		if got == option {
			return ""
		}
		c.keys(option)
		if c.selected(n) == option {
			return ""
		}
		c.javaScript(n, `function () { this.blur(); this.focus(); }`, nil)
		return fmt.Sprintf("«%s» got selected", got)
	})
	c.keys(kb.Tab)
	c.settle()
	return err
}

func (c *clerk) selected(n node) (label string) {
	c.javaScript(n, `function () { return this.selectedOptions?.[0]?.label ?? "no select" }`, &label)
	return label
}

func (c *clerk) Code(scope scenario.Scope, combobox, code string) error {
	n, err := c.find(scope, combobox, "combobox")
	if err != nil {
		return err
	}
	c.focus(n)
	c.put(code)
	option, err := c.option(scope, code)
	if err != nil {
		return err
	}
	c.click(option)
	c.keys(kb.Tab)
	c.settle()
	return c.cameTrue(func() string {
		if got := c.value(n); got != code {
			return fmt.Sprintf("the field holds %q", got)
		}
		return ""
	})
}

// option waits for the option whose name begins with the code.
func (c *clerk) option(scope scenario.Scope, code string) (node, error) {
	var n node
	err := c.cameTrue(func() string {
		for _, o := range c.query(scope, "option", "") {
			if o.name == code || strings.HasPrefix(o.name, code+" ") {
				n = o
				return ""
			}
		}
		return "no option " + code
	})
	return n, err
}

// value is the text in a field.
func (c *clerk) value(n node) (text string) {
	c.javaScript(n, "function () { return this.value }", &text)
	return text
}

// Attach gives the file to the file input; browsers show one as a button.
func (c *clerk) Attach(scope scenario.Scope, input, fileName string, content []byte) error {
	path := filepath.Join(c.t.TempDir(), fileName)
	if err := os.WriteFile(path, content, 0o644); err != nil {
		return err
	}
	n, err := c.find(scope, input, "button")
	if err != nil {
		return err
	}
	c.give(n, path)
	c.settle()
	return nil
}
