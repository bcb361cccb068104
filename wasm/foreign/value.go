package foreign

import (
	"bytes"
	"encoding/json"
	"iter"
)

// Kind is the kind of a JSON value.
type Kind byte

// The kinds.
const (
	String Kind = iota
	Number
	Bool
	Null
	Object
	Array
)

// Value is a value in a parsed text. It is decoded only when its methods are called.
type Value struct {
	doc *document
	at  int32 // index of its node
}

// document is a text with its nodes.
type document struct {
	text  []byte
	nodes []node
}

func (v Value) node() *node { return &v.doc.nodes[v.at] }

// Raw returns the JSON text of the value. It shares memory with the parsed text.
func (v Value) Raw() []byte { return v.doc.text[v.node().from:v.node().to] }

// Kind returns the kind of the value.
func (v Value) Kind() Kind {
	switch v.doc.text[v.node().from] {
	case '"':
		return String
	case '{':
		return Object
	case '[':
		return Array
	case 't', 'f':
		return Bool
	case 'n':
		return Null
	}
	return Number
}

// Plain returns the content of a string without escapes, and false for any other
// value. The bytes share memory with the parsed text.
func (v Value) Plain() ([]byte, bool) {
	n := v.node()
	if n.escaped || v.doc.text[n.from] != '"' {
		return nil, false
	}
	return v.doc.text[n.from+1 : n.to-1], true
}

// Text returns the content of a string, and the compact JSON text of any other value.
func (v Value) Text() string {
	if plain, ok := v.Plain(); ok {
		return string(plain)
	}
	if v.Kind() != String {
		return string(v.Compact())
	}
	var s string
	_ = json.Unmarshal(v.Raw(), &s) // checked before: cannot fail
	return s
}

// Compact returns a copy of the JSON text of the value without blanks.
func (v Value) Compact() []byte {
	var out bytes.Buffer
	_ = json.Compact(&out, v.Raw()) // checked before: cannot fail
	return out.Bytes()
}

// Error returns an [Error] about the place of this value.
func (v Value) Error(what string) *Error { return At(v.doc.text, int(v.node().from), what) }

// Members iterates over the names and values of an object in their order, including
// duplicate names. Other values have no members. The names share memory with the
// parsed text.
func (v Value) Members() iter.Seq2[[]byte, Value] {
	return func(yield func([]byte, Value) bool) {
		if v.Kind() != Object {
			return
		}
		for i, end := v.at+1, v.node().next; i < end; {
			key, member := Value{v.doc, i}, Value{v.doc, i + 1}
			name, plain := key.Plain()
			if !plain {
				name = []byte(key.Text())
			}
			if !yield(name, member) {
				return
			}
			i = member.node().next
		}
	}
}

// Items iterates over the values of a list. Other values have no items.
func (v Value) Items() iter.Seq[Value] {
	return func(yield func(Value) bool) {
		if v.Kind() != Array {
			return
		}
		for i, end := v.at+1, v.node().next; i < end; {
			item := Value{v.doc, i}
			if !yield(item) {
				return
			}
			i = item.node().next
		}
	}
}

func skipBlanks(text []byte, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t') {
		i++
	}
	return i
}
