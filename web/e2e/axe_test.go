package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"rroform/wasm/scenario"
)

// TestAccessible lets axe-core judge every screen, empty and filled.
func TestAccessible(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	source, err := os.ReadFile("../../web/node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Fatalf("make deps installs axe-core: %v", err)
	}
	c.eval(string(source)+"; 0", nil)
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
	c.eval(`axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations)`, &violations)
	for _, v := range violations {
		var places []string
		for _, n := range v.Nodes {
			html := []rune(n.HTML)
			places = append(places, fmt.Sprintf("\t%s\n\t\t%s", string(html[:min(len(html), 200)]), strings.ReplaceAll(n.FailureSummary, "\n", "\n\t\t")))
		}
		report := fmt.Sprintf("%s: %s %s: %s\n%s", state, v.Impact, v.ID, v.Help, strings.Join(places[:min(len(places), 4)], "\n"))
		if v.Impact == "serious" || v.Impact == "critical" {
			c.t.Error(report)
		} else {
			c.t.Log(report)
		}
	}
}
