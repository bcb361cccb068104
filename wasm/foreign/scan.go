package foreign

import "math"

// node is a value of a text, or the name before a value. Nodes are in the order of the
// text: a value comes before what it contains.
type node struct {
	from, to int32
	next     int32 // index of the node after all that this one contains
	escaped  bool  // a string with a backslash
}

// scanner finds all values of a text in one pass. Within its limits it accepts exactly
// what encoding/json accepts. It does not say why it refuses a text; [Parse] finds out.
type scanner struct {
	text   []byte
	nodes  []node
	depth  int // how much deeper values may be nested
	commas int // how many more commas are allowed
}

func scan(text []byte, depth, most int) ([]node, bool) {
	if len(text) > math.MaxInt32 {
		return nil, false
	}
	const usual = 16 // bytes a node
	s := scanner{text, make([]node, 0, len(text)/usual+1), depth, most - 1}
	if len(text) > 1<<20 { // contains answer files: few, but long values
		s.nodes = nil
	}
	end := s.value(skipBlanks(text, 0))
	return s.nodes, end >= 0 && skipBlanks(text, end) == len(text)
}

// value returns the offset after the value that begins at i, -1 if there is none, as
// do all methods below.
func (s *scanner) value(i int) int {
	if i >= len(s.text) {
		return -1
	}
	at := len(s.nodes)
	s.nodes = append(s.nodes, node{from: int32(i)})
	switch c := s.text[i]; c {
	case '"':
		i = s.quoted(i, at)
	case '{':
		i = s.inside(i, '}', s.member)
	case '[':
		i = s.inside(i, ']', s.value)
	case 't':
		i = s.word(i, "true")
	case 'f':
		i = s.word(i, "false")
	case 'n':
		i = s.word(i, "null")
	default:
		i = s.number(i)
	}
	s.nodes[at].to, s.nodes[at].next = int32(i), int32(len(s.nodes))
	return i
}

// inside scans the members of an object or the values of a list.
func (s *scanner) inside(i int, end byte, one func(int) int) int {
	if s.depth--; s.depth < 0 {
		return -1
	}
	i = skipBlanks(s.text, i+1)
	if s.is(i, end) {
		s.depth++
		return i + 1
	}
	for {
		if i = one(i); i < 0 {
			return -1
		}
		i = skipBlanks(s.text, i)
		if s.is(i, end) {
			s.depth++
			return i + 1
		}
		if !s.is(i, ',') || s.commas <= 0 {
			return -1
		}
		s.commas--
		i = skipBlanks(s.text, i+1)
	}
}

func (s *scanner) is(i int, sign byte) bool { return i < len(s.text) && s.text[i] == sign }

// member scans a name and its value.
func (s *scanner) member(i int) int {
	if !s.is(i, '"') {
		return -1
	}
	at := len(s.nodes)
	s.nodes = append(s.nodes, node{from: int32(i)})
	if i = s.quoted(i, at); i < 0 {
		return -1
	}
	s.nodes[at].to, s.nodes[at].next = int32(i), int32(at+1)
	if i = skipBlanks(s.text, i); !s.is(i, ':') {
		return -1
	}
	return s.value(skipBlanks(s.text, i+1))
}

func (s *scanner) quoted(i, at int) int {
	for i++; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c > '\\' || c > '"' && c < '\\': // nearly all characters
		case c == '"':
			return i + 1
		case c == '\\':
			s.nodes[at].escaped = true
			if i = s.escape(i + 1); i < 0 {
				return -1
			}
		case c < ' ':
			return -1
		}
	}
	return -1
}

// escape returns the offset of the last character of the escape that begins at i,
// after the backslash.
func (s *scanner) escape(i int) int {
	if i >= len(s.text) {
		return -1
	}
	switch s.text[i] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return i
	case 'u':
		for range 4 {
			if i++; i >= len(s.text) || !isHex(s.text[i]) {
				return -1
			}
		}
		return i
	}
	return -1
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

func (s *scanner) word(i int, w string) int {
	if i+len(w) > len(s.text) || string(s.text[i:i+len(w)]) != w {
		return -1
	}
	return i + len(w)
}

func (s *scanner) number(i int) int {
	if s.is(i, '-') {
		i++
	}
	if s.is(i, '0') {
		i++
	} else if i = s.digits(i); i < 0 {
		return -1
	}
	if s.is(i, '.') {
		if i = s.digits(i + 1); i < 0 {
			return -1
		}
	}
	if s.is(i, 'e') || s.is(i, 'E') {
		if i++; s.is(i, '+') || s.is(i, '-') {
			i++
		}
		return s.digits(i)
	}
	return i
}

// digits scans one or more digits.
func (s *scanner) digits(i int) int {
	from := i
	for i < len(s.text) && s.text[i] >= '0' && s.text[i] <= '9' {
		i++
	}
	if i == from {
		return -1
	}
	return i
}
