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

// Text is an entry without the bytes of its answer files, which are too large to be
// in memory twice.
type Text struct {
	JSON  []byte
	Files []Hole // in the order of At
}

// Hole is the offset in [Text].JSON, between two quotes, where the base64 of a file
// belongs.
type Hole struct {
	At   int
	File *appeal.Attachment
}

// Bytes returns the whole entry, with standard base64 without line breaks in the holes.
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

// encoder writes compact JSON. Cyrillic, <, > and & are not escaped. A test compares
// it with encoding/json.
type encoder struct {
	out   []byte
	files []Hole
}

// begin begins an object, after a comma if one precedes it.
func (w *encoder) begin() {
	if n := len(w.out); n > 0 && w.out[n-1] == '}' {
		w.out = append(w.out, ',')
	}
	w.out = append(w.out, '{')
}

// key begins a member of an object. name must be ASCII without characters to escape.
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

// some is [encoder.text], but skips empty values.
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
	_ = enc.Encode(s) // cannot fail for a string
	w.out = append(w.out, bytes.TrimSuffix(buf.Bytes(), []byte("\n"))...)
}

// plain reports whether a text needs no escapes in JSON.
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
	// JavaScript treats U+2028 and U+2029 as line breaks.
	return !wide || utf8.ValidString(s) && !strings.Contains(s, "\u2028") && !strings.Contains(s, "\u2029")
}

// end ends an object after adding the extra keys, sorted by name. An extra key never
// replaces a known one.
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
