package faults

import (
	"context"
	"fmt"
	"strings"
	"time"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// end is a way in which the program is ended.
type end struct {
	name   string
	weight int // how often, of all weights together
	do     func(*browser) error
	// again starts the program again.
	again func(*browser) error
}

// ends are all ways. A killed browser gives the tab no time to react. A panic outside a
// call ends the core; a panic in a call must not end the core or the running operation.
var ends = []end{
	{"killed browser", 4, (*browser).kill, (*browser).open},
	{"closed tab", 2, func(b *browser) error { b.closeTab(); return nil }, (*browser).open},
	{"crashed tab", 1, (*browser).crash, (*browser).open},
	{"panic outside of calls", 2, (*browser).panicCore, (*browser).restartCore},
	{"panic in a call", 2, (*browser).panicCall, (*browser).ready},
	{"ended worker", 1, (*browser).endWorker, (*browser).open},
}

// goesOn reports whether the program survives, so that the running operation finishes.
func (e end) goesOn() bool { return e.name == "panic in a call" }

// killing ends the program some time after the start of an operation.
type killing struct {
	end   end
	after time.Duration
}

// kill kills the whole browser.
func (b *browser) kill() error {
	err := killGroup(b.process)
	b.close()
	return err
}

// crash ends the process of the tab.
func (b *browser) crash() error {
	tab := b.tab
	go func() { _ = chromedp.Run(tab, cdppage.Crash()) }() // is never answered
	time.Sleep(20 * time.Millisecond)
	return nil
}

// panicCall makes a call that panics in the core, because its file is not one. The answer
// must be an error with a Russian text.
func (b *browser) panicCall() error {
	ctx, cancel := context.WithTimeout(b.tab, patience)
	defer cancel()
	var said string
	if err := b.eval(ctx, "rroPanic()", &said); err != nil {
		return err
	}
	if !strings.Contains(said, "В программе произошла ошибка") {
		return fmt.Errorf("a call that panics is answered by %q", said)
	}
	return nil
}

// panicCore sends the core something that is not a message: Go panics outside a call.
func (b *browser) panicCore() error {
	return b.run(chromedp.Evaluate(`rroWorker.postMessage(undefined)`, nil))
}

func (b *browser) restartCore() error {
	if err := b.wait(`document.documentElement.dataset.core === "stopped"`); err != nil {
		return fmt.Errorf("after a panic of the core: %w", err)
	}
	if err := b.run(chromedp.Evaluate(`[...document.querySelectorAll("button")].find((b) => b.textContent === `+
		`"Перезапустить").click()`, nil)); err != nil {
		return err
	}
	return b.ready()
}

// endWorker ends the core without informing the page.
func (b *browser) endWorker() error {
	return b.run(chromedp.Evaluate(`rroWorker.terminate()`, nil))
}
