package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hearWords notes every state of saving that the header shows, whatever the page
// says of a save, when it began to open the register and when it first said what is wrong.
var hearWords = option{inject: `window.rroWords = new Set();
new MutationObserver(() => {
	const app = document.getElementById("app");
	const state = app?.querySelector("[role=status]")?.textContent;
	if (state) window.rroWords.add(state);
	for (const word of app?.textContent.match(/.{0,20}[Сс]охранено.{0,20}/g) ?? []) window.rroWords.add(word);
	if (/Открывается реестр/.test(app?.textContent ?? "")) window.rroOpensAt ??= performance.now();
	if (/Браузер (не даёт хранить|пока не открывает)/.test(app?.textContent ?? ""))
		window.rroToldAt ??= performance.now();
}).observe(document, {subtree: true, childList: true, characterData: true});`}

// clerkWaits is how long a clerk may wait until the page says what is wrong with the storage.
var clerkWaits = 5 * time.Second * slowdown

// toldInTime fails when the page took longer than a clerk's patience to say what
// is wrong. How long a busy machine takes to start the core is not counted.
func (b *tab) toldInTime() {
	b.t.Helper()
	b.wait(`window.rroToldAt`)
	var at float64
	b.eval(`window.rroToldAt - (window.rroOpensAt ?? 0)`, &at)
	if took := time.Duration(at) * time.Millisecond; took > clerkWaits {
		b.t.Errorf("the page said what is wrong after %v", took)
	}
}

// neverSaved: the header said that nothing is kept, and nothing said otherwise.
func (b *tab) neverSaved() {
	b.t.Helper()
	var words []string
	b.eval(`[...rroWords]`, &words)
	for _, word := range words {
		if strings.Contains(strings.ToLower(word), "сохранено") || strings.Contains(word, "Сохраняется") {
			b.t.Errorf("where nothing is kept the page said «%s»", word)
		}
	}
	if all := strings.Join(words, "; "); !strings.Contains(all, "Не сохраняется на диск") {
		b.t.Errorf("the states of saving were %s", all)
	}
}

// worksInMemory does a month's work of one appeal where nothing is kept.
func (c *clerk) worksInMemory() {
	c.t.Helper()
	c.alertSays("Браузер не даёт хранить данные: всё пропадёт", "файлы cookie", "администратором",
		"создайте резервную копию")
	c.toldInTime()
	c.fillProfile()
	c.enterAppeal("1-ОГ")
	c.registerSays("1-ОГ")
	if got := archived(c.t, c.archiveOfOctober()); len(got) != 1 || got[0].Number != "1-ОГ" {
		c.t.Errorf("the archive holds %s", inWords(c.t, got))
	}
	c.alertSays("Браузер не даёт хранить данные")
	if !c.asksToStay() {
		c.t.Error("the tab lets go of work that is kept nowhere")
	}
	c.neverSaved()
}

// TestCookiesForbidden: an administrator forbids cookies, and with them the
// browser gives no storage at all.
func TestCookiesForbidden(t *testing.T) {
	t.Parallel()
	c := startClerk(t, offline, hearWords, option{noCookies: true})
	var old bool
	if c.eval(`/HeadlessChrome\/1(0\d|1[01])\./.test(navigator.userAgent)`, &old); old {
		t.Skip("the headless mode of this Chromium has no such setting: TestStoragesThatThrow plays what a policy does")
	}
	c.worksInMemory()
}

// denied makes reading what is called name on the global object throw, as
// browsers do where a policy forbids it.
func denied(names ...string) (script string) {
	for _, name := range names {
		script += fmt.Sprintf(`Object.defineProperty(globalThis, %q, {configurable: true, get() { throw new `+
			`DOMException("denied", "SecurityError"); }});`, name)
	}
	return script
}

// answering makes indexedDB.open fail with an error of the browser, or with ""
// never answer.
func answering(name string) string {
	return fmt.Sprintf(`{
		const open = IDBFactory.prototype.open, name = %q;
		IDBFactory.prototype.open = function (...args) {
			const request = open.apply(this, args);
			request.addEventListener = (type, hear) =>
				{ if (name && type === "error") setTimeout(() => hear(new Event("error"))); };
			if (name) Object.defineProperty(request, "error", {value: new DOMException("refused", name)});
			return request;
		};
	}`, name)
}

// TestStoragesThatThrow: whatever the browser refuses and how, the page starts,
// says so at once and works until it is closed.
func TestStoragesThatThrow(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{
		"every storage throws": denied("indexedDB", "localStorage", "sessionStorage", "caches", "BroadcastChannel") +
			`for (const name of ["storage", "locks"]) Object.defineProperty(navigator, name, {get() { throw new ` +
			`DOMException("denied", "SecurityError"); }});`,
		"open throws": `IDBFactory.prototype.open = () => { throw new DOMException("denied", ` +
			`"SecurityError"); };`,
		"open is forbidden":   answering("SecurityError"),
		"a private window":    answering("InvalidStateError"),
		"a policy":            answering("UnknownError") + denied("localStorage"),
		"there is no storage": `Object.defineProperty(globalThis, "indexedDB", {value: null});`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := startClerk(t, hearWords, inPageAndWorker(script))
			c.worksInMemory()
		})
	}
}

// TestOtherStoragesThatThrow: the database opens, and whatever else could keep
// something throws. What is typed is saved.
func TestOtherStoragesThatThrow(t *testing.T) {
	t.Parallel()
	c := startClerk(t, inPageAndWorker(denied("localStorage", "sessionStorage", "caches", "BroadcastChannel")))
	c.noAlert()
	c.enterAppeal("1-ОГ")
	c.reload()
	c.registerSays("1-ОГ")
	c.noAlert()
}

// TestSilentStorage: the browser never answers whether the storage opens. The
// page says so before a clerk gives up, and in the end what to do.
func TestSilentStorage(t *testing.T) {
	t.Parallel()
	b := launch(t, hearWords, inPageAndWorker(answering("")))
	b.says("Браузер пока не открывает хранилище обращений", "Закройте остальные вкладки")
	b.toldInTime()
	b.waitCore("failed")
	b.says("Браузер не открывает хранилище обращений: он не ответил", "Введённое раньше не удалено", "Перезапустить")
	var words []string
	if b.eval(`[...rroWords]`, &words); strings.Contains(strings.ToLower(strings.Join(words, "; ")), "сохранено") {
		t.Errorf("the page said %q", words)
	}
}
