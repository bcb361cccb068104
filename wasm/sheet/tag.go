package sheet

import "bytes"

// tag is what stands between the brackets of an XML tag.
type tag []byte

// nextTag finds the first tag of a text, and what stands behind it.
func nextTag(text []byte) (t tag, rest []byte, found bool) {
	at := bytes.IndexByte(text, '<')
	if at < 0 {
		return nil, nil, false
	}
	end := bytes.IndexByte(text[at:], '>')
	if end < 0 {
		return nil, nil, false
	}
	return tag(text[at+1 : at+end]), text[at+end+1:], true
}

// name is the name without its prefix, for a closing tag as well; see closes.
func (t tag) name() []byte {
	if t.closes() {
		t = t[1:]
	}
	start, end := 0, 0
	for ; end < len(t) && t[end] > ' ' && t[end] != '/'; end++ {
		if t[end] == ':' {
			start = end + 1
		}
	}
	return t[start:end]
}

func (t tag) is(name string) bool { return string(t.name()) == name }

func (t tag) closes() bool { return len(t) > 0 && t[0] == '/' }

// empty reports whether nothing stands inside the element.
func (t tag) empty() bool { return bytes.HasSuffix(t, []byte{'/'}) }

// attribute returns the value of an attribute, whatever prefix its name has.
func (t tag) attribute(name string) (found []byte) {
	t.attributes(func(key, value []byte) bool {
		if string(key) == name {
			found = value
		}
		return found == nil
	})
	return found
}

// attributes hands names without prefixes and values to take until it is false.
func (t tag) attributes(take func(key, value []byte) bool) {
	blank := 0
	for blank < len(t) && t[blank] > ' ' {
		blank++
	}
	for text := []byte(t[blank:]); ; {
		name, rest, found := bytes.Cut(text, []byte{'='})
		if rest = bytes.TrimLeft(rest, " \t\r\n"); !found || len(rest) == 0 {
			return
		}
		value, behind, _ := bytes.Cut(rest[1:], rest[:1])
		name = bytes.TrimSpace(name)
		if !take(name[bytes.IndexByte(name, ':')+1:], value) {
			return
		}
		text = behind
	}
}
