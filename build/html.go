package main

import (
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// outFile is the product, relative to the module's root.
const outFile = "build/out/rroform.html"

// built is a finished page and its parts, for `size`.
type built struct {
	html         string
	parts        parts
	core         []byte // before packing
	page, worker bundle
}

func runHTML(root string, _ []string) error { return writeHTML(root, gzip.BestCompression) }

func writeHTML(root string, level int) error {
	b, err := buildHTML(root, level)
	if err != nil {
		return err
	}
	page, core := filepath.Join(root, outFile), filepath.Join(root, "build/out/core.wasm")
	if err := errors.Join(writeFile(page, []byte(b.html)), writeFile(core, b.core)); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes (%.1f %% of the budget), build %s\n",
		outFile, len(b.html), 100*float64(len(b.html))/maxPage, b.parts.stamp)
	return nil
}

// buildHTML makes the page in memory and checks it.
func buildHTML(root string, level int) (*built, error) {
	if err := ensureDeps(root); err != nil {
		return nil, err
	}
	b, err := buildPage(root)
	if err != nil {
		return nil, err
	}
	if b.core, err = buildCore(root, b.parts.stamp); err != nil {
		return nil, err
	}
	b.parts.script, b.parts.core = pack([]byte(b.parts.page), level), pack(b.core, level)
	if b.html, err = assemble(b.parts); err != nil {
		return nil, err
	}
	if err := errors.Join(checkPage(b.html, b.parts), checkBlocks(b.html, b.parts.page, b.core)); err != nil {
		return nil, err
	}
	if level == gzip.BestCompression { // a lower level makes the page larger
		return b, checkSize(len(b.html))
	}
	return b, nil
}

// buildPage makes everything except the core, and the build stamp.
func buildPage(root string) (*built, error) {
	b := &built{}
	goroot, err := goEnv(root, "GOROOT")
	if err != nil {
		return nil, err
	}
	goVersion, err := goEnv(root, "GOVERSION")
	if err != nil {
		return nil, err
	}
	files, err := coreFiles(root)
	if err != nil {
		return nil, err
	}
	shell, err := os.ReadFile(filepath.Join(root, "web", "index.html"))
	if err != nil {
		return nil, err
	}
	p := &b.parts
	p.shell = string(shell)
	if p.style, err = buildStyle(root); err != nil {
		return nil, err
	}
	if p.boot, err = bootScript(root); err != nil {
		return nil, err
	}
	if b.page, err = bundleScript(root, goroot, "main.tsx", p.shell); err != nil {
		return nil, err
	}
	if b.worker, err = bundleScript(root, goroot, "core/worker.ts", p.shell); err != nil {
		return nil, err
	}
	p.stamp, err = computeStamp(root, goVersion, files, p.shell, p.style, p.boot, b.page.text, b.worker.text)
	if err != nil {
		return nil, err
	}
	if p.page, err = putStamp("the page", b.page.text, p.stamp); err != nil {
		return nil, err
	}
	p.worker, err = putStamp("the worker", b.worker.text, p.stamp)
	return b, err
}
