package e2e

import (
	"context"
	"fmt"
	"testing"
)

// TestReturnsToTheRow: a card that is closed leads back to the row or remark
// that it was opened from, and the focus with it.
func TestReturnsToTheRow(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.enterAppeal("1-ОГ")
	c.newCard()
	c.fillAppeal("2-ОГ", "Рассмотрено. Разъяснено") // without its answer date
	c.must(c.Fill(nil, "Дата регистрации в органе", "01.10.2026"))
	c.must(c.Press(nil, "Закрыть"))
	c.must(c.Follow(nil, "1-ОГ"))
	c.must(c.Press(nil, "Закрыть"))
	c.focusIsOn("1-ОГ")

	c.must(c.Follow(nil, "Замечания"))
	var remark []node
	c.until(func() string {
		if remark = c.query(nil, "link", "2-ОГ"); len(remark) < 2 {
			return fmt.Sprintf("%d remarks of 2-ОГ", len(remark))
		}
		return ""
	})
	c.click(remark[0])
	c.settle()
	first := c.inField()
	c.must(c.Press(nil, "К следующему замечанию"))
	c.until(func() string {
		if second := c.inField(); second == first {
			return "the next remark leads to the same field: " + first
		}
		return ""
	})
	back, err := c.find(nil, "Закрыть", "button")
	c.must(err)
	c.click(back)
	c.settle()
	c.focusIsOn("2-ОГ")
}

// TestReturnsFromALateAddress: a busy browser reports a new address late. The list
// must not take the card's address for its own meanwhile, or «Закрыть» would open a
// new card.
func TestReturnsFromALateAddress(t *testing.T) {
	t.Parallel()
	c := startClerk(t, option{inject: `addEventListener("hashchange", (e) => { // before the page's own
		if (!window.rroLate) return;
		e.stopImmediatePropagation();
		setTimeout(() => { window.rroLate = false; dispatchEvent(new HashChangeEvent("hashchange")); }, 500);
	})`})
	c.must(c.Open("Справка"))
	c.eval(`new Promise((done) => {
		new MutationObserver((_, watch) => {
			const button = [...document.querySelectorAll("button")].find((b) => b.textContent === "Новое обращение");
			if (!button) return;
			watch.disconnect();
			window.rroLate = true;
			button.click(); // before the list's effects have run
			done(true);
		}).observe(document.body, {childList: true, subtree: true});
		location.hash = "#/appeals";
	})`, nil)
	_, err := c.find(nil, "Новое обращение", "heading")
	c.must(err)
	c.must(c.Press(nil, "Закрыть"))
}

// TestReturnsToALateRow: the row gets the focus however long the list takes.
func TestReturnsToALateRow(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.enterAppeal("1-ОГ")
	c.must(c.Follow(nil, "1-ОГ"))
	c.eval(`{ const post = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function (...message) { setTimeout(() => post.apply(this, message), 300); }; }`,
		nil)
	c.must(c.Press(nil, "Закрыть"))
	c.focusIsOn("1-ОГ")
}

func (c *clerk) focusIsOn(name string) {
	c.t.Helper()
	c.until(func() string {
		if at := c.focused(); at.name != name {
			return fmt.Sprintf("the focus is on %s «%s», want «%s»", at.role, at.name, name)
		}
		return ""
	})
}

// inField waits until a field has the focus, and returns its name.
func (c *clerk) inField() (name string) {
	c.t.Helper()
	c.until(func() string {
		at := c.focused()
		name = at.name
		if at.role != "textbox" && at.role != "combobox" {
			return fmt.Sprintf("the focus is on %s «%s», which is no field", at.role, at.name)
		}
		return ""
	})
	return name
}

// TestDoubleClick: the second click of a double click does not press what has
// come up under the mouse.
func TestDoubleClick(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.must(c.Open("Обращения"))
	button, err := c.find(nil, "Новое обращение", "button")
	c.must(err)
	var at struct{ X, Y float64 }
	c.javaScript(button, middle, &at)
	c.do(func(ctx context.Context) error { return c.driver.click(ctx, at.X, at.Y, 2) })
	c.settle()
	if _, err := c.find(nil, "Новое обращение", "heading"); err != nil {
		t.Fatal("the new card was closed at once: ", err)
	}
	c.focusIsOn(directBox)
}
