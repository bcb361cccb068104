package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"rroform/wasm/rpc"
)

const typesHead = `// Written by ` + "`make types`" + ` from the core's method table. Do not edit.
//
// A slice or map is never null: the core sends [] and {}. A field with
// omitempty is optional, a pointer without it is T | null. []byte is base64,
// time.Time and types that marshal to text are strings. A named string type
// with constants is the union of them and "", Go's zero value; what came from
// another program may still hold anything.

`

// typeScript writes the types of everything that crosses the border: requests,
// results, the envelope, and tables as constants.
func typeScript(root string, methods []rpc.Method, tables map[string]any) ([]byte, error) {
	types := []reflect.Type{
		reflect.TypeFor[rpc.Error](), reflect.TypeFor[rpc.Progress](), reflect.TypeFor[rpc.Response](),
	}
	for _, m := range methods {
		types = append(types, m.Req, m.Res)
	}
	tableNames := slices.Sorted(maps.Keys(tables))
	for _, name := range tableNames {
		types = append(types, reflect.TypeOf(tables[name]))
	}
	g := newGenerator(root)
	for _, t := range types {
		if err := g.visit(t); err != nil {
			return nil, err
		}
	}
	g.giveNames()

	out := bytes.NewBufferString(typesHead)
	g.writeTypes(out)
	g.writeMethods(out, methods)
	for _, name := range tableNames {
		if err := g.writeTable(out, name, tables[name]); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), g.err
}

func (g *generator) writeTypes(out *bytes.Buffer) {
	byName := map[string]reflect.Type{}
	for t, name := range g.names {
		byName[name] = t
	}
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		t := byName[name]
		if t.Kind() == reflect.Struct {
			line := fmt.Sprintf("export interface %s %s", name, g.structType(t, "  "))
			out.WriteString(withDoc(g.doc(t, ""), "", line) + "\n\n")
			continue
		}
		values := g.constants(t)
		union := "string"
		if len(values) > 0 {
			quoted := []string{`""`}
			for _, v := range values {
				if v != "" {
					quoted = append(quoted, fmt.Sprintf("%q", v))
				}
			}
			union = strings.Join(quoted, " | ")
		}
		out.WriteString(withDoc(g.doc(t, ""), "", fmt.Sprintf("export type %s = %s;", name, union)) + "\n\n")
	}
}

func (g *generator) writeMethods(out *bytes.Buffer, methods []rpc.Method) {
	out.WriteString("/** The methods of the core, for [call] of client.ts. */\nexport interface Methods {\n")
	var files []string
	for _, m := range methods {
		line := fmt.Sprintf("%s: { req: %s; res: %s; files: %v };",
			property(m.Name), g.expr(m.Req), g.expr(m.Res), m.Files)
		out.WriteString(withDoc(g.handlerDoc(m.Handler()), "  ", line) + "\n")
		if m.Files {
			files = append(files, fmt.Sprintf("%q", m.Name))
		}
	}
	out.WriteString("}\n\nexport type MethodName = keyof Methods;\n\n")
	out.WriteString("/** Methods that take or return files beside the JSON. */\n")
	fmt.Fprintf(out, "export const fileMethods: readonly MethodName[] = [%s];\n", strings.Join(files, ", "))
}

// writeTable writes a value of the core as a constant, a row to a line.
func (g *generator) writeTable(out *bytes.Buffer, name string, table any) error {
	v := reflect.ValueOf(table)
	if v.Kind() != reflect.Slice {
		text, err := compact(table)
		fmt.Fprintf(out, "\nexport const %s: Readonly<%s> = %s;\n", name, g.expr(v.Type()), text)
		return err
	}
	fmt.Fprintf(out, "\nexport const %s: readonly %s[] = [\n", name, wrapped(g.expr(v.Type().Elem())))
	for i := range v.Len() {
		row, err := compact(v.Index(i).Interface())
		if err != nil {
			return fmt.Errorf("table %s: %w", name, err)
		}
		fmt.Fprintf(out, "  %s,\n", row)
	}
	out.WriteString("];\n")
	return nil
}

func compact(v any) (string, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	err := enc.Encode(rpc.Lists(v))
	return strings.TrimRight(buf.String(), "\n"), err
}
