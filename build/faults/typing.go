package faults

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"time"

	"github.com/chromedp/chromedp"
)

const (
	typedField = "Адрес" // its label on the card
	words      = "УлицаПримернаяДомСтроениеКвартира"
)

// listen sets the function that is called when the page reports a value as saved.
func (b *browser) listen(f func(value string)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tell = f
}

// typing types into the address of a card, key by key.
func (r *run) typing() (func(context.Context) error, error) {
	number := pick(r.random, r.log.numbers())
	id, key, base := r.log.ids[number], number+"/address", r.log.sure[number+"/address"]
	if id == "" {
		return nil, fmt.Errorf("no id of %s", number)
	}
	if len(base) > 300 {
		base = ""
	}
	text := []rune(words)[:6+r.random.IntN(len([]rune(words))-6)]
	values := []string{r.log.sure[key]}
	for i := range text {
		values = append(values, base+string(text[:i+1]))
	}
	b := r.browser
	card := fmt.Sprintf(`location.hash.includes(%q) && rroControl(%q)?.value === %q`, id, typedField, values[0])
	if err := errors.Join(
		b.run(chromedp.Evaluate(`location.hash = "#/"`, nil)), b.wait(`!document.querySelector("form.rro-card")`),
		b.run(chromedp.Evaluate(fmt.Sprintf(`location.hash = "#/appeals/%s"`, id), nil)), b.wait(card),
		b.run(chromedp.Evaluate(fmt.Sprintf(`{ const f = rroControl(%q); f.focus(); f.setSelectionRange(%d, `+
			`f.value.length); rroWatch(%[1]q, %[3]t) }`,
			typedField, len([]rune(base)), r.Pretend == "typed"), nil)),
	); err != nil {
		return nil, err
	}
	r.log.flight = &flight{after: r.log.sure, allowed: map[string][]string{key: values}}
	saved := make(chan int, len(values)) // number of keys saved
	at := 0
	b.listen(func(value string) {
		for i := at + 1; i < len(values); i++ {
			if values[i] != value {
				continue
			}
			at = i
			r.tally.Acknowledged++
			r.log.sure = maps.Clone(r.log.sure)
			r.log.sure[key] = value
			r.log.flight = &flight{after: r.log.sure, allowed: map[string][]string{key: values[i:]}}
			saved <- i
		}
	})
	pauses := make([]time.Duration, len(text))
	for i := range pauses {
		pauses[i] = time.Duration(r.random.IntN(60)) * time.Millisecond
	}
	return func(ctx context.Context) error {
		for i, char := range text {
			if err := chromedp.Run(ctx, chromedp.KeyEvent(string(char))); err != nil {
				return err
			}
			time.Sleep(pauses[i])
		}
		for {
			select {
			case n := <-saved:
				if n == len(text) {
					b.listen(nil)
					r.log.flight = nil
					return chromedp.Run(ctx, chromedp.Evaluate(`location.hash = "#/"`, nil))
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}, nil
}
