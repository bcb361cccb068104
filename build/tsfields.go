package main

import (
	"reflect"
	"strings"
)

type jsonField struct {
	name             string
	t                reflect.Type
	owner            reflect.Type // the struct that declares it …
	goName           string       // … and its name there
	optional, quoted bool
}

// jsonFields lists a struct's fields as encoding/json sees them; embedded
// structs without a name are part of the outer one.
func jsonFields(t reflect.Type) []jsonField {
	var fields []jsonField
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		name, options, _ := strings.Cut(tag, ",")
		if tag == "-" || (!f.IsExported() && !f.Anonymous) {
			continue
		}
		if inner := deref(f.Type); f.Anonymous && name == "" && inner.Kind() == reflect.Struct && leaf(inner) == "" {
			fields = append(fields, jsonFields(inner)...)
			continue
		}
		if name == "" {
			name = f.Name
		}
		options = "," + options + ","
		fields = append(fields, jsonField{
			name: name, t: f.Type, owner: t, goName: f.Name,
			optional: strings.Contains(options, ",omitempty,") || strings.Contains(options, ",omitzero,"),
			quoted:   strings.Contains(options, ",string,"),
		})
	}
	return fields
}

func deref(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}
