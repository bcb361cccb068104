package appeal

import (
	"encoding/json"
	"strconv"
	"time"
	"unicode/utf8"
)

// cursor goes once through compact JSON. Once it meets what it does not expect
// it is lost and reads only zero values.
type cursor struct {
	data []byte
	at   int
	lost bool
}

// next takes one sign if it stands here.
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

// quoted takes a string and returns what stands between its quotes; plain is
// false when that is not what it says.
func (c *cursor) quoted() (inside []byte, plain bool) {
	c.want('"')
	if c.lost {
		return nil, true
	}
	from, wide := c.at, false
	plain = true
	for ; c.at < len(c.data); c.at++ {
		switch b := c.data[c.at]; {
		case b == '"':
			inside = c.data[from:c.at]
			c.at++
			return inside, plain && (!wide || utf8.Valid(inside))
		case b == '\\':
			plain = false
			c.at++
		case b < ' ':
			c.lost = true
			return nil, true
		case b >= utf8.RuneSelf:
			wide = true
		}
	}
	c.lost = true
	return nil, true
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

// status is text of which there are few: known ones are not copied.
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

// other leaves a value to encoding/json.
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
		if depth <= 0 { // lists and objects only: anything else has no end here and fails below
			c.at++
			break
		}
	}
	c.lost = c.lost || c.at > len(c.data) || json.Unmarshal(c.data[from:c.at], into) != nil
}

// object reads members in the order of the table; any may be missing.
func object[T any](c *cursor, members []member[T], to *T) {
	c.want('{')
	if c.next('}') {
		return
	}
	for n := 0; !c.lost; n++ {
		key, _ := c.quoted()
		for n < len(members) && members[n].key != string(key) {
			n++
		}
		if c.want(':'); c.lost || n == len(members) {
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

// list tells none from null, as encoding/json does.
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
		var one T
		object(c, members, &one)
		out = append(out, one)
		if c.next(']') {
			return out
		}
		c.want(',')
	}
	return nil
}
