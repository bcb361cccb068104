// Package schema validates JSON documents by the embedded JSON Schemas and says in
// Russian where a document does not match. It is safe for concurrent use.
package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// Name is the name of a file in schemas/.
type Name string

// The published schemas.
const (
	Entry   Name = "entry.schema.json"   // one appeal of an archive
	Profile Name = "profile.schema.json" // a format profile
)

// Violation is one place where a document does not match.
type Violation struct {
	Path string `json:"path"` // JSON pointer, "" = the whole document
	Text string `json:"text"` // in Russian
}

func (v Violation) String() string {
	if v.Path == "" {
		return v.Text
	}
	return v.Path + ": " + v.Text
}

// Validate returns every place where data does not match the schema, none if it
// matches. If data is not JSON, it returns one violation at the root.
func Validate(name Name, data []byte) []Violation {
	if !utf8.Valid(data) {
		return []Violation{{"", "текст записан не в UTF-8"}}
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var doc any
	if err := dec.Decode(&doc); err != nil {
		return []Violation{{"", "это не JSON: " + reason(err)}}
	}
	if _, err := dec.Token(); err != io.EOF {
		return []Violation{{"", "после конца записи есть лишний текст"}}
	}
	var c checking
	c.check(compiled[name](), doc, "")
	return c.wrong
}

// reason translates an error of encoding/json.
func reason(err error) string {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("ошибка на %d-м байте", syntax.Offset)
	}
	return "текст обрывается"
}
