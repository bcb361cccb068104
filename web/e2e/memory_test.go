package e2e

import (
	"fmt"
	"testing"
)

// noDatabase is a browser that refuses IndexedDB, in the worker too.
var noDatabase = inPageAndWorker(`Object.defineProperty(globalThis, "indexedDB", {value: undefined, configurable: ` +
	`true});`)

// TestWithoutDatabase: one still can work until the tab is closed, and carry
// the work away as a backup.
func TestWithoutDatabase(t *testing.T) {
	t.Parallel()
	c := startClerk(t, noDatabase)
	c.alertSays("Браузер не даёт хранить данные")
	c.fillProfile()
	c.enterAppeal("1-ОГ")
	c.enterAppeal("2-ОГ")
	c.must(c.Open("Архив"))
	c.must(c.Select(nil, "Год", "2026"))
	c.must(c.Select(nil, "Месяц", "октябрь"))
	c.must(c.Press(nil, "Сформировать архив"))
	if zip, _, err := c.downloads.take(); err != nil || len(zip) == 0 {
		t.Errorf("archive: %d bytes, %v", len(zip), err)
	}
	if !c.asksToStay() {
		t.Error("the tab lets go of work that is kept nowhere")
	}
	register := c.register() // as the backup will hold it: exported
	c.must(c.Open("Обмен"))
	c.must(c.Press(nil, "Создать резервную копию"))
	backup, name, err := c.downloads.take()
	if err != nil || len(backup) == 0 {
		t.Fatalf("backup %q: %d bytes, %v", name, len(backup), err)
	}
	c.alertSays("Браузер не даёт хранить данные")
	if c.asksToStay() {
		t.Error("the tab holds on to what a copy has")
	}
	c.close()

	c = startClerk(t)
	c.noAlert()
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, "Восстановить из резервной копии", name, backup))
	c.must(c.Press(nil, "Восстановить"))
	c.wait(`document.body.innerText.includes("Данные восстановлены")`)
	c.registerIs(register)
	c.registerSays("2-ОГ")
	c.reload()
	c.registerIs(register)
}

// registerIs waits until the register shows the table.
func (c *clerk) registerIs(want string) {
	c.t.Helper()
	c.until(func() string {
		if got := c.register(); got != want {
			return fmt.Sprintf("the register shows\n%s\nwant\n%s", got, want)
		}
		return ""
	})
}

// registerSays opens the register and waits until its table shows the texts.
func (c *clerk) registerSays(texts ...string) {
	c.t.Helper()
	c.must(c.Open("Обращения"))
	c.thingSays("Обращения", "table", texts...)
}

// register is the text of the table of appeals.
func (c *clerk) register() string {
	c.t.Helper()
	c.must(c.Open("Обращения"))
	table, err := c.find(nil, "Обращения", "table")
	c.must(err)
	var text string
	c.javaScript(table, `function () { return this.innerText }`, &text)
	return text
}

// asksToStay reports whether leaving the page asks first.
func (c *clerk) asksToStay() (asks bool) {
	c.t.Helper()
	c.eval(`!dispatchEvent(new Event("beforeunload", {cancelable: true}))`, &asks)
	return asks
}
