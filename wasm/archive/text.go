package archive

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"rroform/wasm/appeal"
)

// Text is an entry without the bytes of its answer files, which are large and
// need not be in memory more than once.
type Text struct {
	JSON  []byte
	Files []Hole // in the order of their places
}

// Hole is the place in [Text].JSON, between two quotes, where the base64 of a
// file belongs.
type Hole struct {
	At   int
	File *appeal.Attachment
}

// Bytes fills the holes: standard base64 without line breaks.
func (t *Text) Bytes(file func(*appeal.Attachment) ([]byte, error)) ([]byte, error) {
	if len(t.Files) == 0 {
		return t.JSON, nil
	}
	var out []byte
	from := 0
	for _, hole := range t.Files {
		data, err := file(hole.File)
		if err != nil {
			return nil, err
		}
		out = slices.Grow(out, hole.At-from+base64.StdEncoding.EncodedLen(len(data)))
		out = append(out, t.JSON[from:hole.At]...)
		out = base64.StdEncoding.AppendEncode(out, data)
		from = hole.At
	}
	return append(out, t.JSON[from:]...), nil
}

// encoder writes compact JSON with Cyrillic, <, > and & as they are, just as
// encoding/json does; a test holds it against that.
type encoder struct {
	out   []byte
	files []Hole
}

// begin opens an object, behind a comma where another value stands before.
func (w *encoder) begin() {
	if n := len(w.out); n > 0 && w.out[n-1] == '}' {
		w.out = append(w.out, ',')
	}
	w.out = append(w.out, '{')
}

// key begins a member of an object; name is plain ASCII.
func (w *encoder) key(name string) {
	if w.out[len(w.out)-1] != '{' {
		w.out = append(w.out, ',')
	}
	w.out = append(append(append(w.out, '"'), name...), '"', ':')
}

func (w *encoder) text(name, s string) {
	w.key(name)
	w.string(s)
}

// some is [encoder.text] that leaves out what is empty.
func (w *encoder) some(name, s string) {
	if s != "" {
		w.text(name, s)
	}
}

func (w *encoder) flag(name string, on bool) {
	w.key(name)
	if on {
		w.out = append(w.out, "true"...)
	} else {
		w.out = append(w.out, "false"...)
	}
}

func (w *encoder) string(s string) {
	if plain(s) {
		w.out = append(append(append(w.out, '"'), s...), '"')
		return
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // of a string: cannot fail
	w.out = append(w.out, bytes.TrimSuffix(buf.Bytes(), []byte("\n"))...)
}

// plain reports whether a text stands in JSON as it is.
func plain(s string) bool {
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

// end closes an object. Before that it puts extra behind its keys, in the order
// of names; a key of ours is never overridden.
func end[T any](w *encoder, extra appeal.Extra, known []field[T]) {
	if len(extra) > 0 {
		w.extra(extra, func(name string) bool { return indexOf(known, []byte(name)) >= 0 })
	}
	w.out = append(w.out, '}')
}

func (w *encoder) extra(extra appeal.Extra, ours func(name string) bool) {
	for _, name := range slices.Sorted(maps.Keys(extra)) {
		if ours(name) {
			continue
		}
		if w.out[len(w.out)-1] != '{' {
			w.out = append(w.out, ',')
		}
		w.string(name)
		w.out = append(append(w.out, ':'), extra[name]...)
	}
}
