package appeal

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// Marshal writes an appeal as [json.Marshal] does, in WebAssembly several times
// as quick; errors are those of [json.Marshal]. A test holds the two against each other.
func Marshal(ap *Appeal) ([]byte, error) {
	const usual = 2 << 10 // bytes
	out := appendObject(make([]byte, 0, usual), appealMembers, ap)
	if bytes.IndexByte(out, notJSON) >= 0 {
		return json.Marshal(ap)
	}
	return out, nil
}

// notJSON stands where a value cannot be written; no JSON holds such a byte.
const notJSON = 0

func appendObject[T any](out []byte, members []member[T], from *T) []byte {
	out = append(out, '{')
	for i := range members {
		m := &members[i]
		if m.omit && m.blank(from) {
			continue
		}
		if out[len(out)-1] != '{' {
			out = append(out, ',')
		}
		out = append(append(append(out, '"'), m.key...), '"', ':')
		out = m.write(out, from)
	}
	return append(out, '}')
}

func appendObjects[T any](out []byte, members []member[T], list []T) []byte {
	if list == nil {
		return append(out, "null"...)
	}
	out = append(out, '[')
	for i := range list {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendObject(out, members, &list[i])
	}
	return append(out, ']')
}

func appendText(out []byte, s string) []byte {
	if PlainJSON(s) && !strings.ContainsAny(s, "<>&") { // escaped by encoding/json
		return append(append(append(out, '"'), s...), '"')
	}
	return appendJSON(out, s)
}

// PlainJSON reports whether a text stands between the quotes of JSON as it is.
func PlainJSON(s string) bool {
	wide := false
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c == '"' || c == '\\':
			return false
		case c >= utf8.RuneSelf:
			wide = true
		}
	}
	// U+2028 and U+2029 are line breaks to JavaScript.
	return !wide || utf8.ValidString(s) && !strings.Contains(s, "\u2028") && !strings.Contains(s, "\u2029")
}
