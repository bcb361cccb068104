package e2e

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// onNode calls a JavaScript function with the thing as this.
func onNode(ctx context.Context, n node, function string, out any) error {
	object, err := dom.ResolveNode().WithBackendNodeID(n.id).WithObjectGroup("ax").Do(ctx)
	if err != nil {
		return err
	}
	result, exception, err := runtime.CallFunctionOn(function).WithObjectID(object.ObjectID).WithReturnByValue(true).Do(ctx)
	if err != nil {
		return err
	}
	if exception != nil {
		return exception
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(result.Value, out)
}

// click presses the left button on the middle of the thing, the way a hand
// does. What lies over it (a toast) gets out of the way by the keyboard.
func (b *tab) click(n node) {
	b.t.Helper()
	b.run(chromedp.ActionFunc(func(ctx context.Context) error {
		if err := dom.ScrollIntoViewIfNeeded().WithBackendNodeID(n.id).Do(ctx); err != nil {
			return fmt.Errorf("scroll to «%s»: %w", n.name, err)
		}
		var at struct {
			X, Y float64
			Free bool
		}
		if err := onNode(ctx, n, `function () {
			const box = this.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
			const hit = document.elementFromPoint(x, y);
			return {x, y, free: !!hit && (this.contains(hit) || hit.closest("label")?.control === this)};
		}`, &at); err != nil {
			return err
		}
		if at.Free {
			return chromedp.MouseClickXY(at.X, at.Y).Do(ctx)
		}
		b.t.Logf("«%s» is covered: pressed by the keyboard", n.name)
		if err := dom.Focus().WithBackendNodeID(n.id).Do(ctx); err != nil {
			return err
		}
		return chromedp.KeyEvent(kb.Enter).Do(ctx)
	}))
}

// focus puts the cursor into the thing.
func (b *tab) focus(n node) {
	b.t.Helper()
	b.run(dom.Focus().WithBackendNodeID(n.id))
}

// keys presses keys one after another in what has the focus.
func (b *tab) keys(text string, modifiers ...input.Modifier) {
	b.t.Helper()
	b.run(chromedp.KeyEvent(text, chromedp.KeyModifiers(modifiers...)))
}

// put replaces the text of what has the focus in one stroke, as pasting does.
func (b *tab) put(text string) {
	b.t.Helper()
	selectAll := input.DispatchKeyEvent(input.KeyDown).WithKey("a").WithCode("KeyA").WithWindowsVirtualKeyCode('A').
		WithModifiers(input.ModifierCtrl).WithCommands([]string{"selectAll"})
	release := input.DispatchKeyEvent(input.KeyUp).WithKey("a").WithCode("KeyA").WithWindowsVirtualKeyCode('A')
	b.run(selectAll, release)
	if text == "" {
		b.keys(kb.Delete)
		return
	}
	b.run(input.InsertText(text))
}
