// Package schema validates JSON documents by the embedded JSON Schemas and says in
// Russian where a document does not match. It is safe for concurrent use.
package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"rroform/schemas"
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

// compiled compiles the schemas when they are first used.
var compiled = sync.OnceValue(func() map[Name]*jsonschema.Schema {
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true // a date must be a date
	all := map[Name]*jsonschema.Schema{}
	for _, name := range []Name{Entry, Profile} {
		file, err := schemas.FS.Open(string(name))
		if err == nil {
			err = c.AddResource(schemas.Base+string(name), file)
		}
		if err != nil {
			panic("internal error: schema " + string(name) + ": " + err.Error())
		}
		all[name] = c.MustCompile(schemas.Base + string(name))
	}
	return all
})

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
	err := compiled()[name].Validate(doc)
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return nil
	}
	return leaves(invalid, nil)
}

// reason translates an error of encoding/json.
func reason(err error) string {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("ошибка на %d-м байте", syntax.Offset)
	}
	return "текст обрывается"
}

// leaves adds the innermost causes of a validation error to the list, each once.
func leaves(e *jsonschema.ValidationError, into []Violation) []Violation {
	if len(e.Causes) == 0 {
		v := Violation{e.InstanceLocation, russian(e)}
		for _, have := range into {
			if have == v {
				return into
			}
		}
		return append(into, v)
	}
	for _, cause := range e.Causes {
		into = leaves(cause, into)
	}
	return into
}

// texts are the messages by JSON Schema keyword.
var texts = map[string]string{
	"enum": "недопустимое значение", "const": "недопустимое значение", "format": "такой даты нет",
	"minItems": "список пуст", "minLength": "пусто", "uniqueItems": "значения повторяются",
	"minimum": "число слишком мало", "maximum": "число слишком велико",
	"additionalProperties": "лишнее поле",
}

// patterns are the messages for the pattern keyword, by the definition in the schema
// that contains it.
var patterns = map[string]string{
	"guid": "нужен идентификатор (GUID)", "text": "пусто", "code": "нужен код из четырёх или пяти групп",
	"name": "нужно имя файла с расширением и без папки", "content": "это не base64",
}

// russian returns the message for a validation error. The keyword is the last part
// of KeywordLocation.
func russian(e *jsonschema.ValidationError) string {
	keyword := e.KeywordLocation[strings.LastIndex(e.KeywordLocation, "/")+1:]
	switch keyword {
	case "required":
		return "нет обязательного поля " + quoted(e.Message)
	case "type":
		return "значение другого вида (" + kinds.Replace(between(e.Message, "expected ", ", but")) + ")"
	case "pattern":
		where := strings.Split(strings.TrimSuffix(e.AbsoluteKeywordLocation, "/pattern"), "/")
		if text, ok := patterns[where[len(where)-1]]; ok {
			return text
		}
		return "значение записано не так"
	case "additionalProperties":
		return texts[keyword] + " " + quoted(e.Message)
	}
	if text, ok := texts[keyword]; ok {
		return text
	}
	return "этого поля здесь быть не должно" // the schema is false: the status does not allow the field
}

// kinds translates the types in messages of the library.
var kinds = strings.NewReplacer("string", "нужна строка", "boolean", "нужно true или false", "object", "нужен объект",
	"array", "нужен список", "integer", "нужно целое число", "number", "нужно число", " or ", " или ")

// between returns the part of s after from and before to.
func between(s, from, to string) string {
	if i := strings.Index(s, from); i >= 0 {
		s = s[i+len(from):]
	}
	if i := strings.Index(s, to); i >= 0 {
		s = s[:i]
	}
	return s
}

// quoted returns the names in single quotes in a message of the library.
func quoted(message string) string {
	var names []string
	for i, part := range strings.Split(message, "'") {
		if i%2 == 1 {
			names = append(names, "«"+part+"»")
		}
	}
	return strings.Join(names, ", ")
}
