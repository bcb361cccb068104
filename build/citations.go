package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
)

// sourcesDoc lists the numbered sources and the ids that comments cite.
const sourcesDoc = "wasm/rules/SOURCES.md"

var (
	sourceLine = regexp.MustCompile(`\b0\d\d:\d+(?:[…–-]\d+)?`)
	ruleID     = regexp.MustCompile(`\b(?:[BDTZ]-\d\d(?:\.\d+)?|[GL]\d\d)\b`)
	ruleCode   = regexp.MustCompile(`Code: "([^"]+)"`)
	document   = regexp.MustCompile(`([\w./-]*\w\.md)\b(?:,? [«"]([^»"]+)[»"])?`)
	codeFile   = regexp.MustCompile(`(?:^|[^\w./*<‹…=:-])([\w./-]*\w\.(?:go|tsx?|mjs|scss|tsv))\b`)
	outside    = regexp.MustCompile(`\.\./shared\b|(?i:\bissues? #?\d+)`)
	link       = regexp.MustCompile(`\]\(([^()\s]+)\)`)
	heading    = regexp.MustCompile("(?m)^#+ +(.+)$")
	firstCell  = regexp.MustCompile(`(?m)^\| *([^| ]+) *\|`)
	notInSlug  = regexp.MustCompile(`[^\p{L}\p{N}_ -]`)
)

// citations knows all that a comment or a document may cite.
type citations struct {
	tree  fs.FS
	files []string
	known map[string]bool // numbered lines and ids of rules
}

// runCitations fails if a comment or a document cites what the repository does
// not have: a document or a section of it, a file of code, a line of a numbered
// source, the id of a rule, the target of a link.
func runCitations(root string, _ []string) error {
	bad, err := badCitations(os.DirFS(root))
	if err != nil || len(bad) == 0 {
		return err
	}
	return fmt.Errorf("citations that lead nowhere:\n%s", strings.Join(bad, "\n"))
}

// badCitations returns "file:line: what" of each citation that does not resolve.
func badCitations(tree fs.FS) ([]string, error) {
	files, err := sourceFiles(tree)
	if err != nil {
		return nil, err
	}
	c := citations{tree: tree, files: files, known: map[string]bool{}}
	for _, name := range files {
		cells := ruleCode
		if name == sourcesDoc {
			cells = firstCell
		} else if path.Dir(name) != path.Dir(sourcesDoc) || !hasExt(name, ".go") {
			continue
		}
		for _, m := range cells.FindAllStringSubmatch(c.text(name), -1) {
			c.known[m[1]] = true
		}
	}
	var bad []string
	for _, name := range files {
		for _, p := range passages(name, c.text(name)) {
			for _, what := range c.check(name, p.text) {
				bad = append(bad, fmt.Sprintf("%s:%d: %s", name, p.line, what))
			}
		}
	}
	return bad, nil
}

// text returns a file; an unreadable one has none, and then nothing resolves to it.
func (c *citations) text(name string) string {
	data, _ := fs.ReadFile(c.tree, name)
	return string(data)
}

// check returns the citations of a passage of the file name that do not resolve.
func (c *citations) check(name, text string) (bad []string) {
	bad = append(bad, outside.FindAllString(text, -1)...)
	for _, pattern := range []*regexp.Regexp{sourceLine, ruleID} {
		for _, id := range pattern.FindAllString(text, -1) {
			if !c.known[id] {
				bad = append(bad, id)
			}
		}
	}
	for _, m := range document.FindAllStringSubmatch(text, -1) {
		target := c.find(name, m[1])
		if target == "" || m[2] != "" && !c.hasSection(target, m[2]) {
			bad = append(bad, m[0])
		}
	}
	for _, m := range codeFile.FindAllStringSubmatch(text, -1) {
		if c.find(name, m[1]) == "" {
			bad = append(bad, m[1])
		}
	}
	if hasExt(name, ".md") {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if !c.linked(name, m[1]) {
				bad = append(bad, m[1])
			}
		}
	}
	return bad
}

// find returns the file that a name means: relative to the citing file, or the
// end of a path. "" = none.
func (c *citations) find(from, name string) string {
	for _, file := range []string{path.Join(path.Dir(from), name), path.Clean(name)} {
		if slices.Contains(c.files, file) {
			return file
		}
	}
	for _, file := range c.files {
		if strings.HasSuffix(file, "/"+path.Clean(name)) {
			return file
		}
	}
	return ""
}

// hasSection reports whether a heading of the document begins with the name.
func (c *citations) hasSection(file, name string) bool {
	for _, m := range heading.FindAllStringSubmatch(c.text(file), -1) {
		if strings.HasPrefix(m[1], name) {
			return true
		}
	}
	return false
}

// linked reports whether the target of a markdown link exists: a file, a folder
// or a heading.
func (c *citations) linked(from, target string) bool {
	if strings.Contains(target, ":") {
		return true // another site
	}
	file, anchor, _ := strings.Cut(target, "#")
	if file = path.Join(path.Dir(from), file); strings.HasPrefix(target, "#") {
		file = from
	}
	if _, err := fs.Stat(c.tree, file); err != nil {
		return false
	}
	for _, m := range heading.FindAllStringSubmatch(c.text(file), -1) {
		if slug(m[1]) == anchor {
			return true
		}
	}
	return anchor == ""
}

// slug is the anchor that GitHub gives to a heading.
func slug(title string) string {
	return strings.ReplaceAll(notInSlug.ReplaceAllString(strings.ToLower(title), ""), " ", "-")
}
