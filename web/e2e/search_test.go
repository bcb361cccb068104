package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestSearchNumber: the appeal whose number was typed is the first row; words in
// the wrong keyboard layout are asked back where nothing is found.
func TestSearchNumber(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	for _, number := range []string{"2-ОГ", "12-ОГ", "22-ОГ"} { // the newest would be first
		c.enterAppeal(number)
	}
	for query, want := range map[string]string{"2-ОГ": "2-ОГ 22-ОГ 12-ОГ", "12": "12-ОГ", "№ 22-ОГ": "22-ОГ"} {
		c.must(c.Fill(nil, "Поиск", query))
		c.rowsAre(want)
	}
	c.must(c.Fill(nil, "Поиск", "Bdfyjd"))
	c.must(c.Press(nil, "Искать: Иванов"))
	c.rowsAre("22-ОГ 12-ОГ 2-ОГ")
	c.must(c.Fill(nil, "Поиск", "Bdfyjd 12-JU"))
	c.must(c.Press(nil, "Искать: Иванов 12-ОГ"))
	c.rowsAre("12-ОГ")
	reads(c.tab, `document.getElementById("filter-query").value`, "Иванов 12-ОГ")
}

// rowsAre waits until the register shows these numbers.
func (c *clerk) rowsAre(want string) {
	c.t.Helper()
	c.until(func() string {
		var got []string
		c.eval(`[...document.querySelectorAll("table.rro-register tbody th a")].map((a) => a.textContent)`, &got)
		if rows := strings.Join(got, " "); rows != want {
			return fmt.Sprintf("the register shows «%s», want «%s»", rows, want)
		}
		return ""
	})
}

// TestWrongLayout: codes are found, dates and codes read, a number is pointed at.
func TestWrongLayout(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.newCard()
	code, err := c.find(firstQuestion, "Код вопроса", "combobox")
	c.must(err)
	for typed, meant := range map[string]string{"zvf yf ljhjut": "яма на дороге",
		"ytljcnegyfz cnjbvjcnm ktrfhcnd": "недоступная стоимость лекарств"} {
		var offered [2][]string
		for i, words := range []string{meant, typed} {
			c.focus(code)
			c.put(words)
			offered[i] = c.offered("0")
		}
		if !slices.Equal(offered[0][:5], offered[1][:5]) {
			t.Errorf("%s: %q, want %q", typed, offered[1][:5], offered[0][:5])
		}
	}
	c.must(c.Fill(firstQuestion, "Код вопроса", "0003ю0009ю0097ю0694"))
	c.holds(firstQuestion, "Код вопроса", "0003.0009.0097.0694")
	c.must(c.Fill(nil, "Дата регистрации в органе", "05ю10ю2026"))
	c.holds(nil, "Дата регистрации в органе", "05.10.2026")
	for _, number := range []string{"F26-02-000000601", "A26-02-000000601"} { // the second with a Latin A
		c.must(c.Fill(nil, numberField, number))
		c.holds(nil, numberField, number)
		c.found(nil, numberField, "похож на «А26-…»")
	}
	c.must(c.Press(nil, "Поставить «А26-02-000000601»"))
	c.holds(nil, numberField, "А26-02-000000601")
}
