package e2e

import (
	"testing"
)

// deaf is a tab that hears nothing of the others in time, as one that the
// browser has put to sleep: otherwise an open card follows what is stored.
var deaf = option{inject: `delete window.BroadcastChannel;`}

// secondTab opens the page once more in the same browser and waits for the core.
func (c *clerk) secondTab(o option) *clerk {
	c.t.Helper()
	second := c.openTab(o)
	second.waitCore("ready")
	second.settle()
	return second
}

// openTab opens the page once more in the same browser.
func (c *clerk) openTab(o option) *clerk {
	c.t.Helper()
	heard := &heard{}
	driver, ctx, err := c.driver.second(c.t, heard)
	c.must(err)
	second := &clerk{tab: &tab{Context: ctx, t: c.t, driver: driver, heard: heard}, downloads: c.downloads}
	second.open(o) // it is the tab in front from here on
	return second
}

// front shows the tab: a hidden one is not drawn.
func (c *clerk) front() {
	c.t.Helper()
	c.do(c.driver.front)
}

func TestTwoTabsEditOneAppeal(t *testing.T) {
	t.Parallel()
	first := startClerk(t)
	first.enterAppeal("1-ОГ")
	row, err := first.find(nil, "1-ОГ", "link")
	first.must(err)
	first.click(row)
	first.settle()
	var card string
	first.eval(`location.href`, &card)
	clock := onDay(t, "2026-11-02")
	second := first.secondTab(option{url: card, inject: clock.inject + watchCore.inject + deaf.inject})

	first.front()
	first.must(first.Fill(nil, "ФИО", "Первая Анна Петровна"))
	second.front()
	address, err := second.find(nil, "Адрес", "textbox")
	second.must(err)
	second.focus(address)
	second.put("")
	second.keys("с. Примерное, ")
	second.settleAs("Не сохранено")
	second.keys("ул. Полевая, д. 1") // the message does not stop the typing
	second.alertSays("в другой вкладке")
	second.holds(nil, "Адрес", "с. Примерное, ул. Полевая, д. 1")

	show, err := second.find(nil, "Показать сохранённое там", "button")
	second.must(err)
	second.click(show)
	second.settle()
	second.holds(nil, "ФИО", "Первая Анна Петровна")
	second.holds(nil, "Адрес", "г. Калуга, ул. Циолковского, д.8")
	second.noAlert()
	// From here on both go on as before.
	second.must(second.Fill(nil, "Адрес", "с. Новое, д. 2"))
	second.reload()
	second.holds(nil, "Адрес", "с. Новое, д. 2")
}
