package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// runCircles fails when files of web/ import each other in a circle, also when
// they import only types.
func runCircles(root string, _ []string) error {
	imports, err := importsOf(os.DirFS(filepath.Join(root, "web")))
	if err != nil {
		return err
	}
	if circle := findCircle(imports); circle != nil {
		return errors.New("files of web/ import each other in a circle:\n  " + strings.Join(circle, "\n  → "))
	}
	return nil
}

// ownImport is `from "./x"` and `import "./x"`: only own files have such paths.
var ownImport = regexp.MustCompile(`(?:from|import)\s*"(\.\.?/[^"]+)"`)

// importsOf lists what each TypeScript file imports of the others.
func importsOf(tree fs.FS) (map[string][]string, error) {
	files, err := sourceFiles(tree)
	if err != nil {
		return nil, err
	}
	imports := map[string][]string{}
	for _, name := range files {
		if !hasExt(name, ".ts", ".tsx") {
			continue
		}
		text, err := fs.ReadFile(tree, name)
		if err != nil {
			return nil, err
		}
		imports[name] = nil
		for _, m := range ownImport.FindAllSubmatch(text, -1) {
			imports[name] = append(imports[name], path.Join(path.Dir(name), string(m[1])))
		}
	}
	for name, targets := range imports {
		for i, target := range targets {
			if targets[i], err = fileOf(imports, target); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return imports, nil
}

// fileOf finds the file of an import, which has no extension.
func fileOf(files map[string][]string, target string) (string, error) {
	for _, extension := range []string{".ts", ".tsx", ".d.ts", ""} {
		if _, ok := files[target+extension]; ok {
			return target + extension, nil
		}
	}
	return "", fmt.Errorf("no file of the import %q", target)
}

// findCircle returns the files of a circle, the first one again at the end, or nil.
func findCircle(imports map[string][]string) []string {
	done := map[string]bool{}
	var way []string // from where the walk began to where it is
	var walk func(name string) []string
	walk = func(name string) []string {
		if at := slices.Index(way, name); at >= 0 {
			return append(slices.Clone(way[at:]), name)
		}
		if done[name] {
			return nil
		}
		way = append(way, name)
		for _, target := range imports[name] {
			if circle := walk(target); circle != nil {
				return circle
			}
		}
		way = way[:len(way)-1]
		done[name] = true
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(imports)) {
		if circle := walk(name); circle != nil {
			return circle
		}
	}
	return nil
}
