package main

import (
	"fmt"
	"os"
	"path/filepath"

	"rroform/build/bench"
	"rroform/static"
	"rroform/wasm/classifier"
)

// benchFile holds all lines that were ever measured, relative to the root.
const benchFile = "build/out/bench.json"

// runBench measures the built page against its peers in one browser run.
func runBench(root string, _ []string) error {
	if err := ensureDeps(root); err != nil {
		return err
	}
	p, err := openBench(root)
	if err != nil {
		return err
	}
	defer p.Close()
	lines, err := benchSearch(root, p)
	if err != nil {
		return err
	}
	bench.Print(os.Stdout, lines)
	name := filepath.Join(root, benchFile)
	data, err := bench.Merge(name, lines)
	if err != nil {
		return err
	}
	fmt.Println(benchFile)
	return writeFile(name, data)
}

// openBench opens the built page with everything beside it that is measured.
func openBench(root string) (*bench.Page, error) {
	html, err := os.ReadFile(filepath.Join(root, outFile))
	if err != nil {
		return nil, fmt.Errorf("build the page first (make html): %w", err)
	}
	hook, err := os.ReadFile(filepath.Join(root, "web/peers/hook.js"))
	if err != nil {
		return nil, err
	}
	goroot, err := goEnv(root, "GOROOT")
	if err != nil {
		return nil, err
	}
	script, err := bundleScript(root, goroot, "peers/bench.mjs", "")
	if err != nil {
		return nil, err
	}
	core, err := compileWasm(root, "./build/bench/core", "-s -w")
	if err != nil {
		return nil, err
	}
	p, err := bench.Open(bench.Files{"/": html, "/core.wasm": core}, string(hook))
	if err != nil {
		return nil, err
	}
	if err := p.Eval(script.text, nil); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

func benchSearch(root string, p *bench.Page) ([]bench.Line, error) {
	table, err := classifier.Parse(static.Classifier(), static.ClassifierEdition)
	if err != nil {
		return nil, err
	}
	sets, err := evalSets(root, nil)
	if err != nil {
		return nil, err
	}
	var queries []string
	for _, r := range sets[len(sets)-1].requests {
		queries = append(queries, r.text)
	}
	return bench.Search(p, peerRows(table), queries)
}
