package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

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

// offered waits for a list whose first option begins with the text, and returns
// the names of its options.
func (c *clerk) offered(first string) (names []string) {
	c.t.Helper()
	c.settle() // what is offered for the words before is not meant
	c.until(func() string {
		names = nil
		for _, list := range c.query(firstQuestion, "listbox", "Код вопроса") {
			for _, o := range c.queryIn(list, "option", "") {
				names = append(names, o.name)
			}
		}
		if len(names) == 0 || !strings.HasPrefix(names[0], first) {
			return fmt.Sprintf("offered %.300q, want «%s» first", names, first)
		}
		return ""
	})
	return names
}

// activeIs waits until the arrows have led to the option whose name begins with
// the text, "" = to none, and the eye sees it in the list.
func (c *clerk) activeIs(begin string) {
	c.t.Helper()
	c.until(func() string {
		name, seen := c.active()
		if begin == "" && name == "" || begin != "" && seen && strings.HasPrefix(name, begin) {
			return ""
		}
		return fmt.Sprintf("the arrows have led to «%s» (in sight: %v), want «%s»", name, seen, begin)
	})
}

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
	names := c.offered("0003.0009.0097.0690 Уличное освещение")
	if len(names) < 5 {
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
		c.activeIs(names[i][:19])
	}
	c.keys(kb.ArrowUp)
	for i := len(names) - 3; i >= 0; i-- {
		c.keys(kb.ArrowUp)
		c.activeIs(names[i][:19])
	}
	c.axe("an option chosen")

	// More typing begins at the top again; Escape closes and keeps the words.
	c.keys(strings.Repeat(kb.ArrowDown, 12) + " улица")
	c.offered("")
	c.activeIs("")
	reads(c.tab, `document.querySelector("[role=listbox]:not([hidden])")?.scrollTop ?? -1`, 0)
	c.keys(kb.Escape)
	c.gone(firstQuestion, "listbox", "Код вопроса")
	c.holds(firstQuestion, "Код вопроса", "фонари не горят улица")
	c.keys(kb.Enter) // with a closed list it takes nothing
	c.settle()
	c.holds(firstQuestion, "Код вопроса", "фонари не горят улица")

	// Down opens again, Enter takes what the arrows chose.
	c.keys(kb.ArrowDown)
	names = c.offered("")
	c.keys(kb.ArrowDown + kb.ArrowDown + kb.Enter)
	c.settle()
	second := names[1][:strings.Index(names[1], " ")]
	c.holds(firstQuestion, "Код вопроса", second)
	c.focusIsOn("Код вопроса")

	// The choice has taught, and the list says so.
	c.put("фонари не горят улица")
	c.until(func() string {
		names := c.offered("")
		told := slices.ContainsFunc(names, func(name string) bool {
			return strings.HasPrefix(name, second) &&
				strings.Contains(name, "вы выбирали его для слов: горят улица фонари")
		})
		if !told {
			return fmt.Sprintf("nothing says that %s was chosen: %q", second, names)
		}
		return ""
	})
	c.keys(kb.Tab) // goes on and takes nothing
	c.settle()
	c.focusIsOn("Статус")
	c.holds(firstQuestion, "Код вопроса", "фонари не горят улица")

	// An unknown code is reported, and Enter keeps it.
	c.focus(field)
	c.put("щщщщщ")
	c.says("Ничего не нашлось")
	c.keys(kb.Enter)
	c.holds(firstQuestion, "Код вопроса", "щщщщщ")
	c.put("0003.0009.0097.0690")
	c.offered("0003.0009.0097.0690")
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
		names := c.offered("0002.0014.0143.0389 ")
		if len(names) != 2 || !strings.HasPrefix(names[1], "0003.0009.0097.0694 ") {
			t.Fatalf("%s: offered %q", how, names)
		}
		c.axe("usual codes by " + how)
		c.picture("codes-usual-"+how, 1366, 768)
		c.keys(kb.Enter) // nothing was asked for: nothing is taken
		c.settle()
		c.holds(firstQuestion, "Код вопроса", "")
		c.keys(kb.Escape + kb.Tab)
		c.settle()
	}
	c.focus(field)
	c.keys(kb.ArrowDown)
	c.offered("0002.0014.0143.0389 ")
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
	const text = "На нашей улице второй месяц не горят фонари, вечером темно. К терапевту в поликлинику не " +
		"записаться, талонов нет. Прошу принять меры."
	const keepBox = "Хранить этот текст вместе с обращением"
	c.tabTo("Подсказать код по тексту")
	c.keys(kb.Enter)
	c.appears(suggestBox, "textbox")
	c.keys(kb.Tab)
	c.focusIsOn(suggestBox)
	c.put(text)
	c.wait(`document.querySelectorAll(".rro-suggested button").length >= 2`)
	c.until(func() string {
		var heard string // by a screen reader
		c.eval(`document.querySelector(".rro-suggest [aria-live]").textContent`, &heard)
		return lacks(heard, []string{"в тексте 2 вопроса", "Уличное освещение"})
	})
	c.axe("codes suggested")
	if n := c.stored(); n != 0 {
		t.Errorf("%d records of a text that is not kept", n)
	}
	c.keys(kb.Tab) // the tick
	c.focusIsOn(keepBox)
	c.tabToButton("Взять")
	c.keys(kb.Enter)
	c.settle()
	c.holds(firstQuestion, "Код вопроса", "0003.0009.0097.0690")
	c.focusIsOn("Вопрос 1")
	c.tabToButton("Взять") // past the other codes of the first question
	c.keys(kb.Enter)       // the second question has no place yet
	c.settle()
	c.holds([]string{"Вопрос 2"}, "Код вопроса", "0002.0014.0143.0413")
	c.keys(kb.Enter) // the same button now leads there
	c.focusIsOn("Статус")
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
	// the remarks are in sight
	c.wait(
		`(() => { const b = document.querySelector("#summary").getBoundingClientRect(),
			aside = document.querySelector("aside").getBoundingClientRect();
		return b.top + 80 <= Math.min(innerHeight, aside.bottom) &&
			document.querySelector("#summary").contains(document.elementFromPoint(b.left + 20, b.top + 60)); })()`)
	// Left without saving, the text is dropped and its codes stay.
	c.must(c.Open("Обращения"))
	c.eval(`history.back()`, nil)
	c.suggestTextIs("")

	// Kept from the first, in a card where nothing else was typed.
	c.newCard()
	before := c.stored()
	c.must(c.openSuggest())
	c.must(c.Check(nil, keepBox, true))
	c.settle() // a save that waits is in the save state at once
	if n := c.stored(); n != before {
		t.Errorf("a tick made a record: %d, were %d", n, before)
	}
	c.must(c.Fill(nil, suggestBox, "Не вывозят мусор. "))
	c.settle()
	if n := c.stored(); n != before+1 {
		t.Errorf("%d records with the kept text, want %d", n, before+1)
	}
	c.reload()
	c.suggestTextIs("Не вывозят мусор. ")
	box, err := c.find(nil, keepBox, "checkbox")
	c.must(err)
	if !c.checked(box) {
		t.Error("after a reload the tick is off")
	}
	c.must(c.Check(nil, keepBox, false))
	c.holds(nil, suggestBox, "Не вывозят мусор. ") // and taking the tick off has not closed the field
	c.reload()
	c.suggestTextIs("")
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

// suggestTextIs waits for the text in the box, which may be folded away.
func (c *clerk) suggestTextIs(want string) {
	c.t.Helper()
	reads(c.tab, `document.getElementById("suggest-text")?.value ?? "no box"`, want)
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
