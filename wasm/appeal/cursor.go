package appeal

import (
	"encoding/json"
	"strconv"
	"time"
	"unicode/utf8"
)

// cursor reads compact JSON in one pass. When it meets something unexpected it sets
// lost and from then on reads only zero values.
type cursor struct {
	data []byte
	at   int
	lost bool
}

// next skips a character if it comes next.
func (c *cursor) next(sign byte) bool {
	if c.lost || c.at >= len(c.data) || c.data[c.at] != sign {
		return false
	}
	c.at++
	return true
}

func (c *cursor) want(sign byte) {
	c.lost = !c.next(sign) || c.lost
}

func (c *cursor) word(w string) bool {
	if c.lost || c.at+len(w) > len(c.data) || string(c.data[c.at:c.at+len(w)]) != w {
		return false
	}
	c.at += len(w)
	return true
}

// quoted reads a string and returns what is between its quotes. plain is false if that
// contains escapes.
func (c *cursor) quoted() (inside []byte, plain bool) {
	c.want('"')
	if c.lost {
		return nil, true
	}
	data, all := c.data[c.at:], byte(0)
	plain = true
	for at := 0; at < len(data); at++ {
		b := data[at]
		all |= b
		if !stops[b] {
			continue
		}
		switch b {
		case '"':
			c.at += at + 1
			return data[:at], plain && (all < utf8.RuneSelf || utf8.Valid(data[:at]))
		case '\\':
			plain = false
			at++
		default:
			c.lost = true
			return nil, true
		}
	}
	c.lost = true
	return nil, true
}

// stops are the bytes with a meaning inside a string: the quote, the backslash, and
// bytes that are not allowed.
var stops = func() (is [256]bool) {
	for b := range ' ' {
		is[b] = true
	}
	is['"'], is['\\'] = true, true
	return is
}()

// key skips this key and its colon if they come next.
func (c *cursor) key(key string) bool {
	rest := c.data[c.at:]
	n := len(key) + 3
	if len(rest) < n || rest[1] != key[0] || string(rest[1:n-2]) != key || rest[0] != '"' || rest[n-2] != '"' ||
		rest[n-1] != ':' {
		return false
	}
	c.at += n
	return true
}

func (c *cursor) text() string {
	from := c.at
	inside, plain := c.quoted()
	if plain {
		return string(inside)
	}
	var s string
	c.lost = json.Unmarshal(c.data[from:c.at], &s) != nil || c.lost
	return s
}

// status reads a status without allocating if it is a known one.
func (c *cursor) status() Status {
	from := c.at
	if inside, plain := c.quoted(); plain {
		for i := range Statuses {
			if is := Statuses[i].Status; string(is) == string(inside) {
				return is
			}
		}
	}
	if c.lost {
		return ""
	}
	c.at = from
	return Status(c.text())
}

func (c *cursor) flag() bool {
	yes := c.word("true")
	c.lost = !yes && !c.word("false") || c.lost
	return yes
}

func (c *cursor) number() int64 {
	from := c.at
	for c.at < len(c.data) && (c.data[c.at] == '-' || c.data[c.at] >= '0' && c.data[c.at] <= '9') {
		c.at++
	}
	digits := string(c.data[from:c.at])
	n, err := strconv.ParseInt(digits, 10, 64)
	c.lost = c.lost || err != nil || strconv.FormatInt(n, 10) != digits
	return n
}

func (c *cursor) time() (t time.Time) {
	from := c.at
	if _, plain := c.quoted(); c.lost || !plain {
		c.lost = true
		return t
	}
	c.lost = t.UnmarshalJSON(c.data[from:c.at]) != nil
	return t
}

// other decodes a value with encoding/json.
func (c *cursor) other(into any) {
	from, depth := c.at, 0
	for ; !c.lost && c.at < len(c.data); c.at++ {
		switch c.data[c.at] {
		case '"':
			c.quoted()
			c.at--
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if depth <= 0 { // only lists and objects end here; anything else fails below
			c.at++
			break
		}
	}
	c.lost = c.lost || c.at > len(c.data) || json.Unmarshal(c.data[from:c.at], into) != nil
}

// object reads members in the order of the table. Any may be missing.
func object[T any](c *cursor, members []member[T], to *T) {
	c.want('{')
	if c.next('}') {
		return
	}
	for n := 0; !c.lost; n++ {
		for n < len(members) && !c.key(members[n].key) {
			n++
		}
		if n == len(members) {
			c.lost = true
			return
		}
		members[n].read(c, to)
		if c.next('}') {
			return
		}
		c.want(',')
	}
}

func pointer[T any](c *cursor, members []member[T]) *T {
	to := new(T)
	object(c, members, to)
	return to
}

// list distinguishes [] from null, as encoding/json does.
func list[T any](c *cursor, members []member[T]) []T {
	if c.word("null") {
		return nil
	}
	c.want('[')
	out := []T{}
	if c.next(']') {
		return out
	}
	for !c.lost {
		out = append(out, *new(T))
		object(c, members, &out[len(out)-1])
		if c.next(']') {
			return out
		}
		c.want(',')
	}
	return nil
}
