package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"rroform/static"
	"rroform/wasm/classifier"
	"rroform/wasm/finder"
)

const lexiconFile = "static/lexicon.bin"

// runLexicon compiles the everyday phrases, so that the core need not stem them at every
// start. With -check it only fails if the file is out of date.
func runLexicon(root string, args []string) error {
	l, err := compileLexicon(root)
	if err != nil {
		return err
	}
	name := filepath.Join(root, lexiconFile)
	data := l.Encode()
	if slices.Contains(args, "-check") {
		have, err := os.ReadFile(name)
		if err == nil && !bytes.Equal(have, data) {
			err = errors.New("static/phrases.tsv or the classifier has changed: run `go run ./build lexicon`")
		}
		return err
	}
	fmt.Printf("%s: %d bytes\n", lexiconFile, len(data))
	return writeFile(name, data)
}

// compileLexicon compiles the present phrases.
func compileLexicon(root string) (*finder.Lexicon, error) {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(root, "static", "phrases.tsv"))
	if err != nil {
		return nil, err
	}
	phrases, err := finder.ParsePhrases(data)
	if err != nil {
		return nil, err
	}
	return phrases.Compile(table), nil
}
