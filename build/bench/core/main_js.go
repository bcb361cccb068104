// Command core is the search of codes alone, compiled as the real core is, for
// `go run ./build bench`: it lets a page time the search itself, without
// messages and JSON. It lends the page functions and ends never.
package main

import (
	"syscall/js"
	"time"

	"rroform/static"
	"rroform/wasm/classifier"
)

func main() {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		panic(err)
	}
	var ix *classifier.Index
	lend("rroIndex", func([]js.Value) any {
		return timed(func() {
			if ix, err = classifier.LoadIndex(table, static.Lexicon()); err != nil {
				panic(err)
			}
		})
	})
	// rroSearch(text, times): milliseconds that all the searches took.
	lend("rroSearch", func(args []js.Value) any {
		text, times := args[0].String(), args[1].Int()
		return timed(func() {
			for range times {
				ix.Search(text, classifier.MaxHits, nil)
			}
		})
	})
	select {}
}

func lend(name string, do func(args []js.Value) any) {
	js.Global().Set(name, js.FuncOf(func(_ js.Value, args []js.Value) any { return do(args) }))
}

// timed returns milliseconds.
func timed(do func()) float64 {
	start := time.Now()
	do()
	return float64(time.Since(start)) / float64(time.Millisecond)
}
