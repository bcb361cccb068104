package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// TestTabWalk goes through every screen by Tab alone, there and back: each stop
// is seen and has a ring, nothing traps, and the walk ends where the page ends.
func TestTabWalk(t *testing.T) {
	slow(t)
	t.Parallel()
	c := startClerk(t)
	c.enterAppeal("1-ОГ")
	c.fillProfile()
	for _, hash := range []string{"#/", "#/appeals", "#/appeals/new", "#/archive", "#/exchange", "#/directories",
		"#/settings", "#/help"} {
		c.eval(fmt.Sprintf(`location.hash = %q`, hash), nil)
		c.settle()
		stops := c.walk(hash, kb.Tab)
		if stops < 8 { // seven links and the screen's own
			t.Errorf("%s: %d stops", hash, stops)
		}
		if back := c.walk(hash+" backwards", kb.Tab, input.ModifierShift); back < stops-2 {
			t.Errorf("%s: %d stops there and %d back", hash, stops, back)
		}
	}
}

// walk presses the key until the walk leaves the page or comes round, at most
// 400 times, and returns how many stops there were. Forwards it begins at the
// page's first link, backwards where the focus is.
func (c *clerk) walk(at, key string, modifiers ...input.Modifier) (stops int) {
	c.t.Helper()
	c.do(c.driver.front) // out of the browser's own bar
	c.eval(fmt.Sprintf(`(() => {
		if (%v) document.querySelector("a[href='#main']").focus();
		window.walked = {seen: new Set(), bad: [], last: null};
		window.step = () => {
			const e = document.activeElement;
			if (!e || e === document.body || !document.hasFocus()) return "out"; // Firefox goes on to its own bar
			if (walked.seen.has(e)) return walked.last === e ? "stuck" : "again";
			walked.seen.add(e);
			walked.last = e;
			const box = e.closest(".rro-file") ?? e, r = box.getBoundingClientRect(), style = getComputedStyle(e),
				around = getComputedStyle(box);
			const ring = [style, around].some(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 ||
				s.boxShadow !== "none");
			const name = e.tagName + " " + (e.getAttribute("aria-label") ?? e.textContent ?? "").trim().slice(0,
				40) + "#" + e.id;
			if (!ring) walked.bad.push("no ring: " + name);
			if (r.width < 1 || r.bottom < 0 || r.top > innerHeight) walked.bad.push("out of sight: " + name);
			return "on";
		};
	})()`, len(modifiers) == 0), nil)
	for range 400 {
		c.keys(key, modifiers...)
		var state string
		c.eval(`step()`, &state)
		if state == "stuck" {
			c.t.Errorf("%s: the focus is trapped", at)
			break
		}
		if state != "on" {
			break
		}
		stops++
	}
	var bad []string
	c.eval(`walked.bad.slice(0, 8)`, &bad)
	if len(bad) > 0 {
		c.t.Errorf("%s: %q", at, bad)
	}
	return stops
}

// held: something has the focus.
func (c *clerk) held(after string) {
	c.t.Helper()
	c.settle()
	c.until(func() string {
		var on string
		if c.eval(`document.activeElement?.tagName ?? "BODY"`, &on); on == "BODY" {
			return "after " + after + " the focus is nowhere"
		}
		return ""
	})
}

// TestFocusIsKept: after saving, deleting, undoing and after each dialog the
// focus is somewhere, and Escape closes what it should.
func TestFocusIsKept(t *testing.T) {
	slow(t)
	t.Parallel()
	c := startClerk(t)
	c.enterAppeal("1-ОГ")
	c.enterAppeal("2-ОГ")
	c.newCard()
	c.fillAppeal("3-ОГ", "Рассмотрено. Разъяснено")
	press := func(name string) {
		t.Helper()
		n, err := c.find(nil, name, "button")
		c.must(err)
		c.focus(n)
		c.keys(kb.Enter)
		c.held(name)
	}
	press("Добавить вопрос")
	press("Убрать вопрос 2")
	press("Закрыть")
	c.must(c.Open("Обращения"))
	press("Последние действия")
	c.keys(kb.Escape)
	c.held("Escape in last actions")
	c.gone(nil, "dialog", "Последние действия")
	c.must(c.Check(nil, "Выбрать 1-ОГ", true))
	press("Изменить…")
	press("Показать, что изменится")
	press("Закрыть без изменений")
	press("Удалить")
	c.held("deletion")
	undo, err := c.find(nil, "Отменить", "button")
	c.must(err)
	c.focus(undo)
	c.keys(kb.Enter)
	c.held("undo")
	c.keys("n", input.ModifierAlt)
	c.settle()
	_, err = c.find(nil, "Новое обращение", "heading")
	c.must(err)
	c.held("Alt+N")
	c.must(c.Open("Справочники"))
	c.must(c.Fill(nil, "Наш результат", "Дан ответ по существу"))
	c.must(c.Select(nil, "Статус РРО", "Рассмотрено. Разъяснено"))
	press("Добавить результат")
	c.must(c.Open("Обмен"))
	press("Создать резервную копию")
	c.must(c.Open("Архив"))
	press("Сформировать архив")
}
