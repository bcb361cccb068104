package e2e

import (
	"fmt"
	"testing"

	"rroform/wasm/store"
)

// kept is all that is in the page's databases but what says how they are sealed, as text.
const kept = `(async () => {
	const done = (request) => new Promise((yes, no) => { request.onsuccess = () => yes(request.result);
		request.onerror = () => no(request.error); });
	let all = "";
	for (const {name} of (await indexedDB.databases()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const db = await done(indexedDB.open(name));
		for (const table of db.objectStoreNames) {
			const rows = db.transaction(table).objectStore(table);
			const [keys, values] = await Promise.all([done(rows.getAllKeys()), done(rows.getAll())]);
			all += keys.map((key, i) =>
				(key === "vault" ? "" : [name, table, key, values[i]].join("\t") + "\n")).join("");
		}
		db.close();
	}
	return all;
})()`

// replaceDeed does something to the record that says how the register is sealed,
// in every database of the page that holds rows.
func (c *clerk) replaceDeed(act string) {
	c.t.Helper()
	var names string
	c.eval(`(async () => {
		const done = (request) => new Promise((yes, no) => { request.onsuccess = () => yes(request.result);
			request.onerror = () => no(request.error); });
		let names = "";
		for (const {name} of await indexedDB.databases()) {
			if (name === "rroform") continue;
			const db = await done(indexedDB.open(name));
			const settings = db.transaction("settings", "readwrite").objectStore("settings");
			if (await done(settings.get("vault"))) { names += name; await done(settings.`+act+`); }
			db.close();
		}
		return names;
	})()`, &names)
	if names == "" {
		c.t.Fatal("no sealed register was found: nothing was replaced")
	}
}

// TestStrippedLock: the register was sealed, and something else than this
// program has changed the record that says so. The page opens nothing as plain,
// takes no input, writes nothing, and says what to do.
func TestStrippedLock(t *testing.T) {
	t.Parallel()
	deed := func(text string) string {
		return fmt.Sprintf(`put(%q, "vault")`, store.TextValue(1, "vault", []byte(text)))
	}
	for name, act := range map[string]string{
		"replaced by a plain one": deed(`{"state":"home"}`),
		"half done":               deed(`{"state":"filling"}`),
		"removed":                 `delete("vault")`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := startClerk(t)
			c.enterAppeal("1-ОГ")
			c.guard()
			c.must(c.Today("2026-11-03")) // the database of before is dropped
			c.unlock()
			c.replaceDeed(act)
			var before, after string
			c.eval(kept, &before)
			c.must(c.Today("2026-11-04"))
			c.says("Пароль снят не этой программой", "зашифрованы", "сведения о пароле пропали или подменены",
				"сообщите администратору", "из резервной копии")
			c.saysNot("Обращений пока нет", "1-ОГ")
			c.gone(nil, "textbox", "Пароль")
			c.gone(nil, "link", "Обращения")
			c.axeNow("stripped")
			if c.eval(kept, &after); after != before {
				t.Errorf("the databases hold\n%s\nand held\n%s", after, before)
			}
			c.eval(`window.rroOld = true`, nil)
			c.clickNow("Проверить ещё раз")
			c.waitAnew(`!window.rroOld && document.body?.innerText.includes("Пароль снят не этой программой")`)
			c.clickNow("Стереть всё…")
			c.fillNow("Введите слово СТЕРЕТЬ", "стереть")
			c.clickAnew("Стереть всё")
			c.must(c.Open("Обращения"))
			c.says("Обращений пока нет")
		})
	}
}
