package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// TestKeyboardOnly enters an appeal without the mouse. The order of Tab is the
// order of ЛАРМ's form.
func TestKeyboardOnly(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.size(1366, 768)
	c.must(c.Open("Обращения"))
	c.tabTo("Новое обращение")
	c.keys(kb.Enter)
	c.settle()
	for i, step := range []struct {
		field string
		do    func()
	}{
		{directBox, func() { c.keys(" ") }},
		{"Формат обращения", func() { c.keys(kb.ArrowDown + kb.ArrowUp) }},
		{numberField, func() { c.keys("77-ОГ") }},
		{"Дата документа по обращению", func() {}},
		{"Дата поступления в орган", func() { c.keys("05.10.2026") }},
		{"Дата регистрации в органе", func() { c.keys("06.10.2026") }},
		{"ФИО", func() { c.keys("Иванов Иван Иванович") }},
		{"Адрес", func() { c.keys("г. Калуга, ул. Циолковского, д.8") }},
		{"E-mail", func() { c.keys("user@hostname.com") }},
		{"Код вопроса", func() { c.pickByKeys("0003.0009.0097.0694") }},
		{"Статус", func() { c.keys(strings.Repeat(kb.ArrowDown, 6)) }}, // Рассмотрено. Поддержано
		{"Дата ответа", func() { c.keys("20.10.2026") }},
		{"Да", func() { c.keys(" " + kb.ArrowDown) }}, // of «Меры приняты»; the arrow goes on to «Нет»
		{"Файл ответа", func() {}},
		{"Добавить вопрос", func() {}},
	} {
		if i > 0 {
			c.keys(kb.Tab)
		}
		c.focusIsOn(step.field)
		step.do()
	}
	c.settle()
	c.fitsScreen()
	c.keys(kb.Enter, input.ModifierCtrl)
	c.must(c.toNextCard())
	c.focusIsOn(directBox)
	c.must(c.Open("Обращения"))
	row, err := c.find(nil, "77-ОГ", "link")
	c.must(err)
	c.click(row)
	c.settle()
	for field, want := range map[string]string{numberField: "77-ОГ", "Дата поступления в орган": "05.10.2026",
		"ФИО":   "Иванов Иван Иванович",
		"Адрес": "г. Калуга, ул. Циолковского, д.8", "E-mail": "user@hostname.com"} {
		c.holds(nil, field, want)
	}
	c.noAlert() // the appeal has no findings
	no, err := c.find(firstQuestion, "Нет", "radio")
	c.must(err)
	if !c.checked(no) {
		t.Error("«Меры приняты» is not «Нет»")
	}
}

// tabTo presses Tab until the thing has the focus.
func (c *clerk) tabTo(name string) {
	c.t.Helper()
	for range 60 {
		if c.focused().name == name {
			return
		}
		c.keys(kb.Tab)
	}
	c.t.Fatalf("no Tab leads to «%s»", name)
}

// pickByKeys types the code and takes the option that Enter would take.
func (c *clerk) pickByKeys(code string) {
	c.t.Helper()
	c.keys(code)
	c.settle()
	_, err := c.option(firstQuestion, code)
	c.must(err)
	c.keys(kb.Enter)
	c.settle()
	c.holds(firstQuestion, "Код вопроса", code)
}

// fitsScreen checks the rule that one question needs no scrolling, and leaves
// a picture for the eye.
func (c *clerk) fitsScreen() {
	c.t.Helper()
	var size struct{ Need, Have float64 }
	c.eval(`({need: document.documentElement.scrollHeight, have: innerHeight})`, &size)
	if size.Need > size.Have {
		c.t.Errorf("the card is %v high, the window %v", size.Need, size.Have)
	}
	if err := os.WriteFile(filepath.Join("..", "..", "build", "out", "card.png"), c.photo(), 0o644); err != nil {
		c.t.Error(err)
	}
	var height float64
	c.eval(`document.querySelector("main").getBoundingClientRect().bottom + scrollY`, &height)
	c.t.Logf("the card ends at %v of %v", height, size.Have)
}
