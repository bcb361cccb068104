package rpc

import (
	"encoding/json"
	"reflect"
	"sync"
)

// Lists returns v with every nil slice and map made empty, so that JSON says
// [] and {}: the page's types promise that a list is never null. v itself, and
// all it points to, stays as it is.
func Lists(v any) any {
	if v == nil {
		return nil
	}
	value, _ := fill(reflect.ValueOf(v))
	return value.Interface()
}

// fill returns v, or a copy where something under it had to change.
func fill(v reflect.Value) (reflect.Value, bool) {
	t := v.Type()
	if !mayHoldList(t) {
		return v, false
	}
	switch t.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return v, false
		}
		inner, changed := fill(v.Elem())
		if !changed {
			return v, false
		}
		if t.Kind() == reflect.Interface {
			return inner, true
		}
		p := reflect.New(t.Elem())
		p.Elem().Set(inner)
		return p, true
	case reflect.Slice:
		if v.IsNil() {
			return reflect.MakeSlice(t, 0, 0), true
		}
		return fillElements(v, func() reflect.Value {
			c := reflect.MakeSlice(t, v.Len(), v.Len())
			reflect.Copy(c, v)
			return c
		})
	case reflect.Array:
		return fillElements(v, func() reflect.Value { return copyOf(v) })
	case reflect.Map:
		return fillMap(v)
	case reflect.Struct:
		return fillFields(v)
	}
	return v, false
}

func copyOf(v reflect.Value) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	return c
}

func fillElements(v reflect.Value, clone func() reflect.Value) (reflect.Value, bool) {
	if !mayHoldList(v.Type().Elem()) {
		return v, false
	}
	var out reflect.Value
	for i := range v.Len() {
		if e, changed := fill(v.Index(i)); changed {
			if !out.IsValid() {
				out = clone()
			}
			out.Index(i).Set(e)
		}
	}
	if out.IsValid() {
		return out, true
	}
	return v, false
}

func fillFields(v reflect.Value) (reflect.Value, bool) {
	var out reflect.Value
	for _, i := range listFields(v.Type()) {
		if f, changed := fill(v.Field(i)); changed {
			if !out.IsValid() {
				out = copyOf(v)
			}
			out.Field(i).Set(f)
		}
	}
	if out.IsValid() {
		return out, true
	}
	return v, false
}

func fillMap(v reflect.Value) (reflect.Value, bool) {
	if v.IsNil() {
		return reflect.MakeMap(v.Type()), true
	}
	changedAny := false
	out := reflect.MakeMapWithSize(v.Type(), v.Len())
	for it := v.MapRange(); it.Next(); {
		e, changed := fill(it.Value())
		changedAny = changedAny || changed
		out.SetMapIndex(it.Key(), e)
	}
	if changedAny {
		return out, true
	}
	return v, false
}

var (
	marshaler = reflect.TypeFor[json.Marshaler]()
	holdsList sync.Map // reflect.Type → bool
	inStruct  sync.Map // reflect.Type → []int
)

// listFields are the exported fields of a struct that may hold a list. To ask
// reflection for each field of each row costs as much as to write its JSON.
func listFields(t reflect.Type) []int {
	if known, ok := inStruct.Load(t); ok {
		return known.([]int)
	}
	fields := []int{}
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && mayHoldList(f.Type) {
			fields = append(fields, i)
		}
	}
	inStruct.Store(t, fields)
	return fields
}

// mayHoldList spares the walk through types that hold no list: 10,000 rows of
// plain fields cost one look.
func mayHoldList(t reflect.Type) bool {
	if known, ok := holdsList.Load(t); ok {
		return known.(bool)
	}
	answer := looksLikeList(t, map[reflect.Type]bool{})
	holdsList.Store(t, answer)
	return answer
}

func looksLikeList(t reflect.Type, seen map[reflect.Type]bool) bool {
	if t.Implements(marshaler) || seen[t] { // time.Time, json.RawMessage: their own business
		return false
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Slice, reflect.Map, reflect.Interface:
		return true
	case reflect.Array, reflect.Pointer:
		return looksLikeList(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			if looksLikeList(t.Field(i).Type, seen) {
				return true
			}
		}
	}
	return false
}
