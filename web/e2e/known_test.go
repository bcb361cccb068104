package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rroform/wasm/scenario"
)

// holdCore keeps what the page asks the core in rroHeld while rroHold is true:
// from the start when the window is so named. letGo hands all of it over.
var holdCore = option{inject: `window.rroHold = window.name === "hold";
window.rroHeld = [];
window.Worker = class extends window.Worker {
	postMessage(message, ...rest) {
		if (window.rroHold && message?.json !== undefined) window.rroHeld.push(() => super.postMessage(message,
			...rest));
		else super.postMessage(message, ...rest);
	}
};`}

const letGo = `window.name = ""; window.rroHold = false; window.rroHeld.splice(0).forEach(hand => hand()); 0`

// facts are the lines that the page shows and what its fields hold, without
// what says that it waits.
const facts = `(() => {
	const waits = [...document.querySelectorAll("[aria-busy=true], .rro-core-notice")].flatMap(e =>
		e.innerText.split("\n"));
	const lines = document.body.innerText.split(/[\n\t]/).map(s => s.trim()).filter(s => s && !waits.includes(s));
	for (const e of document.querySelectorAll("main input:not([type=file]), main select, main textarea"))
		lines.push("field " + (e.id || e.ariaLabel) + ": " + (e.type === "checkbox" ||
			e.type === "radio" ? e.checked : e.value));
	return lines;
})()`

func (c *clerk) facts() (lines []string) {
	c.t.Helper()
	c.eval(facts, &lines)
	return lines
}

// stands waits until the page shows everything that it showed before it knew.
func (c *clerk) stands(at string, early []string) {
	c.t.Helper()
	c.until(func() string {
		now := c.facts()
		all := strings.Join(now, "\n")
		for _, fact := range early {
			if strings.HasPrefix(fact, "field ") && !slices.Contains(now, fact) || !strings.Contains(all, fact) {
				return fmt.Sprintf("%s: before it knew the page said «%s»", at, fact)
			}
		}
		return ""
	})
}

// TestNothingSaidBeforeKnown: what a screen says before the core has answered
// stays true when the core has, on every screen, with data in each of them.
func TestNothingSaidBeforeKnown(t *testing.T) {
	t.Parallel()
	c := startClerk(t, holdCore)
	c.fillProfile()
	c.enterAppeal("1-ОГ")
	c.newCard()
	c.must(c.Fill(nil, numberField, "2-ОГ"))
	c.must(c.Press(nil, "Закрыть"))
	c.formArchive()
	c.must(c.Open("Обмен"))
	c.must(c.Press(nil, "Создать резервную копию"))
	c.says("записана в папку")
	c.must(c.Attach(nil, "Открыть архив РРО", "СЭД_октябрь.zip", vendorArchive(t)))
	c.contents("701-ОГ")
	c.must(c.Press(nil, "Принять в реестр"))
	c.says("Принято новых: ")
	c.must(c.Open("Справочники"))
	c.must(c.Fill(nil, "Наш результат", "Дан ответ по существу"))
	c.must(c.Select(nil, "Статус РРО", "Рассмотрено. Разъяснено"))
	c.must(c.Press(nil, "Добавить результат"))
	c.registerSays("1-ОГ", "2-ОГ", "701-ОГ")
	var card string
	c.eval(`document.querySelector("main tbody a[href^='#/appeals/']").getAttribute("href")`, &card)

	for _, screen := range []struct {
		hash, title string
		asks        bool // the core, when it is opened
	}{
		{"#/", "Сегодня", true}, {"#/appeals", "Обращения", true}, {"#/appeals/remarks", "Замечания", true},
		{card, "", true},
		{"#/archive", "Архив", true}, {"#/archive?zero=1", "Архив", true}, {"#/exchange", "Обмен", true},
		{"#/exchange/merge", "Объединить с файлами коллег", true},
		{"#/exchange/logs", "Журнал слияний и загрузок", true},
		{"#/exchange/damaged", "Повреждённые записи", true}, {"#/exchange/check", "Сверка с РРО", false},
		{"#/exchange/handover", "Передать коллеге", false}, {"#/exchange/table", "Загрузка таблицы", false},
		{"#/directories", "Справочники", true}, {"#/settings", "Настройки", true}, {"#/help", "Справка", false},
	} {
		for _, core := range []string{"busy", "starting"} {
			at := screen.hash + ", core " + core
			c.must(c.Open("Справка"))
			if core == "busy" {
				c.eval(fmt.Sprintf(`window.rroHold = true; location.hash = %q`, screen.hash), nil)
			} else {
				c.eval(fmt.Sprintf(`window.name = "hold"; location.hash = %q`, screen.hash), nil)
				c.do(c.driver.reload)
				c.waitCore("starting")
				c.wait(`rroHeld.length > 0`) // the core has come so far as to be asked
			}
			if screen.title != "" {
				_, err := c.find(nil, screen.title, "heading")
				c.must(err)
			}
			if screen.asks {
				c.wait(`document.querySelector("main [aria-busy=true]")`)
			}
			early := c.facts()
			c.eval(letGo, nil)
			c.waitCore("ready")
			c.settle()
			c.stands(at, early)
		}
	}
	c.must(c.Open("Обращения"))
	c.must(c.Follow(scenario.Scope{}, "1-ОГ"))
}
