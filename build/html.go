package main

import (
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

func runHTML(root string, _ []string) error {
	b, err := buildSmall(root)
	if err != nil {
		return err
	}
	return b.write(root)
}

// buildSmall makes the product.
func buildSmall(root string) (*built, error) {
	b, err := buildHTML(root, squeeze)
	if err != nil {
		return nil, err
	}
	return b, checkSize(len(b.html))
}

func (b *built) write(root string) error {
	page, core := filepath.Join(root, outFile), filepath.Join(root, "build/out/core.wasm")
	if err := errors.Join(writeFile(page, []byte(b.html)), writeFile(core, b.core)); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes (%.1f %% of the budget), build %s\n",
		outFile, len(b.html), 100*float64(len(b.html))/maxPage, b.parts.stamp)
	return nil
}

// buildHTML makes the page in memory and checks it. Its size is left to the caller.
func buildHTML(root string, pack packer) (*built, error) {
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
	if b.parts.script, err = pack(root, []byte(b.parts.page)); err != nil {
		return nil, err
	}
	if b.parts.core, err = pack(root, b.core); err != nil {
		return nil, err
	}
	if b.html, err = assemble(b.parts); err != nil {
		return nil, err
	}
	return b, errors.Join(checkPage(b.html, b.parts), checkBlocks(b.html, b.parts.page, b.core))
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
