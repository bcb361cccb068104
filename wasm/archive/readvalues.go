package archive

import (
	"encoding/base64"
	"fmt"
	"iter"
	"strings"

	"rroform/wasm/appeal"
	"rroform/wasm/foreign"
	"rroform/wasm/pattern"
)

// text reads a string. Any other value becomes its JSON text, so that the clerk sees
// and corrects it.
func (r *reader) text(v foreign.Value, p place) string {
	s := v.Text()
	switch v.Kind() {
	case foreign.String:
		return s
	case foreign.Null:
		r.repair(p.String(), "null", "пусто")
		return ""
	case foreign.Number:
		r.repair(p.String(), "число "+s, "текст «"+s+"»")
	default:
		r.repair(p.String(), s, "текст «"+s+"»")
	}
	return s
}

// mend replaces a text whose meaning is certain, and records the repair.
func (r *reader) mend(p place, was, is string) string {
	if was != is {
		r.repair(p.String(), "«"+was+"»", quoted(is))
	}
	return is
}

func quoted(s string) string {
	if s == "" {
		return "пусто"
	}
	return "«" + s + "»"
}

// list reads a list of objects. It reads one object as a list of one and null as an
// empty list.
func (r *reader) list(v foreign.Value, p place) iter.Seq[foreign.Value] {
	switch v.Kind() {
	case foreign.Array:
		return func(yield func(foreign.Value) bool) {
			n := 0
			for item := range v.Items() {
				if n++; n > maxList {
					r.refuse(item, fmt.Sprintf("В списке «%s» больше %d строк (ограничение)", appeal.Label(p.String()),
						maxList))
					return
				}
				if item.Kind() != foreign.Object {
					r.refuse(item, "В списке «"+appeal.Label(p.String())+"» стоит не объект")
					return
				}
				if !yield(item) {
					return
				}
			}
		}
	case foreign.Object:
		r.repair(p.String(), "один объект", "список из одного")
		return func(yield func(foreign.Value) bool) { yield(v) }
	case foreign.Null:
		r.repair(p.String(), "null", "пустой список")
	default:
		r.refuse(v, "На месте списка «"+appeal.Label(p.String())+"» стоит другое значение")
	}
	return func(func(foreign.Value) bool) {}
}

// flags are the known ways to write a boolean as text or number.
var flags = map[string]bool{"true": true, "1": true, "да": true, "yes": true, "false": false, "0": false, "нет": false,
	"no": false}

// flag reads a boolean, nil if there is none.
func (r *reader) flag(v foreign.Value, p place) *bool {
	s := v.Text()
	on, known := flags[strings.ToLower(strings.TrimSpace(s))]
	switch {
	case v.Kind() == foreign.Bool:
	case v.Kind() == foreign.Null || v.Kind() == foreign.String && strings.TrimSpace(s) == "":
		r.repair(p.String(), quoted(s), "пусто")
		return nil
	case !known:
		r.refuse(v, "В поле «"+appeal.Label(p.String())+"» нужно true или false")
		return nil
	default:
		r.repair(p.String(), "«"+s+"»", map[bool]string{true: "да", false: "нет"}[on])
	}
	return &on
}

// date reads a day. It keeps a text that is not a day; the rules report it.
func (r *reader) date(v foreign.Value, p place) appeal.Date {
	s := r.text(v, p)
	if d := appeal.Date(s); d.Valid() {
		return d
	}
	if s == "" {
		if v.Kind() == foreign.String {
			r.repair(p.String(), "пустая строка", "пусто")
		}
		return ""
	}
	d := appeal.ParseDate(s, "")
	if d.Valid() {
		r.repair(p.String(), "«"+s+"»", d.Russian())
		return d
	}
	return appeal.Date(s)
}

var hexGUID = pattern.Of(`^[0-9A-Fa-f]{32}$`)

// guid reads a GUID. It removes braces and blanks and adds missing hyphens.
func (r *reader) guid(v foreign.Value, p place) string {
	s := r.text(v, p)
	if appeal.IsGUID(s) {
		return s
	}
	id := strings.Trim(strings.TrimSpace(s), "{}")
	if hexGUID().MatchString(id) {
		id = id[:8] + "-" + id[8:12] + "-" + id[12:16] + "-" + id[16:20] + "-" + id[20:]
	}
	if !appeal.IsGUID(id) {
		return s
	}
	return r.mend(p, s, id)
}

func (r *reader) format(v foreign.Value, p place) appeal.Format {
	s := r.text(v, p)
	for _, row := range appeal.Formats {
		if strings.EqualFold(strings.TrimSpace(s), string(row.Value)) || s == row.Label {
			return appeal.Format(r.mend(p, s, string(row.Value)))
		}
	}
	return appeal.Format(s)
}

// misspelt are misspelt statuses that programs write (schemas/FORMAT.md, "Question").
var misspelt = map[string]appeal.Status{"notrecieved": appeal.NotReceived}

func (r *reader) status(v foreign.Value, p place) appeal.Status {
	if plain, ok := v.Plain(); ok {
		for i := range appeal.Statuses {
			if is := appeal.Statuses[i].Status; string(is) == string(plain) {
				return is // the usual case, without allocating
			}
		}
	}
	s := r.text(v, p)
	plain := strings.TrimSpace(s)
	if is, ok := misspelt[strings.ToLower(plain)]; ok {
		return appeal.Status(r.mend(p, s, string(is)))
	}
	for _, row := range appeal.Statuses {
		if strings.EqualFold(plain, string(row.Status)) || strings.EqualFold(plain, row.Label) {
			return appeal.Status(r.mend(p, s, string(row.Status)))
		}
	}
	return appeal.Status(s)
}

// code reads a classifier code. Written as a number it has lost its leading zeros.
func (r *reader) code(v foreign.Value, p place) string {
	if s := v.Text(); v.Kind() == foreign.Number && len(s) <= 4 && strings.Trim(s, "0123456789") == "" {
		code := strings.Repeat("0", 4-len(s)) + s
		r.repair(p.String(), "число "+s, "код «"+code+"»")
		return code
	}
	return r.text(v, p)
}

// base64 reads the bytes of a file. It accepts line breaks, a data: URL, the URL
// alphabet, and missing padding.
func (r *reader) base64(v foreign.Value, p place) []byte {
	text, plain := v.Plain()
	if !plain {
		text = []byte(r.text(v, p))
	}
	out := make([]byte, base64.StdEncoding.DecodedLen(len(text)))
	n, err := base64.StdEncoding.Decode(out, text)
	if err == nil && base64.StdEncoding.EncodedLen(n) == len(text) {
		return out[:n]
	}
	s, found := string(text), "base64 с переносами строк или пробелами"
	if rest, ok := strings.CutPrefix(s, "data:"); ok {
		_, s, _ = strings.Cut(rest, ",")
		found = "содержимое с приставкой «data:»"
	}
	s = strings.NewReplacer("-", "+", "_", "/", " ", "", "\t", "", "\r", "", "\n", "").Replace(s)
	data, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(s, "="))
	if err != nil {
		r.refuse(v, "Содержимое файла ответа записано не в base64")
		return nil
	}
	r.repair(p.String(), found, "base64")
	return data
}
