package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
)

// fileOrigin is what Chromium calls the one origin of all local pages.
const fileOrigin = "file://"

// fullDisk leaves the page no room. Chromium caches the free space for half a
// minute, so this is set before the page is opened.
var fullDisk = option{setup: []chromedp.Action{storage.OverrideQuotaForOrigin(fileOrigin).WithQuotaSize(1)}}

// accessible is [clerk.axe] on a page that has no axe in it yet.
func (c *clerk) accessible(state string) {
	c.t.Helper()
	source, err := os.ReadFile("../../web/node_modules/axe-core/axe.min.js")
	c.must(err)
	c.eval(string(source)+"; 0", nil)
	c.axe(state)
}

// edit opens the card of an appeal and types into a field.
func (c *clerk) edit(number, field, text string) {
	c.t.Helper()
	c.must(c.Open("Обращения"))
	c.must(c.Follow(nil, number))
	n, err := c.find(nil, field, "textbox")
	c.must(err)
	c.focus(n)
	c.put("")
	c.keys(text)
}

// rescue presses the button that carries everything away.
func (c *clerk) rescue() []byte {
	c.t.Helper()
	c.forget()
	var save []node // by the notice and by the card
	c.until(func() string {
		if save = c.query(nil, "button", "Сохранить данные в файл"); len(save) == 0 {
			return "there is no way to save"
		}
		return ""
	})
	c.click(save[0])
	file, name, err := c.downloads.take()
	c.must(err)
	if len(file) == 0 || !strings.HasPrefix(name, "РРО-форма_спасённые_данные_") {
		c.t.Fatalf("%q: %d bytes", name, len(file))
	}
	return file
}

// TestNoRoomIsTold: the disk is full. What was typed stays on the screen, can be
// carried away, and is saved by itself once there is room.
func TestNoRoomIsTold(t *testing.T) {
	slow(t)
	t.Parallel()
	c := startClerk(t)
	c.enterAppeal("1-ОГ")
	c.options = append(c.options, fullDisk)
	c.must(c.Today("2026-11-02"))
	c.edit("1-ОГ", "Адрес", "с. Тесное, д. 1")
	c.settleAs("Не сохранено")
	c.says("нет места", "Освободите место", "Сохранить ещё раз")
	c.holds(nil, "Адрес", "с. Тесное, д. 1")
	c.shot("noroom")
	c.accessible("no room")
	c.eval(`location.hash = "#/appeals"`, nil) // away from the card it is still named, with the way back
	c.wait(`document.body.innerText.includes("Не сохранено: 1-ОГ.")`)
	c.eval(`history.back()`, nil)
	c.holds(nil, "Адрес", "с. Тесное, д. 1")
	if file := c.rescue(); len(file) == 0 {
		t.Error("nothing was rescued")
	}
	c.run(storage.OverrideQuotaForOrigin(fileOrigin))
	c.settle() // without a key or a click
	c.noAlert()
	c.reload()
	c.holds(nil, "Адрес", "с. Тесное, д. 1")
}

// TestWipedWhileOpen: the browser empties its storage under the page. Nothing is
// pretended to be saved, and everything can be carried over the reload.
func TestWipedWhileOpen(t *testing.T) {
	slow(t)
	t.Parallel()
	c := startClerk(t)
	c.fillProfile()
	c.enterAppeal("1-ОГ")
	c.enterAppeal("2-ОГ")
	c.run(storage.ClearDataForOrigin(fileOrigin, "indexeddb"))
	c.edit("1-ОГ", "ФИО", "Петрова Мария")
	c.settleAs("Не сохранено")
	c.says("Браузер очистил хранилище", "Сохраните данные в файл", "Обновить страницу")
	c.holds(nil, "ФИО", "Петрова Мария")
	c.shot("wiped")
	c.accessible("wiped")
	c.eval(`location.hash = "#/appeals"`, nil)
	c.wait(`document.querySelector("table")?.innerText.includes("2-ОГ")`) // it is still in memory
	file := c.rescue()
	c.must(c.Today("2026-11-02")) // the clerk goes on with what the browser has left: nothing
	c.says("Работали здесь раньше?")
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, "Восстановить из резервной копии", "спасено.zip", file))
	c.must(c.Press(nil, "Восстановить"))
	c.wait(`document.body.innerText.includes("Данные восстановлены")`)
	c.registerSays("Петрова Мария", "2-ОГ")
}

// TestDamagedRecord: one record is not as it was written. It is named and comes
// back; the rest works as ever.
func TestDamagedRecord(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.enterAppeal("1-ОГ")
	c.enterAppeal("2-ОГ")
	c.eval(`new Promise((done) => { indexedDB.open("rroform").onsuccess = ({target: {result: db}}) => {
		const tx = db.transaction("appeals", "readwrite"), objects = tx.objectStore("appeals");
		objects.openCursor().onsuccess = ({target: {result: at}}) => {
			if (!at) return;
			if (at.value.includes('"1-ОГ"')) at.update(at.value.replace("Калуга", "Калужа"));
			at.continue();
		};
		tx.oncomplete = () => { db.close(); done(true); };
	}; })`, nil)
	c.reload()
	c.says("Хранилище браузера повредило 1 запись")
	c.registerSays("2-ОГ")
	c.gone(nil, "link", "1-ОГ")
	c.must(c.Follow(nil, "Посмотрите, что можно вернуть"))
	c.says("обращения", "1-ОГ", "Принять как читается", "Сохранить остаток в файл", "Удалить")
	c.shot("damaged")
	c.accessible("damaged records")
	take, err := c.findBeginning("Принять как читается", "button")
	c.must(err)
	c.click(take)
	c.says("Повреждённых записей нет")
	c.saysNot("Хранилище браузера повредило")
	c.registerSays("1-ОГ")
}

// asVersion makes the page one of another age: it asks for another version of
// the database. deaf makes it overhear that another tab wants to upgrade.
func asVersion(shift int, deaf bool) option {
	return inPageAndWorker(fmt.Sprintf(`{
		const open = IDBFactory.prototype.open, listen = EventTarget.prototype.addEventListener;
		IDBFactory.prototype.open = function (name, version) { return open.call(this, name, version + %d); };
		if (%v) EventTarget.prototype.addEventListener = function (type, ...rest) {
			if (type !== "versionchange") listen.call(this, type, ...rest); };
	}`, shift, deaf))
}

// TestOldAndNewPage: a newer page takes the database over; the older one, open
// or opened, says so and saves nothing.
func TestOldAndNewPage(t *testing.T) {
	slow(t)
	t.Parallel()
	old := startClerk(t)
	old.enterAppeal("1-ОГ")
	newer := old.secondTab(option{url: pageURL(t), inject: asVersion(1, false).inject + watchCore.inject})
	newer.eval(`location.hash = "#/appeals"`, nil)
	newer.wait(`document.querySelector("table")?.innerText.includes("1-ОГ")`)
	t.Log("the newer page has the register")
	old.front()
	old.edit("1-ОГ", "Адрес", "с. Старое, д. 1")
	old.settleAs("Не сохранено")
	old.says("создана более новой версией", "Откройте новую версию файла")
	old.holds(nil, "Адрес", "с. Старое, д. 1")
	late := old.openTab(option{url: pageURL(t)})
	late.waitCore("failed")
	late.says("создана более новой версией", "Откройте новую версию файла")
}

// TestBlockedUpgrade: an older tab does not let go of the database. The newer
// page says which tabs to close, and starts when they are.
func TestBlockedUpgrade(t *testing.T) {
	slow(t)
	t.Parallel()
	old := startClerk(t, asVersion(0, true))
	newer := old.openTab(option{url: pageURL(t), inject: asVersion(1, false).inject})
	newer.waitCore("failed")
	newer.says("занята другой вкладкой", "Закройте остальные вкладки")
	old.eval(`setTimeout(() => location.replace("about:blank"))`, nil)
	old.waitAnew(`location.href === "about:blank"`)
	for range 5 { // a browser may hold the page that was left a little longer
		newer.pressRestart()
		var phase string
		newer.eval(`new Promise(done => { const watch = setInterval(() => {
			const phase = document.documentElement.dataset.core;
			if (phase !== "starting") { clearInterval(watch); done(phase); }
		}, 100); })`, &phase)
		if phase == "ready" {
			return
		}
	}
	newer.waitCore("ready") // says what the page shows instead
}

// TestFiveTabs: five tabs enter appeals; in the end each shows those of all.
func TestFiveTabs(t *testing.T) {
	slow(t)
	t.Parallel()
	first := startClerk(t)
	tabs := []*clerk{first}
	for range 4 {
		tabs = append(tabs, first.secondTab(option{url: pageURL(t), inject: watchCore.inject}))
	}
	for i, tab := range tabs {
		tab.front()
		tab.must(tab.Open("Обращения"))
		tab.newCard()
		tab.must(tab.Fill(nil, numberField, fmt.Sprintf("%d-ОГ", i+1)))
		tab.must(tab.Press(nil, "Закрыть"))
	}
	for _, tab := range tabs {
		tab.front()
		tab.wait(`["1-ОГ", "2-ОГ", "3-ОГ", "4-ОГ", "5-ОГ"].every((n) => document.body.innerText.includes(n))`)
		tab.noAlert()
	}
}
