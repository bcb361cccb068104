package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

// constants reads the values of a named string type from its package's source,
// in the order they are declared.
func (g *generator) constants(t reflect.Type) ([]string, error) {
	dir, ours := strings.CutPrefix(t.PkgPath(), "rroform/")
	if !ours {
		return nil, nil
	}
	names, err := filepath.Glob(filepath.Join(g.root, filepath.FromSlash(dir), "*.go"))
	if err != nil {
		return nil, err
	}
	var values []string
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, fmt.Errorf("constants of %s: %w", t, err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok {
				values = append(values, literals(spec, t.Name())...)
			}
			return true
		})
	}
	return values, nil
}

// literals returns the string literals of `Name Type = "value"`.
func literals(spec *ast.ValueSpec, typeName string) (values []string) {
	if id, ok := spec.Type.(*ast.Ident); !ok || id.Name != typeName {
		return nil
	}
	for _, v := range spec.Values {
		if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil {
				values = append(values, s)
			}
		}
	}
	return values
}
