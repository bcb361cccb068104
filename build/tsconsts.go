package main

import (
	"go/ast"
	"go/token"
	"reflect"
	"strconv"
)

// constants reads the values of a named string type from its package's source,
// in the order they are declared.
func (g *generator) constants(t reflect.Type) (values []string) {
	for _, file := range g.source(t.PkgPath()).files {
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok {
				values = append(values, literals(spec, t.Name())...)
			}
			return true
		})
	}
	return values
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
