package appeal

import (
	"encoding/json"
	"strconv"
	"time"
)

// member is how a field of T is read and written under its key.
type member[T any] struct {
	key   string
	read  func(*cursor, *T)
	write func([]byte, *T) []byte
	blank func(*T) bool
	omit  bool // where it is blank
}

// omitted is ",omitempty".
func (m member[T]) omitted() member[T] {
	m.omit = true
	return m
}

// The kinds of fields; at tells where in T the value stands.

func text[T any, S ~string](key string, at func(*T) *S) member[T] {
	return member[T]{key: key,
		read:  func(c *cursor, t *T) { *at(t) = S(c.text()) },
		write: func(out []byte, t *T) []byte { return appendText(out, string(*at(t))) },
		blank: func(t *T) bool { return *at(t) == "" }}
}

func status[T any](key string, at func(*T) *Status) member[T] {
	m := text(key, at)
	m.read = func(c *cursor, t *T) { *at(t) = c.status() }
	return m
}

func number[T any](key string, at func(*T) *int64) member[T] {
	return member[T]{key: key,
		read:  func(c *cursor, t *T) { *at(t) = c.number() },
		write: func(out []byte, t *T) []byte { return strconv.AppendInt(out, *at(t), 10) }}
}

func flag[T any](key string, at func(*T) *bool) member[T] {
	return member[T]{key: key,
		read:  func(c *cursor, t *T) { *at(t) = c.flag() },
		write: func(out []byte, t *T) []byte { return strconv.AppendBool(out, *at(t)) }}
}

// some is a flag of which there may be none.
func some[T any](key string, at func(*T) **bool) member[T] {
	return member[T]{key: key, omit: true,
		read:  func(c *cursor, t *T) { on := c.flag(); *at(t) = &on },
		write: func(out []byte, t *T) []byte { return strconv.AppendBool(out, **at(t)) },
		blank: func(t *T) bool { return *at(t) == nil }}
}

func moment[T any](key string, at func(*T) *time.Time) member[T] {
	return member[T]{key: key,
		read:  func(c *cursor, t *T) { *at(t) = c.time() },
		write: func(out []byte, t *T) []byte { return appendJSON(out, at(t)) }}
}

func list[T, E any](key string, members []member[E], at func(*T) *[]E) member[T] {
	return member[T]{key: key,
		read:  func(c *cursor, t *T) { *at(t) = objects(c, members) },
		write: func(out []byte, t *T) []byte { return appendObjects(out, members, *at(t)) },
		blank: func(t *T) bool { return len(*at(t)) == 0 }}
}

func pointer[T, E any](key string, members []member[E], at func(*T) **E) member[T] {
	return member[T]{key: key, omit: true,
		read:  func(c *cursor, t *T) { to := new(E); object(c, members, to); *at(t) = to },
		write: func(out []byte, t *T) []byte { return appendObject(out, members, *at(t)) },
		blank: func(t *T) bool { return *at(t) == nil }}
}

// extra is what few appeals have: left to encoding/json.
func extra[T any](key string, at func(*T) *Extra) member[T] {
	return member[T]{key: key, omit: true,
		read:  func(c *cursor, t *T) { c.other(at(t)) },
		write: func(out []byte, t *T) []byte { return appendJSON(out, at(t)) },
		blank: func(t *T) bool { return len(*at(t)) == 0 }}
}

func texts[T any](key string, at func(*T) *[]string) member[T] {
	return member[T]{key: key, omit: true,
		read:  func(c *cursor, t *T) { c.other(at(t)) },
		write: func(out []byte, t *T) []byte { return appendJSON(out, at(t)) },
		blank: func(t *T) bool { return len(*at(t)) == 0 }}
}

// appendJSON leaves a value to encoding/json. One that it does not write, an
// extra of another program that is no JSON, makes the text no JSON either:
// see [Marshal].
func appendJSON(out []byte, value any) []byte {
	data, err := json.Marshal(value)
	if err != nil {
		return append(out, notJSON)
	}
	return append(out, data...)
}
