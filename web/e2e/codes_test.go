package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
)

// picture keeps the page at a size in the directory that RRO_SHOTS names.
func (c *clerk) picture(name string, width, height int64) {
	c.t.Helper()
	dir := os.Getenv("RRO_SHOTS")
	c.size(width, height)
	if dir == "" {
		return
	}
	c.must(os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%d.png", name, width)), c.photo(), 0o644))
}

// offered waits for the list to answer and returns the names of its options.
func (c *clerk) offered() (names []string) {
	c.t.Helper()
	c.settle()
	lists := c.query(firstQuestion, "listbox", "Код вопроса")
	if len(lists) != 1 {
		c.t.Fatalf("%d lists of codes", len(lists))
	}
	for _, o := range c.queryIn(lists[0], "option", "") {
		names = append(names, o.name)
	}
	return names
}

// active is the name of the option that the arrows have led to, "" = none, and
// whether the eye sees it in the list.
func (c *clerk) active() (name string, inSight bool) {
	c.t.Helper()
	var at struct {
		Name string
		Seen bool
	}
	c.eval(`(() => {
		const o = document.getElementById(document.activeElement.getAttribute("aria-activedescendant") ?? "-");
		if (!o) return {name: "", seen: false};
		const b = o.getBoundingClientRect();
		const hit = [b.top + 3, b.bottom - 3].every(y => o.contains(document.elementFromPoint(b.left + 20, y)));
		return {name: o.textContent, seen: hit && o.getAttribute("aria-selected") === "true"};
	})()`, &at)
	return at.Name, at.Seen
}

// TestCodeByKeyboard finds and takes codes without the mouse.
func TestCodeByKeyboard(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.size(1366, 768)
	c.newCard()
	field, err := c.find(firstQuestion, "Код вопроса", "combobox")
	c.must(err)
	c.focus(field)

	// Words: the list is open, the arrows go through every option and its groups.
	c.keys("фонари не горят")
	names := c.offered()
	if len(names) < 5 || !strings.HasPrefix(names[0], "0003.0009.0097.0690 Уличное освещение") {
		t.Fatalf("offered %.300q", names)
	}
	for _, name := range names {
		if len(name) < 20 || strings.Count(name[:19], ".") != 3 {
			t.Errorf("option «%s» does not begin with its code", name)
		}
	}
	if groups := c.query(firstQuestion, "group", ""); len(groups) < 2 || groups[0].name == "" {
		t.Errorf("groups %+v", groups)
	}
	c.axe("found by words")
	c.picture("codes-words", 1920, 1080)
	c.picture("codes-words", 1366, 768)
	for i := range names {
		c.keys(kb.ArrowDown)
		if name, seen := c.active(); !seen || !strings.HasPrefix(name, names[i][:19]) {
			t.Fatalf("arrow %d led to «%s» (in sight: %v), want «%s»", i+1, name, seen, names[i])
		}
	}
	c.keys(kb.ArrowUp)
	for i := len(names) - 3; i >= 0; i-- {
		c.keys(kb.ArrowUp)
		if name, seen := c.active(); !seen || !strings.HasPrefix(name, names[i][:19]) {
			t.Fatalf("back at %d: «%s» (in sight: %v), want «%s»", i, name, seen, names[i])
		}
	}
	c.axe("an option chosen")

	// More typing begins at the top again; Escape closes and keeps the words.
	c.keys(strings.Repeat(kb.ArrowDown, 12) + " улица")
	c.offered()
	var top float64
	c.eval(`document.querySelector("[role=listbox]:not([hidden])").scrollTop`, &top)
	if name, _ := c.active(); name != "" || top != 0 {
		t.Errorf("after more typing «%s» is chosen, the list stands at %v", name, top)
	}
	c.keys(kb.Escape)
	if c.there(firstQuestion, "listbox", "Код вопроса") || c.value(field) != "фонари не горят улица" {
		t.Errorf("after Escape the field holds «%s»", c.value(field))
	}
	c.keys(kb.Enter) // with a closed list it takes nothing
	if c.value(field) != "фонари не горят улица" {
		t.Errorf("Enter on a closed list made it «%s»", c.value(field))
	}

	// Down opens again, Enter takes what the arrows chose.
	c.keys(kb.ArrowDown)
	names = c.offered()
	c.keys(kb.ArrowDown + kb.ArrowDown + kb.Enter)
	c.settle()
	second := names[1][:strings.Index(names[1], " ")]
	c.holds(firstQuestion, "Код вопроса", second)
	if at := c.focused(); at.name != "Код вопроса" {
		t.Errorf("after Enter the focus is on %s «%s»", at.role, at.name)
	}

	// The choice has taught, and the list says so.
	c.put("фонари не горят улица")
	told := slices.ContainsFunc(c.offered(), func(name string) bool {
		return strings.HasPrefix(name, second) && strings.Contains(name, "вы выбирали его для слов: горят улица фонари")
	})
	if !told {
		t.Errorf("nothing says that %s was chosen", second)
	}
	c.keys(kb.Tab) // goes on and takes nothing
	c.settle()
	if at := c.focused(); at.name != "Статус" {
		t.Errorf("Tab led to %s «%s»", at.role, at.name)
	}
	c.holds(firstQuestion, "Код вопроса", "фонари не горят улица")

	// A code that nobody has: said, and Enter keeps it.
	c.focus(field)
	c.put("щщщщщ")
	c.settle()
	if !strings.Contains(c.text(), "Ничего не нашлось") {
		t.Error("nobody says that nothing was found")
	}
	c.keys(kb.Enter)
	c.holds(firstQuestion, "Код вопроса", "щщщщщ")
	c.put("0003.0009.0097.0690")
	c.offered()
	c.keys(kb.Enter)
	c.settle()
	c.holds(firstQuestion, "Код вопроса", "0003.0009.0097.0690")
}

// TestUsualCodes: an empty field offers favourites and what is used most.
func TestUsualCodes(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.enterAppeal("1-ОГ") // 0694
	c.must(c.Open("Справочники"))
	c.must(c.Fill(nil, "Поиск по классификатору", "0002.0014.0143.0389"))
	c.must(c.Press(nil, "В избранное код 0002.0014.0143.0389"))
	c.newCard()
	field, err := c.find(firstQuestion, "Код вопроса", "combobox")
	c.must(err)
	for how, open := range map[string]func(){
		"arrow": func() { c.focus(field); c.keys(kb.ArrowDown) },
		"click": func() { c.click(field) },
	} {
		open()
		names := c.offered()
		if len(names) != 2 || !strings.HasPrefix(names[0], "0002.0014.0143.0389 ") || !strings.HasPrefix(names[1], "0003.0009.0097.0694 ") {
			t.Fatalf("%s: offered %q", how, names)
		}
		c.axe("usual codes by " + how)
		c.picture("codes-usual-"+how, 1366, 768)
		c.keys(kb.Enter) // nothing was asked for: nothing is taken
		if got := c.value(field); got != "" {
			t.Errorf("%s: Enter took «%s»", how, got)
		}
		c.keys(kb.Escape + kb.Tab)
		c.settle()
	}
	c.focus(field)
	c.keys(kb.ArrowDown)
	c.offered()
	c.keys(kb.ArrowDown + kb.ArrowDown + kb.Enter)
	c.settle()
	c.holds(firstQuestion, "Код вопроса", "0003.0009.0097.0694")
}

const suggestBox = "Текст обращения (для подсказки, в архив не попадает)"

// TestSuggestByText: paste, take by the keyboard, keep or do not keep.
func TestSuggestByText(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.size(1366, 768)
	c.newCard()
	const text = "На нашей улице второй месяц не горят фонари, вечером темно. К терапевту в поликлинику не записаться, талонов нет. Прошу принять меры."
	const keepBox = "Хранить этот текст вместе с обращением"
	c.tabTo("Подсказать код по тексту")
	c.keys(kb.Enter)
	c.appears(suggestBox, "textbox")
	c.keys(kb.Tab)
	if at := c.focused(); at.name != suggestBox {
		t.Fatalf("the focus is on %s «%s»", at.role, at.name)
	}
	c.put(text)
	c.wait(`document.querySelectorAll(".rro-suggested button").length >= 2`)
	c.settle()
	var heard string
	c.eval(`document.querySelector(".rro-suggest [aria-live]").textContent`, &heard)
	if !strings.Contains(heard, "в тексте 2 вопроса") || !strings.Contains(heard, "Уличное освещение") {
		t.Errorf("a screen reader hears %q", heard)
	}
	c.axe("codes suggested")
	if n := c.stored(); n != 0 {
		t.Errorf("%d records of a text that is not kept", n)
	}
	c.keys(kb.Tab) // the tick
	if at := c.focused(); at.name != keepBox {
		t.Fatalf("the focus is on %s «%s»", at.role, at.name)
	}
	c.tabToButton("Взять")
	c.keys(kb.Enter)
	c.settle()
	c.holds(firstQuestion, "Код вопроса", "0003.0009.0097.0690")
	if at := c.focused(); at.name != "Вопрос 1" || at.role != "button" {
		t.Errorf("after taking the focus is on %s «%s»", at.role, at.name)
	}
	c.keys(kb.Tab + kb.Enter) // the second question has no place yet
	c.settle()
	if n := len(c.query(nil, "group", "Вопрос 2")); n != 1 {
		t.Fatalf("%d groups «Вопрос 2»", n)
	}
	c.holds([]string{"Вопрос 2"}, "Код вопроса", "0002.0014.0143.0413")
	c.keys(kb.Enter) // the same button now leads there
	if at := c.focused(); at.name != "Статус" {
		t.Errorf("the button of a taken code leads to %s «%s»", at.role, at.name)
	}
	// The remarks below stay in sight.
	c.must(c.Fill(nil, "Дата поступления в орган", "31.02.2026"))
	later, err := c.find(nil, "Сохранить и следующее", "button")
	c.must(err)
	c.click(later)
	_, err = c.find(nil, "Замечания", "alert")
	c.must(err)
	c.eval(`scrollTo(0, 0)`, nil)
	c.picture("suggest", 1920, 1080)
	c.picture("suggest", 1366, 768)
	var seen bool
	c.eval(`(() => { const b = document.querySelector("#summary").getBoundingClientRect(), aside = document.querySelector("aside").getBoundingClientRect();
		return b.top + 80 <= Math.min(innerHeight, aside.bottom) && document.querySelector("#summary").contains(document.elementFromPoint(b.left + 20, b.top + 60)); })()`, &seen)
	if !seen {
		t.Error("the remarks are out of sight")
	}
	// Left without keeping, the text is gone and its codes stay.
	c.must(c.Open("Обращения"))
	c.eval(`new Promise(done => history.back() ?? setTimeout(done, 300))`, nil)
	c.settle()
	if got := c.suggestText(); got != "" {
		t.Errorf("the text is still there: %q", got)
	}

	// Kept from the first, in a card where nothing else was typed.
	c.newCard()
	before := c.stored()
	c.must(c.openSuggest())
	c.must(c.Check(nil, keepBox, true))
	time.Sleep(500 * time.Millisecond) // longer than a save waits
	c.settle()
	if n := c.stored(); n != before {
		t.Errorf("a tick made a record: %d, were %d", n, before)
	}
	c.must(c.Fill(nil, suggestBox, "Не вывозят мусор. "))
	c.settle()
	if n := c.stored(); n != before+1 {
		t.Errorf("%d records with the kept text, want %d", n, before+1)
	}
	c.reload()
	if got := c.suggestText(); got != "Не вывозят мусор. " {
		t.Errorf("after a reload the text is %q", got)
	}
	if box, err := c.find(nil, keepBox, "checkbox"); err != nil || !c.checked(box) {
		t.Errorf("after a reload the tick is off, %v", err)
	}
	c.must(c.Check(nil, keepBox, false))
	if got := c.suggestText(); got != "Не вывозят мусор. " {
		t.Errorf("without the tick the text on the screen is %q", got)
	}
	if !c.there(nil, "textbox", suggestBox) {
		t.Error("taking the tick off has closed the field")
	}
	c.reload()
	if got := c.suggestText(); got != "" {
		t.Errorf("not kept, and after a reload still %q", got)
	}
}

func (c *clerk) openSuggest() error {
	if c.there(nil, "textbox", suggestBox) {
		return nil
	}
	c.tabTo("Подсказать код по тексту")
	c.keys(kb.Enter)
	_, err := c.find(nil, suggestBox, "textbox")
	return err
}

func (c *clerk) suggestText() (text string) {
	c.t.Helper()
	c.eval(`document.getElementById("suggest-text").value`, &text)
	return text
}

func (c *clerk) tabToButton(name string) {
	c.t.Helper()
	for range 5 {
		c.keys(kb.Tab)
		if at := c.focused(); at.role == "button" && at.name == name {
			return
		}
	}
	c.t.Fatalf("no Tab leads to the button «%s»", name)
}
