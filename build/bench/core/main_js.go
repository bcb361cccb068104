// Command core is parts of the core by themselves, compiled as the real core is,
// for `go run ./build bench`: it lets a page time them without messages, JSON
// and storage. It lends the page functions and ends never.
package main

import (
	"syscall/js"
	"time"

	"rroform/static"
	"rroform/wasm/archive"
	"rroform/wasm/classifier"
	"rroform/wasm/finder"
)

func main() {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		panic(err)
	}
	var ix *finder.Index
	lend("rroIndex", func([]js.Value) any {
		return timed(func() {
			if ix, err = finder.LoadIndex(table, static.Lexicon(), static.Habits()); err != nil {
				panic(err)
			}
		})
	})
	// rroSearch(text, times): milliseconds that all the searches took.
	lend("rroSearch", func(args []js.Value) any {
		text, times := args[0].String(), args[1].Int()
		return timed(func() {
			for range times {
				ix.Search(text, finder.MaxHits, nil)
			}
		})
	})
	// rroReadArchive(Uint8Array): how many entries of an archive fit the schema.
	lend("rroReadArchive", func(args []js.Value) any {
		data := make([]byte, args[0].Length())
		js.CopyBytesToGo(data, args[0])
		fit := 0
		err := archive.Usual.Walk(data, func(_, _ int, f archive.File) error {
			if read, err := archive.Unmarshal(f.Data); err == nil && read.Fits {
				fit++
			}
			return nil
		})
		if err != nil {
			panic(err)
		}
		return fit
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
