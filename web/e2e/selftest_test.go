package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

type ability struct{ Answer, Said string }

// selfTest lets the page try its browser, and reads the table.
func (c *clerk) selfTest() map[string]ability {
	c.t.Helper()
	c.must(c.Open("Справка"))
	c.must(c.Press(nil, "Проверить браузер"))
	c.appears("Возможности браузера", "table")
	found := map[string]ability{}
	c.eval(
		`Object.fromEntries([...document.querySelectorAll("table[aria-label='Возможности браузера'] tbody tr")]
			.map(row => {
		const [name, answer, said] = [...row.cells].map(cell => cell.innerText.trim());
		return [name, {answer, said}];
	}))`, &found)
	for name, a := range found {
		if a.Answer != "да" && len(a.Said) < 40 {
			c.t.Errorf("«%s» is «%s», and no remedy is told: %q", name, a.Answer, a.Said)
		}
	}
	return found
}

// verdictIs waits until the page judges the browser in one of the ways.
func (c *clerk) verdictIs(either ...string) {
	c.t.Helper()
	c.until(func() string {
		var verdict string
		c.eval(`document.querySelector(".rro-verdict").innerText`, &verdict)
		for _, text := range either {
			if strings.Contains(verdict, text) {
				return ""
			}
		}
		return fmt.Sprintf("the verdict is %q, want one of %q", verdict, either)
	})
}

func expect(t *testing.T, found map[string]ability, want map[string]string) {
	t.Helper()
	for name, answer := range want {
		if got := found[name]; got.Answer != answer {
			t.Errorf("«%s» is «%s», want «%s»: %s", name, got.Answer, answer, got.Said)
		}
	}
}

// TestSelfTest: on an ordinary computer everything that counts is there, and
// the second start of the browser finds what the first has left.
func TestSelfTest(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	place := "да"
	if inFirefox() {
		place = "неизвестно"
	}
	want := map[string]string{
		"Версия браузера": "да", "Ядро программы (WebAssembly)": "да", "Работа в фоне": "да", "Хранилище данных": "да",
		"Данные остаются после закрытия браузера": "неизвестно", "Свободное место": "да", "Связь между вкладками": "да",
		"Файл на своём месте": place, "Печать": "да", "Защищённое соединение": "да",
	}
	expect(t, c.selfTest(), want)
	c.verdictIs("Работать можно", "Всё нужное есть")
	source, err := os.ReadFile("../../web/node_modules/axe-core/axe.min.js")
	c.must(err)
	c.eval(string(source)+"; 0", nil)
	c.axe("self-test")
	c.eval(`document.getElementById("selftest").scrollIntoView()`, nil)
	c.shot("selftest")
	c.must(c.Press(nil, "Сохранить пробный файл"))
	if data, name, err := c.downloads.take(); err != nil || name != "Проверка РРО-формы.txt" || len(data) == 0 {
		t.Errorf("file %q: %q, %v", name, data, err)
	}
	c.must(c.Today("2026-11-03"))
	want["Данные остаются после закрытия браузера"] = "да"
	expect(t, c.selfTest(), want)
}

// TestSelfTestTellsWhatLacks: each probe fails where its ability is taken away.
func TestSelfTestTellsWhatLacks(t *testing.T) {
	slow(t)
	t.Parallel()
	intranet, _ := intranet(t)
	for _, row := range []struct {
		name    string
		page    option
		want    map[string]string
		verdict string
	}{
		{"no database", noDatabase, map[string]string{"Хранилище данных": "нет", "Работа в фоне": "да"},
			"нельзя или опасно"},
		{"no workers, old", option{inject: `window.Worker = function () { throw new Error("refused") };
			window.BroadcastChannel = function () { throw new Error("refused") };
			Object.defineProperty(navigator, "userAgent", {value: "Mozilla/5.0 Firefox/102.0"});`},
			map[string]string{"Работа в фоне": "нет", "Связь между вкладками": "нет", "Версия браузера": "нет",
				"Хранилище данных": "да"}, "нельзя или опасно"},
		{"plain http", intranet, map[string]string{"Защищённое соединение": "нет", "Свободное место": "неизвестно",
			"Хранилище данных": "да", "Файл на своём месте": "да"}, "Работать можно"},
	} {
		t.Run(row.name, func(t *testing.T) {
			c := startClerk(t, row.page)
			expect(t, c.selfTest(), row.want)
			c.verdictIs(row.verdict)
		})
	}
}
