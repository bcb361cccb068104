package appeal

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A number with an invisible character is another number for a program but looks the
// same to people. A character that reverses the direction of writing makes a file name
// look like another one. Such characters are reported and made visible.

// fillers are letters of other alphabets that are invisible.
var fillers = []rune{0x115F, 0x1160, 0x3164, 0xFFA0}

// IsHidden reports whether a character is invisible or changes the direction of
// writing. Line breaks and tabs do not count.
func IsHidden(r rune) bool {
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return false
	case r < 0x7f:
		return r < ' '
	case 0x400 <= r && r < 0x530: // Cyrillic: the common case, decided without the slow tables
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Cc, unicode.Zl, unicode.Zp) || r&0xFFFE == 0xFFFE ||
		slices.Contains(fillers, r)
}

// Visible replaces hidden characters by their numbers: «[U+202E]».
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

// WithoutHidden removes hidden characters.
func WithoutHidden(s string) string {
	return strings.Map(func(r rune) rune {
		if IsHidden(r) {
			return -1
		}
		return r
	}, s)
}
