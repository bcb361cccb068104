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

// Value is a value inside of a checked text. It copies nothing: what is not
// asked for costs nothing.
type Value struct {
	doc *document
	at  int32 // of its node
}

// document is a text with its nodes.
type document struct {
	text  []byte
	nodes []node
}

func (v Value) node() *node { return &v.doc.nodes[v.at] }

// Raw is the value as it is written.
func (v Value) Raw() []byte { return v.doc.text[v.node().from:v.node().to] }

// Kind tells the kinds of values apart.
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

// Plain returns what stands between the quotes of a string without escapes,
// and false for any other value. The bytes belong to the text.
func (v Value) Plain() ([]byte, bool) {
	n := v.node()
	if n.escaped || v.doc.text[n.from] != '"' {
		return nil, false
	}
	return v.doc.text[n.from+1 : n.to-1], true
}

// Text is what a string says; of any other value how it is written, without
// blanks.
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

// Compact is a copy of the value as it is written, without blanks.
func (v Value) Compact() []byte {
	var out bytes.Buffer
	_ = json.Compact(&out, v.Raw()) // checked before: cannot fail
	return out.Bytes()
}

// Error is a complaint about this place.
func (v Value) Error(what string) *Error { return At(v.doc.text, int(v.node().from), what) }

// Members are the names and values of an object in their order, names that
// come twice twice; nothing of any other value. The names belong to the text.
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

// Items are the values of a list, nothing of any other value.
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
