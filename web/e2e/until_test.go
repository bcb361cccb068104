package e2e

import (
	"fmt"
	"strings"
	"time"

	"rroform/wasm/scenario"
)

// A screen shows its heading before its content, by as long as the machine
// takes. So every look at the page goes through until, and waits for the very
// content that it reads.

// Patience with a busy two-core machine, and with work on hundreds of megabytes there.
var (
	patience     = 30 * time.Second * slowdown
	longPatience = 3 * time.Minute * slowdown
)

// until looks at the page again and again until nothing is wrong with it. In
// the end it fails the test with what was wrong last.
func (b *tab) until(wrong func() string) {
	b.t.Helper()
	b.untilWithin(patience, wrong)
}

func (b *tab) untilWithin(limit time.Duration, wrong func() string) {
	b.t.Helper()
	if said := b.poll(limit, wrong); said != "" {
		b.t.Fatalf("after %v: %s\nconsole: %q\npage:\n%s", limit, said, b.consoleErrors(), b.text())
	}
}

// poll is until for those who deal with the failure themselves: it returns what
// is wrong in the end, "" = nothing.
func (b *tab) poll(limit time.Duration, wrong func() string) string {
	b.t.Helper()
	for deadline := time.Now().Add(limit); ; time.Sleep(20 * time.Millisecond) {
		if said := wrong(); said == "" || time.Now().After(deadline) {
			return said
		}
	}
}

// wait waits until a JavaScript expression is true.
func (b *tab) wait(condition string) {
	b.t.Helper()
	b.waitWithin(patience, condition)
}

// waitLong is wait for work on hundreds of megabytes, on a machine that others
// use too.
func (b *tab) waitLong(condition string) {
	b.t.Helper()
	b.waitWithin(longPatience, condition)
}

func (b *tab) waitWithin(limit time.Duration, condition string) {
	b.t.Helper()
	b.untilWithin(limit, func() string {
		var ok bool
		if b.eval("!!("+condition+")", &ok); ok {
			return ""
		}
		return "not true: " + condition
	})
}

// says waits until the page shows every one of the texts.
func (b *tab) says(texts ...string) {
	b.t.Helper()
	b.until(func() string { return lacks(b.text(), texts) })
}

// saysNot waits until the page shows none of the texts. It is true of a page
// that shows nothing yet: wait for what comes with the change first.
func (b *tab) saysNot(texts ...string) {
	b.t.Helper()
	b.until(func() string {
		shown := b.text()
		for _, text := range texts {
			if strings.Contains(shown, text) {
				return "the page still says «" + text + "»"
			}
		}
		return ""
	})
}

// thingSays waits until the one thing with the role and name is there and shows
// every one of the texts.
func (b *tab) thingSays(name, role string, texts ...string) {
	b.t.Helper()
	b.until(func() string {
		found := b.query(nil, role, name)
		if len(found) != 1 {
			return fmt.Sprintf("%d things are %s «%s»", len(found), role, name)
		}
		var shown string
		b.javaScript(found[0], `function () { return this.innerText }`, &shown)
		return lacks(shown, texts)
	})
}

// reads waits until a JavaScript expression gives the value.
func reads[T comparable](b *tab, expression string, want T) {
	b.t.Helper()
	b.until(func() string {
		var got T
		if b.eval(expression, &got); got != want {
			return fmt.Sprintf("%s is %v, want %v", expression, got, want)
		}
		return ""
	})
}

// dialogSays waits until the dialog that is open shows every one of the texts.
func (b *tab) dialogSays(texts ...string) {
	b.t.Helper()
	b.until(func() string {
		var shown string
		b.eval(`document.querySelector("dialog[open]")?.innerText ?? ""`, &shown)
		return lacks(shown, texts)
	})
}

// gone waits until the element does not exist any more.
func (b *tab) gone(scope scenario.Scope, role, name string) {
	b.t.Helper()
	b.until(func() string {
		if b.there(scope, role, name) {
			return fmt.Sprintf("there is still %s «%s»", role, name)
		}
		return ""
	})
}

// lacks names the texts that are not shown, "" = none.
func lacks(shown string, texts []string) string {
	var lacking []string
	for _, text := range texts {
		if !strings.Contains(shown, text) {
			lacking = append(lacking, "«"+text+"»")
		}
	}
	if len(lacking) == 0 {
		return ""
	}
	return fmt.Sprintf("no %s in\n%s", strings.Join(lacking, ", "), shown)
}
