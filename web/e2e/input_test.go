package e2e

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// middle scrolls the element into view and returns where its middle is, and whether
// anything covers it.
const middle = `function () {
	const free = () => {
		const box = this.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
		const hit = document.elementFromPoint(x, y);
		return {x, y, over: hit?.outerHTML.slice(0, 100) ?? "nothing", free: !!hit &&
			(this.contains(hit) || hit.closest("label")?.control === this)};
	};
	if (this.scrollIntoViewIfNeeded) this.scrollIntoViewIfNeeded();
	else if (!free().free) this.scrollIntoView({block: "center", inline: "nearest"});
	return free();
}`

// click presses the left button on the middle of the thing, the way a hand
// does. What lies over it (a toast) gets out of the way by the keyboard.
func (b *tab) click(n node) {
	b.t.Helper()
	b.do(func(ctx context.Context) error {
		var at struct {
			X, Y float64
			Free bool
			Over string
		}
		if err := b.driver.call(ctx, n, middle, &at); err != nil {
			return fmt.Errorf("scroll to «%s»: %w", n.name, err)
		}
		if at.Free {
			return b.driver.click(ctx, at.X, at.Y, 1)
		}
		b.t.Logf("«%s» is covered by %s: pressed by the keyboard", n.name, at.Over)
		if err := b.driver.focus(ctx, n); err != nil {
			return err
		}
		return b.driver.press(ctx, kb.Enter)
	})
}

// focus puts the cursor into the thing.
func (b *tab) focus(n node) {
	b.t.Helper()
	b.do(func(ctx context.Context) error { return b.driver.focus(ctx, n) })
}

// keys presses keys one after another in what has the focus.
func (b *tab) keys(text string, modifiers ...input.Modifier) {
	b.t.Helper()
	b.do(func(ctx context.Context) error { return b.driver.press(ctx, text, modifiers...) })
}

// put replaces the text of what has the focus in one stroke, as pasting does.
func (b *tab) put(text string) {
	b.t.Helper()
	b.do(func(ctx context.Context) error { return b.driver.put(ctx, text) })
}

// give gives files to a file input.
func (b *tab) give(n node, paths ...string) {
	b.t.Helper()
	b.do(func(ctx context.Context) error { return b.driver.setFiles(ctx, n, paths) })
}

// size sets the size of the page, CSS pixels.
func (b *tab) size(width, height int64) {
	b.t.Helper()
	b.do(func(ctx context.Context) error { return b.driver.viewport(ctx, width, height) })
}

// photo is a PNG of what the window shows of the page.
func (b *tab) photo() (png []byte) {
	b.t.Helper()
	b.do(func(ctx context.Context) (err error) {
		png, err = b.driver.screenshot(ctx)
		return err
	})
	return png
}
