package main

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// generator turns Go types into TypeScript as encoding/json would write them.
type generator struct {
	root    string                  // the module's directory, to read constants and comments from
	names   map[reflect.Type]string // every type that gets a declaration of its own
	order   []reflect.Type
	sources map[string]*source // by package
	err     error              // of reading them
}

func newGenerator(root string) *generator {
	return &generator{root: root, names: map[reflect.Type]string{}, sources: map[string]*source{}}
}

var (
	marshaler     = reflect.TypeFor[json.Marshaler]()
	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
	rawMessage    = reflect.TypeFor[json.RawMessage]()
	timeType      = reflect.TypeFor[time.Time]()
)

// leaf returns the type of what is not looked into, or "".
func leaf(t reflect.Type) string {
	switch {
	case t == timeType, t.Implements(textMarshaler) && !t.Implements(marshaler):
		return "string"
	case t == rawMessage, t.Kind() == reflect.Interface:
		return "unknown"
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8:
		return "string"
	}
	return ""
}

// visit finds the named types that t is made of, and refuses what JSON or this
// generator cannot say.
func (g *generator) visit(t reflect.Type) error {
	if leaf(t) != "" || g.names[t] != "" {
		return nil
	}
	if t.Implements(marshaler) {
		return fmt.Errorf("%s writes its own JSON: nobody knows its shape", t)
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return g.visit(t.Elem())
	case reflect.Map:
		if k := t.Key(); k.Kind() != reflect.String && leaf(k) != "string" && !isNumber(k.Kind()) {
			return fmt.Errorf("%s: no such key in JSON", t)
		}
		return g.visit(t.Elem())
	case reflect.String:
		if t.PkgPath() != "" {
			g.add(t)
		}
		return nil
	case reflect.Struct:
		if t.Name() != "" {
			g.add(t)
		}
		for _, f := range jsonFields(t) {
			if err := g.visit(f.t); err != nil {
				return fmt.Errorf("%s.%s: %w", t, f.name, err)
			}
		}
		return nil
	}
	if t.Kind() == reflect.Bool || isNumber(t.Kind()) {
		return nil
	}
	return fmt.Errorf("%s cannot cross the border", t)
}

func (g *generator) add(t reflect.Type) {
	g.names[t] = t.Name()
	g.order = append(g.order, t)
}

func isNumber(k reflect.Kind) bool {
	return k >= reflect.Int && k <= reflect.Float64 && k != reflect.Uintptr
}

// taken are names that TypeScript files expect to mean something else.
var taken = map[string]bool{
	"Array": true, "Blob": true, "Comment": true, "Date": true, "Document": true, "Element": true, "Error": true,
	"Event": true, "File": true, "History": true, "Lock": true, "Map": true, "Node": true, "Notification": true,
	"Number": true, "Object": true, "Option": true, "Range": true, "Record": true, "Report": true, "Request": true,
	"Response": true, "Selection": true, "Set": true, "Storage": true, "String": true, "Symbol": true, "Text": true,
	"Methods": true, "MethodName": true,
}

var typeArgument = regexp.MustCompile(`[A-Za-z0-9_/.-]*\.`)

// giveNames makes names unique: a name that two packages share, or that
// TypeScript knows already, gets its package in front.
func (g *generator) giveNames() {
	count := map[string]int{}
	for _, t := range g.order {
		count[plainName(t)]++
	}
	for _, t := range g.order {
		name := plainName(t)
		if count[name] > 1 || taken[name] {
			name = upperFirst(t.PkgPath()[strings.LastIndex(t.PkgPath(), "/")+1:]) + name
		}
		g.names[t] = name
	}
}

// plainName makes Page[rroform/wasm/appeal.Appeal] PageAppeal.
func plainName(t reflect.Type) string {
	var name strings.Builder
	for _, part := range strings.FieldsFunc(t.Name(), func(r rune) bool { return strings.ContainsRune("[],*", r) }) {
		name.WriteString(upperFirst(typeArgument.ReplaceAllString(part, "")))
	}
	return name.String()
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return string(unicode.ToUpper(rune(s[0]))) + s[1:]
}

// expr writes a type where it is used.
func (g *generator) expr(t reflect.Type) string {
	if s := leaf(t); s != "" {
		return s
	}
	if name := g.names[t]; name != "" {
		return name
	}
	switch t.Kind() {
	case reflect.Pointer:
		return g.expr(t.Elem()) + " | null"
	case reflect.Slice, reflect.Array:
		return wrapped(g.expr(t.Elem())) + "[]"
	case reflect.Map:
		return "Record<string, " + g.expr(t.Elem()) + ">"
	case reflect.Struct:
		return g.structType(t, "    ")
	case reflect.Bool:
		return "boolean"
	case reflect.String:
		return "string"
	}
	return "number"
}

// wrapped puts a union in brackets before [] follows.
func wrapped(s string) string {
	if strings.Contains(s, " | ") && !strings.HasPrefix(s, "{") && !strings.HasPrefix(s, "Record<") {
		return "(" + s + ")"
	}
	return s
}

func (g *generator) structType(t reflect.Type, indent string) string {
	fields := jsonFields(t)
	if len(fields) == 0 {
		return "{}"
	}
	var b strings.Builder
	b.WriteString("{\n")
	for _, f := range fields {
		mark, expr := "", g.expr(f.t)
		if f.optional {
			mark, expr = "?", strings.TrimSuffix(expr, " | null")
		}
		if f.quoted {
			expr = "string"
		}
		doc := g.doc(f.owner, f.goName)
		b.WriteString(withDoc(doc, indent, fmt.Sprintf("%s%s: %s;", property(f.name), mark, expr)) + "\n")
	}
	b.WriteString(indent[2:] + "}")
	return b.String()
}

var identifier = regexp.MustCompile(`^[A-Za-z_$][A-Za-z0-9_$]*$`)

func property(name string) string {
	if identifier.MatchString(name) {
		return name
	}
	return strconv.Quote(name)
}
