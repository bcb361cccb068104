package main

import (
	"go/scanner"
	"go/token"
	"regexp"
	"strings"
)

// passage is a part of a file that people read: a comment with its marks
// removed and its lines joined, or the line of a document.
type passage struct {
	line int
	text string
}

var (
	slashComment = regexp.MustCompile(`(?:^|\s)//+ ?(.*)$|^\s*(?:/\*+|\*)(.*)$`)
	wholeLine    = regexp.MustCompile(`^(.*)$`)
	hashComment  = regexp.MustCompile(`^#+ ?(.*)$`)
)

// passages returns what may cite something: comments of code, the sources of
// rules, all of a document. Other files have none.
func passages(name, text string) []passage {
	switch {
	case strings.HasSuffix(name, ".gen.ts") || strings.Contains(name, "/fixtures/"):
		return nil
	case hasExt(name, ".go"):
		return goPassages(text)
	case hasExt(name, ".md"):
		return byLine(text, wholeLine)
	case hasExt(name, ".ts", ".tsx", ".mjs", ".scss"):
		return byLine(text, slashComment)
	case name == "Makefile" || strings.HasPrefix(name, "testdata/") && hasExt(name, ".txt"):
		return byLine(text, hashComment)
	}
	return nil
}

// byLine returns what the pattern finds in each line. Lines of a comment are
// joined, because a citation may be broken; those of a document are not.
func byLine(text string, pattern *regexp.Regexp) (list []passage) {
	last := -1
	for i, line := range strings.Split(text, "\n") {
		m := pattern.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		list = join(list, passage{i + 1, strings.Join(m[1:], "")}, last == i && pattern != wholeLine)
		last = i + 1
	}
	return list
}

// goPassages returns the comments of a Go file and the values of fields named
// Source, where the table of rules cites.
func goPassages(text string) (list []passage) {
	files := token.NewFileSet()
	file := files.AddFile("", files.Base(), len(text))
	var s scanner.Scanner
	s.Init(file, []byte(text), nil, scanner.ScanComments)
	var before [2]string
	last := 0
	for {
		at, tok, lit := s.Scan()
		line := files.Position(at).Line
		switch {
		case tok == token.EOF:
			return list
		case tok == token.COMMENT:
			list = join(list, passage{line, strings.Trim(lit, "/* ")}, last == line-1)
			last = line
			continue
		case tok == token.STRING && before == [2]string{"Source", ":"}:
			list = append(list, passage{line, lit})
		}
		if lit == "" {
			lit = tok.String()
		}
		before = [2]string{before[1], lit}
	}
}

// join adds a passage, to the last one if it goes on there.
func join(list []passage, p passage, on bool) []passage {
	if !on || len(list) == 0 {
		return append(list, p)
	}
	list[len(list)-1].text += " " + strings.TrimSpace(p.text)
	return list
}
