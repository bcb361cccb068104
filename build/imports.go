package main

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// layers are the packages in wasm/, from the bottom up. A package may import only packages
// of lower layers. A package that must notify those above it offers them a hook
// (ledger.Hooks).
var layers = [][]string{
	{"container", "foreign", "layout", "passphrase", "pattern", "records", "rpc", "scenario", "schema", "store",
		"zipdir"},
	{"appeal", "charset", "exchange", "store/idb", "store/sealed", "store/storetest"},
	{"archive", "calendar", "classifier", "directory", "office", "rules", "sheet", "store/vault"},
	{"explain", "finder", "generate", "hostile", "ledger", "merge", "query", "recognise", "report", "store/vaulttest",
		"table"},
	{"journal", "packs", "source"},
	{"register"},
	{"forming", "incoming"},
	{"tables"},
	{"app"},
	{""}, // main
}

const coreModule = "rroform/wasm"

// runImports checks that imports below wasm/ point downwards.
func runImports(root string, _ []string) error {
	bad, err := wrongImports(filepath.Join(root, "wasm"), layers)
	if err != nil {
		return err
	}
	if len(bad) > 0 {
		return errors.New("imports that point upwards (build/imports.go has the layers):\n\t" +
			strings.Join(bad, "\n\t"))
	}
	return nil
}

// wrongImports lists imports that do not point to a lower layer, and packages
// that no layer names. Tests may import what they like.
func wrongImports(dir string, layers [][]string) (bad []string, err error) {
	floor := map[string]int{}
	for n, names := range layers {
		for _, name := range names {
			floor[name] = n
		}
	}
	seen := map[string]bool{}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		from := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(rel)), ".")
		if _, known := floor[from]; !known {
			bad = append(bad, fmt.Sprintf("%s is in no layer", from))
		}
		seen[from] = true
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			to, ours := strings.CutPrefix(imported, coreModule+"/")
			if ours && floor[to] >= floor[from] {
				bad = append(bad, fmt.Sprintf("%s imports %s", filepath.ToSlash(rel), to))
			}
		}
		return nil
	})
	for _, names := range layers {
		for _, name := range names {
			if !seen[name] {
				bad = append(bad, fmt.Sprintf("layer names %q, which is no package", name))
			}
		}
	}
	slices.Sort(bad)
	return slices.Compact(bad), err
}
