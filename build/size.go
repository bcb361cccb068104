package main

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// runSize prints the sizes of the parts of the page.
func runSize(root string, _ []string) error {
	b, err := buildSmall(root)
	if err != nil {
		return err
	}
	p, inPage := b.parts, base64.StdEncoding.EncodedLen(len(b.parts.core))
	script := base64.StdEncoding.EncodedLen(len(b.parts.script))
	rest := len(b.html) - len(p.style) - len(p.boot) - script - len(p.worker) - inPage
	printSizes(fmt.Sprintf("%s, of %d allowed", outFile, maxPage), map[string]int{
		"shell and policy": rest, "style": len(p.style), "boot script": len(p.boot), "page script": script,
		"worker": len(p.worker), "core": inPage}, 0)
	printSizes("page script", map[string]int{"minified": len(p.page), "in the file": script}, 0)
	printSizes("core", map[string]int{"wasm": len(b.core), "gzip": len(p.core), "base64": inPage}, 0)
	for _, script := range []struct {
		name string
		b    bundle
	}{{"page script by package, minified", b.page}, {"worker by package, minified", b.worker}} {
		sizes, err := bundleSizes(script.b.metafile)
		if err != nil {
			return err
		}
		printSizes(script.name, sizes, 15)
	}
	return coreSizes(root)
}

// coreSizes prints the largest Go packages in the core. The product has no symbol names, so
// coreSizes compiles a second core with names. Data cannot be attributed to packages.
func coreSizes(root string) error {
	named, err := compileCore(root, "")
	if err != nil {
		return err
	}
	functions, sections, err := wasmSizes(named)
	if err != nil {
		return err
	}
	packages, err := corePackages(root)
	if err != nil {
		return err
	}
	printSizes("core by section, before packing (custom sections are stripped from the product)", sections, 0)
	printSizes("core's code by Go package, before packing; data (embedded files, tables) not included",
		byPackage(functions, packages), 30)
	return nil
}

var notInSymbol = regexp.MustCompile(`[^\w.]`) // characters that Go's linker writes as _

// byPackage adds up functions by the longest package name that is a prefix of theirs.
func byPackage(functions map[string]int, packages []goPackage) map[string]int {
	names := map[string]string{} // name in symbols → import path
	for _, p := range packages {
		names[notInSymbol.ReplaceAllString(p.ImportPath, "_")] = p.ImportPath
	}
	sizes := map[string]int{}
	for function, size := range functions {
		name := "others (generated, generic, runtime glue)"
		for at := len(function) - 1; at > 0; at-- {
			if function[at] != '.' {
				continue
			}
			if p, ok := names[function[:at]]; ok {
				name = p
				break
			}
		}
		sizes[name] += size
	}
	return sizes
}

// bundleSizes returns bytes by npm package from esbuild's metafile of a bundle.
func bundleSizes(metafile string) (map[string]int, error) {
	var meta struct {
		Outputs map[string]struct {
			Inputs map[string]struct {
				BytesInOutput int `json:"bytesInOutput"`
			} `json:"inputs"`
		} `json:"outputs"`
	}
	if err := json.Unmarshal([]byte(metafile), &meta); err != nil {
		return nil, fmt.Errorf("metafile: %w", err)
	}
	sizes := map[string]int{}
	for _, output := range meta.Outputs {
		for input, of := range output.Inputs {
			sizes[npmPackage(input)] += of.BytesInOutput
		}
	}
	return sizes, nil
}

// Names for the parts of a bundle that are not npm packages.
const (
	goPart  = "Go's wasm_exec.js"
	ownPart = "our own"
)

func npmPackage(input string) string {
	_, path, inModules := strings.Cut(input, "node_modules/")
	switch {
	case strings.HasSuffix(input, "wasm_exec.js"):
		return goPart
	case !inModules:
		return ownPart
	}
	name := strings.SplitN(path, "/", 3)
	if strings.HasPrefix(path, "@") {
		return name[0] + "/" + name[1]
	}
	return name[0]
}

// printSizes prints the n largest (0 = all), largest first, and the sum of the rest.
func printSizes(title string, sizes map[string]int, n int) {
	fmt.Printf("\n%s\n", title)
	names := slices.SortedFunc(maps.Keys(sizes), func(a, b string) int {
		return cmp.Or(sizes[b]-sizes[a], strings.Compare(a, b))
	})
	rest := 0
	for i, name := range names {
		if n > 0 && i >= n {
			rest += sizes[name]
			continue
		}
		fmt.Printf("%10d  %s\n", sizes[name], name)
	}
	if rest > 0 {
		fmt.Printf("%10d  %d others\n", rest, len(names)-n)
	}
}
