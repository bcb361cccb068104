package bidi

import "context"

// Keys that have no character, as WebDriver writes them.
const (
	Backspace  = '\uE003'
	TabKey     = '\uE004'
	Enter      = '\uE007'
	Control    = '\uE009'
	Shift      = '\uE008'
	Alt        = '\uE00A'
	Escape     = '\uE00C'
	PageUp     = '\uE00E'
	PageDown   = '\uE00F'
	End        = '\uE010'
	Home       = '\uE011'
	ArrowLeft  = '\uE012'
	ArrowUp    = '\uE013'
	ArrowRight = '\uE014'
	ArrowDown  = '\uE015'
	Delete     = '\uE017'
)

// Press presses keys one after another in the focused element while holding other keys.
func (t *Tab) Press(ctx context.Context, keys []rune, held ...rune) error {
	var steps []object
	step := func(kind string, key rune) { steps = append(steps, object{"type": kind, "value": string(key)}) }
	for _, key := range held {
		step("keyDown", key)
	}
	for _, key := range keys {
		step("keyDown", key)
		step("keyUp", key)
	}
	for _, key := range held {
		step("keyUp", key)
	}
	return t.perform(ctx, object{"type": "key", "id": "keyboard", "actions": steps})
}

// Click clicks the left button at a point of the window in CSS pixels, this many times,
// 50 ms apart: two make a double click.
func (t *Tab) Click(ctx context.Context, x, y float64, times int) error {
	if err := t.Focus(ctx); err != nil { // a real click does this too
		return err
	}
	steps := []object{{"type": "pointerMove", "x": int(x), "y": int(y)}}
	for n := range times {
		if n > 0 {
			steps = append(steps, object{"type": "pause", "duration": 50})
		}
		steps = append(steps, object{"type": "pointerDown", "button": 0}, object{"type": "pointerUp", "button": 0})
	}
	return t.perform(ctx, object{"type": "pointer", "id": "mouse", "parameters": object{"pointerType": "mouse"},
		"actions": steps})
}

func (t *Tab) perform(ctx context.Context, source object) error {
	return t.send(ctx, "input.performActions", object{"actions": []object{source}}, nil)
}
