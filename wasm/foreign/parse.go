// Package foreign parses JSON text that other programs wrote. Unlike encoding/json it
// keeps duplicate names and the place of every value, so that errors can name line and
// column. It imports no other package of the project and has no state.
package foreign

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Error says in Russian why a text cannot be read, and where. Line and Column count
// from 1, the column in characters; 0 = the place is unknown.
type Error struct {
	Text   string `json:"text"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Near   string `json:"near"` // the text around the place
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Text
	}
	s := fmt.Sprintf("%s: строка %d, знак %d", e.Text, e.Line, e.Column)
	if e.Near != "" {
		s += ", возле «" + e.Near + "»"
	}
	return s
}

// At returns an Error about the place at an offset of text.
func At(text []byte, offset int, what string) *Error {
	offset = min(max(offset, 0), len(text))
	before := text[:offset]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	const around = 20 // characters on each side
	return &Error{what, line, column,
		strings.Join(strings.Fields(tail(before, around)+head(text[offset:], around)), " ")}
}

func head(text []byte, n int) string {
	at := 0
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRune(text[at:])
		at += size
	}
	return string(text[:at])
}

func tail(text []byte, n int) string {
	at := len(text)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRune(text[:at])
		at -= size
	}
	return string(text[at:])
}

// Parse checks a text and returns its value. It reads raw control characters inside
// strings, which JSON forbids but some programs write, as spaces; blanked reports that
// there were some. depth limits the nesting, most the number of values: a value may
// need a hundred times the memory of its text.
func Parse(text []byte, depth, most int) (v Value, blanked bool, bad *Error) {
	if nodes, ok := scan(text, depth, most); ok {
		return Value{&document{text, nodes}, 0}, false, nil
	}
	switch at, many := pastLimit(text, depth, most); {
	case at >= 0 && many:
		return Value{}, false, At(text, at, fmt.Sprintf("В записи больше %d значений (ограничение на их число)", most))
	case at >= 0:
		return Value{}, false,
			At(text, at, fmt.Sprintf("Значения вложены друг в друга глубже, чем на %d уровней (ограничение на "+
				"вложенность)", depth))
	}
	err := check(text)
	if err == nil {
		return Value{}, false, At(text, 0, notJSON) // cannot happen: both accept the same texts
	}
	if strings.HasSuffix(err.Error(), "in string literal") {
		fixed := withoutControls(text)
		if nodes, ok := scan(fixed, depth, most); ok {
			return Value{&document{fixed, nodes}, 0}, true, nil
		}
	}
	return Value{}, false, At(text, int(err.Offset)-1, said(err))
}

// check returns the syntax error that encoding/json finds in a text, nil if none.
func check(text []byte) *json.SyntaxError {
	var raw json.RawMessage
	var syntax *json.SyntaxError
	if errors.As(json.Unmarshal(text, &raw), &syntax) {
		return syntax
	}
	return nil
}

// complaints translates errors of encoding/json, by the end of their text.
var complaints = []struct{ end, text string }{
	{"unexpected end of JSON input", "Запись обрывается"},
	{"looking for beginning of value", "Здесь должно стоять значение"},
	{"looking for beginning of object key string", "Здесь должно стоять имя поля в кавычках"},
	{"after object key", "После имени поля нет двоеточия"},
	{"after object key:value pair", "После значения нет запятой или закрывающей скобки «}»"},
	{"after array element", "После значения нет запятой или закрывающей скобки «]»"},
	{"after top-level value", "После конца записи есть лишний текст"},
	{"in string escape code", "Недопустимое сочетание после знака «\\»"},
	{"hexadecimal character escape", "Недопустимое сочетание после знака «\\u»"},
	{"in string literal", "Недопустимый знак внутри текста"},
	{"in numeric literal", "Число записано неверно"},
}

const notJSON = "Это не запись JSON"

func said(err *json.SyntaxError) string {
	for _, c := range complaints {
		if strings.HasSuffix(err.Error(), c.end) {
			return c.text
		}
	}
	return notJSON
}

// pastLimit returns the offset at which a text exceeds the depth or the number of
// values, -1 if nowhere. many reports which of the two.
func pastLimit(text []byte, depth, most int) (at int, many bool) {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			i = endOfString(text, i) - 1
		case '{', '[':
			if depth--; depth < 0 {
				return i, false
			}
		case '}', ']':
			depth++
		case ',': // follows each value but the last
			if most--; most <= 0 {
				return i, true
			}
		}
	}
	return -1, false
}

// endOfString returns the offset after the closing quote of the string that begins at
// i, or the end of the text.
func endOfString(text []byte, i int) int {
	for i++; i < len(text); {
		n := bytes.IndexByte(text[i:], '"')
		if n < 0 {
			return len(text)
		}
		i += n + 1
		slashes := 0
		for j := i - 2; text[j] == '\\'; j-- {
			slashes++
		}
		if slashes%2 == 0 {
			return i
		}
	}
	return len(text)
}

// withoutControls replaces control characters inside strings by spaces. Offsets do not
// change.
func withoutControls(text []byte) []byte {
	out := bytes.Clone(text)
	for i := 0; i < len(out); i++ {
		if out[i] != '"' {
			continue
		}
		end := endOfString(out, i)
		for j := i; j < end; j++ {
			if out[j] < ' ' {
				out[j] = ' '
			}
		}
		i = end - 1
	}
	return out
}
