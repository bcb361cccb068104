package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"rroform/wasm/finder"
)

// runLexicon compiles what the search knows: the phrases, so that the core need not stem them
// at every start, and how often codes are chosen. With -check it only fails if a file is out
// of date.
func runLexicon(root string, args []string) error {
	k, err := readKnowledge(root)
	if err != nil {
		return err
	}
	real, _, err := realRequests(root)
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{
		"lexicon.bin": k.lexicon(real).Encode(), "habits.tsv": k.habits(real).Encode(),
	} {
		path := filepath.Join(root, "static", name)
		if slices.Contains(args, "-check") {
			have, err := os.ReadFile(path)
			if err == nil && !bytes.Equal(have, data) {
				err = fmt.Errorf("what static/%s is made of has changed: run `go run ./build lexicon`", name)
			}
			if err != nil {
				return err
			}
			continue
		}
		fmt.Printf("static/%s: %d bytes\n", name, len(data))
		if err := writeFile(path, data); err != nil {
			return err
		}
	}
	return nil
}

// generalPhrases reads phrases.tsv.
func generalPhrases(root string) (finder.Phrases, error) {
	data, err := os.ReadFile(filepath.Join(root, "static", "phrases.tsv"))
	if err != nil {
		return nil, err
	}
	return finder.ParsePhrases(data)
}
