package e2e

import (
	"strings"
	"testing"
)

// slowCore holds the core back, as an old disk does.
var slowCore = option{inject: `window.Worker = class extends window.Worker {
	postMessage(message, ...rest) {
		if (message?.core) setTimeout(() => super.postMessage(message, ...rest), 3000);
		else super.postMessage(message, ...rest);
	}
};`}

// TestTypingBeforeCore: who is quick may type before the core has started.
func TestTypingBeforeCore(t *testing.T) {
	t.Parallel()
	c := &clerk{tab: launch(t, onDay(t, "2026-11-02"), watchCore, slowCore, option{url: pageURL(t) + "#/appeals/new"})}
	type glimpse struct{ Core, Text string }
	var at glimpse
	look := func() { c.eval(`({core: document.documentElement.dataset.core, text: document.body.innerText})`, &at) }
	look()
	if at.Core != "starting" || !strings.Contains(at.Text, "Новое обращение") ||
		!strings.Contains(at.Text, "Загрузка") {
		t.Fatalf("while the core is %s the page shows\n%s", at.Core, at.Text)
	}
	for field, text := range map[string]string{numberField: "РАНО-1", "ФИО": "Скорая Анна Петровна"} {
		n, err := c.find(nil, field, "textbox")
		c.must(err)
		c.focus(n)
		c.keys(text)
	}
	if look(); at.Core != "starting" {
		t.Fatalf("the core was %s before the typing ended: nothing was tested", at.Core)
	}
	c.waitCore("ready")
	c.settle()
	c.holds(nil, numberField, "РАНО-1")
	c.holds(nil, "ФИО", "Скорая Анна Петровна")
	c.reload()
	c.holds(nil, "ФИО", "Скорая Анна Петровна")
	c.must(c.Open("Обращения"))
	_, err := c.find(nil, "РАНО-1", "link")
	c.must(err)
}
