package faults

import (
	"fmt"
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

// ends are all of them. A killed browser leaves the tab no time for anything.
var ends = []end{
	{"killed browser", 4, (*browser).kill, (*browser).open},
	{"closed tab", 2, func(b *browser) error { b.closeTab(); return nil }, (*browser).open},
	{"crashed tab", 1, (*browser).crash, (*browser).open},
	{"panic of the core", 2, (*browser).panicCore, (*browser).restartCore},
	{"ended worker", 1, (*browser).endWorker, (*browser).open},
}

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

// panicCore sends the core what is no message: Go panics.
func (b *browser) panicCore() error {
	return b.run(chromedp.Evaluate(`rroWorker.postMessage(undefined)`, nil))
}

func (b *browser) restartCore() error {
	if err := b.wait(`document.documentElement.dataset.core === "stopped"`); err != nil {
		return fmt.Errorf("after a panic of the core: %w", err)
	}
	if err := b.run(chromedp.Evaluate(`[...document.querySelectorAll("button")].find((b) => b.textContent === "Перезапустить").click()`, nil)); err != nil {
		return err
	}
	return b.ready()
}

// endWorker ends the core without a word: the page is not told.
func (b *browser) endWorker() error {
	return b.run(chromedp.Evaluate(`rroWorker.terminate()`, nil))
}
