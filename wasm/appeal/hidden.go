package appeal

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A number with an invisible sign in it is another number to every program and
// the same to every eye; a name with a sign that turns the writing around reads
// as another file. Such signs are told of and shown, never silently kept.

// blanks of other alphabets that look like nothing.
var fillers = []rune{0x115F, 0x1160, 0x3164, 0xFFA0}

// IsHidden reports whether a sign cannot be seen or turns the writing around.
// Line breaks and tabs are what people type.
func IsHidden(r rune) bool {
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return false
	case r < 0x7f:
		return r < ' '
	case 0x400 <= r && r < 0x530: // Cyrillic: asked for every letter of the register
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Cc, unicode.Zl, unicode.Zp) || r&0xFFFE == 0xFFFE ||
		slices.Contains(fillers, r)
}

// Visible writes hidden signs by their numbers: «[U+202E]».
func Visible(s string) string {
	if !strings.ContainsFunc(s, IsHidden) {
		return s
	}
	var out strings.Builder
	for _, r := range s {
		if IsHidden(r) {
			fmt.Fprintf(&out, "[U+%04X]", r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// WithoutHidden drops hidden signs.
func WithoutHidden(s string) string {
	return strings.Map(func(r rune) rune {
		if IsHidden(r) {
			return -1
		}
		return r
	}, s)
}
