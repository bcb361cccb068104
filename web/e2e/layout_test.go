package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// TestCardKeepsStill: a finding under a narrow field takes a line or two of the
// whole row, so the form below does not jump; the card's buttons stay in sight.
func TestCardKeepsStill(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.enterAppeal("1-ОГ")
	c.must(c.Open("Обращения"))
	c.must(c.Follow(nil, "1-ОГ"))
	top := func() (y float64) {
		c.eval(`document.querySelector(".rro-question").getBoundingClientRect().top`, &y)
		return y
	}
	c.wait(`document.querySelector(".rro-question")`)
	before := top()
	c.must(c.Fill(nil, "Дата регистрации в органе", "40.10.2026"))
	c.wait(`document.getElementById("f-registrationDate-findings")`)
	if moved := top() - before; moved > 45 {
		t.Errorf("a finding of one narrow field moves the questions by %v px", moved)
	}
	c.size(1366, 300)
	c.wait(
		`(window.scrollTo(0, document.body.scrollHeight), scrollY > 50) &&
			[...document.querySelectorAll(".rro-title button")].every(b => {
		const {top, bottom, left, right} = b.getBoundingClientRect();
		return top >= 0 && bottom <= innerHeight && document.elementFromPoint((left + right) / 2,
			(top + bottom) / 2) === b;
	})`)
}

// TestForcedColours: where the system gives the colours, a set box shows its own
// mark; a picture in the background would be white on white.
func TestForcedColours(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.newCard()
	c.run(emulation.SetEmulatedMedia().WithFeatures(
		[]*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}}))
	c.must(c.Check(nil, "Черновик (не выгружать)", true))
	c.wait(`(() => {
		const set = document.querySelector("input[type=checkbox]:checked"), style = set && getComputedStyle(set);
		return style && style.appearance !== "none" && style.backgroundImage === "none";
	})()`)
}

// TestRegisterAtDoubleSize: at 200 % every value of the register is in sight
// without scrolling sideways, each with its label.
func TestRegisterAtDoubleSize(t *testing.T) {
	t.Parallel()
	c := startClerk(t)
	c.enterAppeal("1-ОГ")
	c.size(683, 384)
	c.must(c.Open("Обращения"))
	c.wait(`document.querySelectorAll(".rro-register tbody td[data-label]").length > 5`)
	var outside []string
	c.eval(`[...document.querySelectorAll(".rro-register th, .rro-register td")].filter(cell => `+
		`cell.getBoundingClientRect().right > innerWidth).map(cell => cell.dataset.label ?? cell.textContent)`,
		&outside)
	if len(outside) > 0 {
		t.Errorf("out of sight: %q", outside)
	}
	if tables := c.query(nil, "table", "Обращения"); len(tables) != 1 {
		t.Errorf("%d tables named «Обращения», want 1", len(tables))
	}
	if cells := c.query(nil, "row", ""); len(cells) < 2 {
		t.Errorf("%d rows are left for a screen reader", len(cells))
	}
}
