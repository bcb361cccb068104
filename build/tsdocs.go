package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// source is what the generator reads of a Go package.
type source struct {
	files []*ast.File       // in the order of their names
	docs  map[string]string // comments by Type, Type.Field, Function, Type.Method
}

// source parses a package of this module; of any other it has nothing.
// An error is kept in g.err.
func (g *generator) source(pkgPath string) *source {
	if have := g.sources[pkgPath]; have != nil {
		return have
	}
	s := &source{docs: map[string]string{}}
	g.sources[pkgPath] = s
	dir, ours := strings.CutPrefix(pkgPath, "rroform/")
	if !ours {
		return s
	}
	names, err := filepath.Glob(filepath.Join(g.root, filepath.FromSlash(dir), "*.go"))
	g.err = errors.Join(g.err, err)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			g.err = errors.Join(g.err, fmt.Errorf("source of %s: %w", pkgPath, err))
			continue
		}
		s.add(file)
	}
	return s
}

func (s *source) add(file *ast.File) {
	s.files = append(s.files, file)
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			s.docs[receiver(d)+d.Name.Name] = d.Doc.Text()
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if t, ok := spec.(*ast.TypeSpec); ok {
					doc := t.Doc
					if !d.Lparen.IsValid() { // not in a group
						doc = d.Doc
					}
					s.docs[t.Name.Name] = doc.Text()
					s.addFields(t)
				}
			}
		}
	}
}

func (s *source) addFields(t *ast.TypeSpec) {
	fields, ok := t.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, field := range fields.Fields.List {
		for _, name := range field.Names {
			s.docs[t.Name.Name+"."+name.Name] = strings.Trim(field.Doc.Text()+"\n"+field.Comment.Text(), "\n")
		}
	}
}

// receiver is the name of a method's type with a dot, or "".
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return ""
	}
	t := d.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name + "."
	}
	return "" // of a generic type: no method of the core is one
}

// doc returns the comment of a named type, or of one of its fields.
func (g *generator) doc(t reflect.Type, field string) string {
	name, _, _ := strings.Cut(t.Name(), "[")
	if field != "" {
		name += "." + field
	}
	return g.source(t.PkgPath()).docs[name]
}

// handlerName takes apart rroform/wasm/app.(*App).Hello-fm.
var handlerName = regexp.MustCompile(`^(.*/[^.]+)\.(?:\(\*?(\w+)\)\.)?(\w+)(?:-fm)?$`)

// handlerDoc returns the comment of the Go function behind a method of the core.
func (g *generator) handlerDoc(function string) string {
	m := handlerName.FindStringSubmatch(function)
	if m == nil { // a function without a name
		return ""
	}
	return g.source(m[1]).docs[strings.TrimPrefix(m[2]+"."+m[3], ".")]
}

const widestLine = 120 // characters

// withDoc puts a comment above a declaration of TypeScript.
func withDoc(doc, indent, line string) string {
	paragraphs := paragraphsOf(strings.ReplaceAll(doc, "*/", "* /"))
	if len(paragraphs) == 0 {
		return indent + line
	}
	one := indent + "/** " + paragraphs[0] + " */"
	if len(paragraphs) == 1 && utf8.RuneCountInString(one) <= widestLine {
		return one + "\n" + indent + line
	}
	out := []string{indent + "/**"}
	for i, paragraph := range paragraphs {
		if i > 0 {
			out = append(out, indent+" *")
		}
		for _, text := range wrap(paragraph, widestLine-len(indent+" * ")) {
			out = append(out, indent+" * "+text)
		}
	}
	return strings.Join(append(out, indent+" */", indent+line), "\n")
}

// paragraphsOf splits at empty lines.
func paragraphsOf(doc string) []string {
	paragraphs := strings.Split(doc, "\n\n")
	for i, paragraph := range paragraphs {
		paragraphs[i] = strings.Join(strings.Fields(paragraph), " ")
	}
	return slices.DeleteFunc(paragraphs, func(p string) bool { return p == "" })
}

func wrap(text string, width int) (lines []string) {
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && utf8.RuneCountInString(line+" "+word) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}
