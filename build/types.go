package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

const typesFile = "web/core/api.gen.ts"

// runTypes writes the page's view of the core; with -check it only says
// whether the file is what it would write.
func runTypes(root string, args []string) error {
	mux, tables := coreTable()
	text, err := typeScript(root, mux.Methods(), tables)
	if err != nil {
		return fmt.Errorf("types: %w", err)
	}
	name := filepath.Join(root, typesFile)
	if !slices.Contains(args, "-check") {
		return writeFile(name, text)
	}
	have, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if !bytes.Equal(have, text) {
		return errors.New(typesFile + " is not what the core's methods say: run `make types`")
	}
	return nil
}
