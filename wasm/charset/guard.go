package charset

import (
	"bytes"
	"errors"
)

// Limits of an XML text: the reader keeps each open element, and all
// attributes of one, in a hundred times the room of their text.
const (
	maxTag   = 256 << 10 // bytes
	maxAttrs = 300       // of a tag; some readers compare each with all others
	maxName  = 1000      // bytes of a name; some readers look at each of its ends
	maxDepth = 200
)

// What [XML] answers instead of the text that passes a limit.
var (
	ErrTag = errors.New("метка XML длиннее 256 КБ, в ней больше 300 свойств или имя длиннее 1000 знаков " +
		"(ограничение)")
	ErrDepth = errors.New("метки XML вложены друг в друга глубже, чем на 200 уровней (ограничение)")
)

// GuardXML holds a text against the limits in one pass.
func GuardXML(text []byte) error {
	depth := 0
	for {
		at := bytes.IndexByte(text, '<')
		if at < 0 {
			return nil
		}
		text = text[at:]
		if rest, is := behindMarked(text); is {
			text = rest
			continue
		}
		end := endOfTag(text)
		switch {
		case end < 0:
			return ErrTag
		case end == len(text): // cut off, the reader says so
			return nil
		case text[1] == '/':
			depth--
		case text[1] != '?' && text[1] != '!' && text[end-1] != '/':
			depth++
		}
		if depth > maxDepth {
			return ErrDepth
		}
		text = text[end+1:]
	}
}

var marked = []struct{ open, end []byte }{{[]byte("<!--"), []byte("-->")}, {[]byte("<![CDATA["), []byte("]]>")}}

// behindMarked returns what stands behind a part in which a bracket means
// nothing.
func behindMarked(text []byte) (rest []byte, is bool) {
	if len(text) < 2 || text[1] != '!' { // nearly every tag
		return nil, false
	}
	for _, mark := range marked {
		if rest, is := bytes.CutPrefix(text, mark.open); is {
			_, rest, _ = bytes.Cut(rest, mark.end)
			return rest, true
		}
	}
	return nil, false
}

// endOfTag is the place of the bracket that ends a tag, the length of a text
// that is cut off, -1 when the tag or a name is too long or there are too many attributes.
func endOfTag(text []byte) int {
	quote, attrs, name := byte(0), 0, 0
	for i := 1; i < min(len(text), maxTag); i++ {
		switch c := text[i]; {
		case quote != 0:
			if c == quote {
				quote, name = 0, 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		case c == '=':
			if attrs, name = attrs+1, 0; attrs > maxAttrs {
				return -1
			}
		case c <= ' ':
			name = 0
		default:
			if name++; name > maxName {
				return -1
			}
		}
	}
	if len(text) <= maxTag {
		return len(text)
	}
	return -1
}
