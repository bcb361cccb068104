package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"
)

// maxWidth is the longest line of code, in columns; a tab counts as four.
const maxWidth = 120

// runWidth fails if a line of Go or TypeScript is too long. Generated files and
// test data may have longer ones.
func runWidth(root string, _ []string) error {
	wide, err := wideLines(os.DirFS(root))
	if err != nil || len(wide) == 0 {
		return err
	}
	return fmt.Errorf("lines of more than %d columns:\n%s", maxWidth, strings.Join(wide, "\n"))
}

// wideLines returns "file:line: columns" of each line that is too long.
func wideLines(tree fs.FS) ([]string, error) {
	files, err := sourceFiles(tree)
	if err != nil {
		return nil, err
	}
	var wide []string
	for _, name := range files {
		if !hasExt(name, ".go", ".ts", ".tsx") || strings.HasSuffix(name, ".gen.ts") ||
			strings.Contains(name, "testdata/") {
			continue
		}
		text, err := fs.ReadFile(tree, name)
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(bytes.NewReader(text))
		lines.Buffer(nil, len(text)+1)
		for n := 1; lines.Scan(); n++ {
			if w := utf8.RuneCount(lines.Bytes()) + 3*bytes.Count(lines.Bytes(), []byte("\t")); w > maxWidth {
				wide = append(wide, fmt.Sprintf("%s:%d: %d", name, n, w))
			}
		}
	}
	return wide, nil
}
