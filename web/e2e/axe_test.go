package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"

	"rroform/wasm/scenario"
)

// TestAccessible lets axe-core judge every screen, empty and filled.
func TestAccessible(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.screens("empty")

	c.newCard()
	c.axe("new card")
	c.must(c.Fill(nil, "Дата поступления в орган", "31.02.2026"))
	c.must(c.Select(firstQuestion, "Статус", "Рассмотрено. Поддержано"))
	c.must(c.Press(nil, "Добавить вопрос"))
	c.must(c.Select(scenario.Scope{"Вопрос 2"}, "Статус", "Направлено по компетенции"))
	later, err := c.find(nil, "Сохранить и следующее", "button")
	c.must(err)
	c.click(later)
	_, err = c.find(nil, "Замечания", "alert")
	c.must(err)
	c.settle()
	c.axe("card with errors")
	code, err := c.find(firstQuestion, "Код вопроса", "combobox")
	c.must(err)
	c.focus(code)
	c.put("дорог")
	if options := c.optionCount(firstQuestion); options == 0 {
		t.Error("no options to judge")
	}
	c.axe("open combobox")

	c.enterAppeal("1-ОГ")
	c.fillProfile()
	c.screens("filled")
	c.must(c.Open("Архив"))
	c.must(c.Select(nil, "Год", "2026"))
	c.must(c.Select(nil, "Месяц", "октябрь"))
	c.must(c.Press(nil, "Сформировать архив"))
	c.axe("archive formed")
	c.must(c.Check(nil, zeroBox, true))
	c.axe("zero report, no month")
	c.must(c.Select(nil, "Год", "2026"))
	c.must(c.Select(nil, "Месяц", "октябрь"))
	c.axe("zero report")

	if !*long {
		return
	}
	// Every screen again as those see it who need it larger or in their own colours.
	c.size(683, 384)
	c.screens("at 200 %")
	c.fitsWidth()
	c.size(1366, 768)
	if inFirefox() {
		t.Log("left out: forced colours, which WebDriver BiDi cannot give")
		return
	}
	c.run(emulation.SetEmulatedMedia().WithFeatures(
		[]*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}}))
	c.screens("forced colours")
	c.run(emulation.SetEmulatedMedia().WithFeatures(
		[]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}))
	c.screens("dark")
}

// TestAccessibleDialogs runs axe-core on dialogs and other overlays.
func TestAccessibleDialogs(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.enterAppeal("1-ОГ")
	c.must(c.Open("Обращения"))
	c.must(c.Press(nil, "Последние действия"))
	c.axe("last actions, none")
	c.keys(kb.Escape)
	c.must(c.Check(nil, "Выбрать 1-ОГ", true))
	c.must(c.Press(nil, "Изменить…"))
	c.axe("mass change")
	c.must(c.Press(nil, "Показать, что изменится"))
	c.axe("mass change, nothing given")
	c.keys(kb.Escape)
	c.must(c.Open("Справочники"))
	c.unfold()
	c.must(c.Attach(nil, "Загрузить справочник органов", "Органы.txt",
		[]byte("89729055-843a-4eeb-88e1-71535b245d6f\tАдминистрация города\n")))
	c.axe("directory offered")
	c.keys(kb.Escape)
	c.unfold()
	c.must(c.Attach(nil, "Загрузить справочник органов", "Органы.txt", []byte("<a>")))
	c.axe("directory refused")
	c.must(c.Open("Обмен"))
	c.must(c.Attach(nil, "Открыть архив РРО", "Архив.zip", []byte("не архив")))
	c.axe("archive refused")
	c.must(c.Attach(nil, "Восстановить из резервной копии", "Копия.zip", []byte("не копия")))
	c.axe("backup refused")
	c.size(683, 384)
	c.must(c.Open("Обращения"))
	c.must(c.Press(nil, "Последние действия"))
	c.axe("last actions at 200 %")
}

// fitsWidth checks that no screen scrolls sideways at 200 %. Tables scroll inside
// themselves.
func (c *clerk) fitsWidth() {
	c.t.Helper()
	for _, hash := range []string{"#/", "#/appeals", "#/archive", "#/exchange", "#/directories", "#/settings",
		"#/help"} {
		c.eval(fmt.Sprintf("location.hash = %q", hash), nil)
		c.settle()
		var over float64
		if c.eval(`document.documentElement.scrollWidth - innerWidth`, &over); over > 1 {
			c.t.Errorf("%s is %v wider than the window at 200 %%", hash, over)
		}
	}
}

func (c *clerk) screens(state string) {
	c.t.Helper()
	for _, screen := range []string{"Сегодня", "Обращения", "Архив", "Обмен", "Справочники", "Настройки", "Справка"} {
		link, err := c.find(nil, screen, "link")
		c.must(err)
		c.click(link)
		c.settle()
		c.axe(screen + ", " + state)
	}
}

// optionCount waits for options and counts them.
func (c *clerk) optionCount(scope scenario.Scope) int {
	c.t.Helper()
	c.wait(`document.querySelector("[role=option]")`)
	return len(c.query(scope, "option", ""))
}

// loadAxe puts axe-core into the page, once after each load of it.
func (c *clerk) loadAxe() {
	c.t.Helper()
	var there bool
	if c.eval(`typeof axe === "object"`, &there); there {
		return
	}
	source, err := os.ReadFile("../../web/node_modules/axe-core/axe.min.js")
	if err != nil {
		c.t.Fatalf("make deps installs axe-core: %v", err)
	}
	c.eval(string(source)+"; 0", nil)
}

// axe reports what is serious or critical, with the places.
func (c *clerk) axe(state string) {
	c.t.Helper()
	var violations []struct {
		ID, Impact, Help string
		Nodes            []struct {
			HTML           string
			FailureSummary string
		}
	}
	c.loadAxe()
	c.eval(`axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(r => `+
		`r.violations)`, &violations)
	for _, v := range violations {
		var places []string
		for _, n := range v.Nodes {
			html := []rune(n.HTML)
			places = append(places, fmt.Sprintf("\t%s\n\t\t%s", string(html[:min(len(html), 200)]),
				strings.ReplaceAll(n.FailureSummary, "\n", "\n\t\t")))
		}
		report := fmt.Sprintf("%s: %s %s: %s\n%s", state, v.Impact, v.ID, v.Help,
			strings.Join(places[:min(len(places), 4)], "\n"))
		if v.Impact == "serious" || v.Impact == "critical" {
			c.t.Error(report)
		} else {
			c.t.Log(report)
		}
	}
}
