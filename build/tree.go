package main

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// notOurs are folders that hold installed or built files, and dot folders.
func notOurs(name string) bool {
	return name == "node_modules" || name == "out" || strings.HasPrefix(name, ".") && name != "."
}

// sourceFiles lists the files below root that we keep, as slash paths relative
// to root, in order.
func sourceFiles(tree fs.FS) ([]string, error) {
	var files []string
	err := fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && notOurs(d.Name()):
			return fs.SkipDir
		case d.Type().IsRegular():
			files = append(files, path)
		}
		return nil
	})
	return files, err
}

// hasExt reports whether the name ends with one of the extensions.
func hasExt(name string, extensions ...string) bool {
	return slices.Contains(extensions, filepath.Ext(name))
}
