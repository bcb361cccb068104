package e2e

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestNothingLostWhenCoreStops: the core dies under the clerk's hands, who
// types on and then starts it again.
func TestNothingLostWhenCoreStops(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.newCard()
	c.fillAppeal("СТОП-1", "Находится на рассмотрении")
	name, err := c.find(nil, "ФИО", "textbox")
	c.must(err)
	c.focus(name)
	c.put("")
	c.keys("Петрова ")
	c.eval(`theWorker.postMessage(undefined)`, nil) // Go panics on what is no message
	c.keys("Мария ")
	c.waitCore("stopped")
	c.keys("Сергеевна")
	c.settleAs("Не сохранено")
	c.holds(nil, "ФИО", "Петрова Мария Сергеевна")
	restart, err := c.find(nil, "Перезапустить", "button")
	c.must(err)
	c.focus(restart) // leaving the field tries to save, in vain
	c.settleAs("Не сохранено")
	c.keys(kb.Enter)
	c.waitCore("ready")
	c.settle()
	c.holds(nil, "ФИО", "Петрова Мария Сергеевна")
	c.saysNot("остановлено")
	c.reload()
	c.holds(nil, "ФИО", "Петрова Мария Сергеевна")
	c.holds(nil, numberField, "СТОП-1")
}
