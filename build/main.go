// Command build makes the page and everything around it:
//
//	go run ./build html     build/out/rroform.html, the product
//	go run ./build types    web/core/api.gen.ts from the core's method table
//	go run ./build dev      rebuild on change and serve on this machine
//	go run ./build size     what the page's bytes are made of
//	go run ./build open     open the built page
//	go run ./build deps     npm ci, when the lock file has changed
//	go run ./build imports  check that imports point down the layers
//	go run ./build lexicon  static/lexicon.bin from static/phrases.tsv
//	go run ./build eval     score the search of codes on labelled requests
//	go run ./build bench    time the built page and its peers in a browser
//	go run ./build faults   kill the built page and see what it loses
//	go run ./build test     run targets of the Makefile and list what failed
//	go run ./build citations  check that what comments and documents cite exists
//	go run ./build width    check that no line of code is too long
//	go run ./build testweb  unit tests of the page, in Node
//	go run ./build circles  check that files of web/ do not import each other in a circle
//	go run ./build vulns    govulncheck and npm audit, if they reach their databases
//	go run ./build release  build/out/release: the page and the files distributed with it
//	go run ./build twice    build in two other folders and compare
//
// It needs Go, Node and npm, and no network once the packages are installed.
package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

var commands = map[string]func(root string, args []string) error{
	"deps":      runDeps,
	"html":      runHTML,
	"imports":   runImports,
	"types":     runTypes,
	"dev":       runDev,
	"size":      runSize,
	"open":      runOpen,
	"test":      runTest,
	"testweb":   runTestWeb,
	"circles":   runCircles,
	"vulns":     runVulns,
	"eval":      runEval,
	"bench":     runBench,
	"faults":    runFaults,
	"lexicon":   runLexicon,
	"release":   runRelease,
	"twice":     runTwice,
	"citations": runCitations,
	"width":     runWidth,
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("which of %s?", strings.Join(slices.Sorted(maps.Keys(commands)), ", "))
	}
	command, ok := commands[args[0]]
	if !ok {
		return fmt.Errorf("no subcommand %q", args[0])
	}
	root, err := findRoot()
	if err != nil {
		return err
	}
	return command(root, args[1:])
}

// findRoot returns the module's root. The working directory may be any folder in it.
func findRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("no go.mod here or above")
		}
		dir = parent
	}
}

// writeFile replaces a file atomically, so that a reader (a browser, another build) never
// sees a part of it.
func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".tmp-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // no effect after the rename
	_, err = temp.Write(data)
	if err = errors.Join(err, temp.Chmod(0o644), temp.Close()); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return os.Rename(temp.Name(), name)
}
