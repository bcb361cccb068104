package foreign

import (
	"bytes"
	"encoding/json"
	"iter"
	"strings"
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
	text     []byte // the whole text
	from, to int
}

func value(text []byte) Value {
	from := skipBlanks(text, 0)
	return Value{text, from, endOfValue(text, from)}
}

// Raw is the value as it is written.
func (v Value) Raw() []byte { return v.text[v.from:v.to] }

// Kind tells the kinds of values apart.
func (v Value) Kind() Kind {
	switch v.text[v.from] {
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
	raw := v.Raw()
	if raw[0] != '"' || bytes.IndexByte(raw, '\\') >= 0 {
		return nil, false
	}
	return raw[1 : len(raw)-1], true
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
func (v Value) Error(what string) *Error { return At(v.text, v.from, what) }

// Members are the names and values of an object in their order, names that
// come twice twice; nothing of any other value. The names belong to the text.
func (v Value) Members() iter.Seq2[[]byte, Value] {
	return func(yield func([]byte, Value) bool) {
		if v.Kind() != Object {
			return
		}
		for i := skipBlanks(v.text, v.from+1); v.text[i] != '}'; {
			key := Value{v.text, i, endOfString(v.text, i)}
			from := skipBlanks(v.text, skipBlanks(v.text, key.to)+1) // past the colon
			member := Value{v.text, from, endOfValue(v.text, from)}
			name, plain := key.Plain()
			if !plain {
				name = []byte(key.Text())
			}
			if !yield(name, member) {
				return
			}
			i = next(v.text, member.to)
		}
	}
}

// Items are the values of a list, nothing of any other value.
func (v Value) Items() iter.Seq[Value] {
	return func(yield func(Value) bool) {
		if v.Kind() != Array {
			return
		}
		for i := skipBlanks(v.text, v.from+1); v.text[i] != ']'; {
			item := Value{v.text, i, endOfValue(v.text, i)}
			if !yield(item) {
				return
			}
			i = next(v.text, item.to)
		}
	}
}

// next steps over a comma.
func next(text []byte, i int) int {
	if i = skipBlanks(text, i); text[i] == ',' {
		i = skipBlanks(text, i+1)
	}
	return i
}

func skipBlanks(text []byte, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t') {
		i++
	}
	return i
}

// endOfValue returns the place behind the value that begins at i.
func endOfValue(text []byte, i int) int {
	depth := 0
	for i < len(text) {
		switch c := text[i]; c {
		case '"':
			i = endOfString(text, i)
		case '{', '[':
			depth++
			i++
			continue
		case '}', ']':
			depth--
			i++
		case ',', ':', ' ', '\n', '\r', '\t':
			i++
			continue
		default: // number or word
			for i < len(text) && strings.IndexByte(",]} \n\r\t", text[i]) < 0 {
				i++
			}
		}
		if depth == 0 {
			return i
		}
	}
	return i
}
