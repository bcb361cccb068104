package appeal

import (
	"encoding/json"
	"strconv"
	"time"
	"unicode/utf8"
)

// writer appends keys and values as encoding/json writes them.
type writer struct {
	out  []byte
	lost bool // it met a value that encoding/json must encode or refuse
}

func (w *writer) raw(s string) { w.out = append(w.out, s...) }

func (w *writer) text(key, s string) {
	if !plainJSON(s) {
		w.other(key, s)
		return
	}
	w.out = append(append(append(append(w.out, key...), '"'), s...), '"')
}

// some writes a text with the option omitempty.
func (w *writer) some(key, s string) {
	if s != "" {
		w.text(key, s)
	}
}

func (w *writer) number(key string, n int64) {
	w.raw(key)
	w.out = strconv.AppendInt(w.out, n, 10)
}

func (w *writer) flag(key string, on bool) {
	w.raw(key)
	w.out = strconv.AppendBool(w.out, on)
}

func (w *writer) time(key string, t time.Time) {
	w.raw(key)
	out, err := t.AppendText(append(w.out, '"'))
	w.out, w.lost = append(out, '"'), w.lost || err != nil
}

func (w *writer) extra(x Extra) {
	if len(x) > 0 {
		w.other(`,"extra":`, x)
	}
}

// other writes a value that few appeals have, with encoding/json.
func (w *writer) other(key string, v any) {
	data, err := json.Marshal(v)
	w.out, w.lost = append(append(w.out, key...), data...), w.lost || err != nil
}

func each[T any](w *writer, key string, items []T, write func(*T)) {
	w.raw(key)
	if items == nil {
		w.raw("null")
		return
	}
	w.raw("[")
	for i := range items {
		if i > 0 {
			w.raw(",")
		}
		write(&items[i])
	}
	w.raw("]")
}

// plainJSON reports whether encoding/json writes a text without escapes: valid UTF-8
// without special characters of JSON, HTML or JavaScript.
func plainJSON(s string) bool {
	for i := 0; i < len(s); i++ {
		switch signs[s[i]] {
		case plainSign:
		case russian: // nearly all non-ASCII letters
			if i++; i == len(s) || s[i]&0xC0 != 0x80 {
				return false
			}
		case wideSign:
			r, size := utf8.DecodeRuneInString(s[i:])
			if size == 1 || r == '\u2028' || r == '\u2029' {
				return false
			}
			i += size - 1
		default:
			return false
		}
	}
	return true
}

// The meaning of the first byte of a character; 0 = it must be escaped.
const (
	plainSign = 1 + iota
	russian   // two bytes
	wideSign
)

var signs = func() (of [256]uint8) {
	for c := range of {
		switch {
		case c == 0xD0 || c == 0xD1:
			of[c] = russian
		case c >= utf8.RuneSelf:
			of[c] = wideSign
		case c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&':
			of[c] = plainSign
		}
	}
	return of
}()
