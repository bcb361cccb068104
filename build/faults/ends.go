package faults

import (
	"context"
	"fmt"
	"strings"
	"time"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// end is a way in which the program comes to its end.
type end struct {
	name   string
	weight int // how often, of all weights together
	do     func(*browser) error
	// again brings the program back.
	again func(*browser) error
}

// ends are all of them. A killed browser leaves the tab no time for anything. A
// panic ends the core only where no call is to blame; a panic in a call must
// leave the core, and the operation under way, alive.
var ends = []end{
	{"killed browser", 4, (*browser).kill, (*browser).open},
	{"closed tab", 2, func(b *browser) error { b.closeTab(); return nil }, (*browser).open},
	{"crashed tab", 1, (*browser).crash, (*browser).open},
	{"panic outside of calls", 2, (*browser).panicCore, (*browser).restartCore},
	{"panic in a call", 2, (*browser).panicCall, (*browser).ready},
	{"ended worker", 1, (*browser).endWorker, (*browser).open},
}

// goesOn reports whether the program outlives the end: what is under way then
// comes to an end of its own.
func (e end) goesOn() bool { return e.name == "panic in a call" }

// killing ends the program some time after the start of an operation.
type killing struct {
	end   end
	after time.Duration
}

// kill ends the whole browser without a word.
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

// panicCall makes a call that panics in the core while it works: what it is to
// read is no file. The answer must be an error that speaks.
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

// panicCore sends the core what is no message: Go panics, and no call is to blame.
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

// endWorker ends the core without a message to the page.
func (b *browser) endWorker() error {
	return b.run(chromedp.Evaluate(`rroWorker.terminate()`, nil))
}
