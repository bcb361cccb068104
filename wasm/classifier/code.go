package classifier

import (
	"strings"
	"unicode"

	"rroform/wasm/layout"
)

const (
	GroupLen  = 4
	ZeroGroup = ".0000"
)

// wellFormed reports whether code is one to five groups of four digits, separated by
// dots.
func wellFormed(code string) bool {
	if len(code) > LevelSubquestion*(GroupLen+1)-1 || len(code)%(GroupLen+1) != GroupLen {
		return false
	}
	dot := GroupLen // offset of the next dot
	for i := range len(code) {
		switch {
		case i == dot:
			dot += GroupLen + 1
			if code[i] != '.' {
				return false
			}
		case code[i] < '0' || code[i] > '9':
			return false
		}
	}
	return true
}

// levelOf and parentOf need a well-formed code.
func levelOf(code string) int { return (len(code) + 1) / (GroupLen + 1) }

func parentOf(code string) string { return code[:max(0, len(code)-GroupLen-1)] }

// QuestionOf returns the code without the group of a подвопрос.
func QuestionOf(code string) string { return code[:min(len(code), LevelQuestion*(GroupLen+1)-1)] }

// trimZeroGroups removes the zero groups with which official tables pad the code of an
// upper level: "0003.0009.0099.0000" → "0003.0009.0099".
func trimZeroGroups(code string) string {
	for strings.HasSuffix(code, ZeroGroup) {
		code = strings.TrimSuffix(code, ZeroGroup)
	}
	return code
}

// TypedGroups reads the groups of a code as people and tables write it: spaces
// anywhere, dots missing, doubled, trailing or typed as commas, the letter О
// for zero, brackets or quotes around. It returns nil if the text is not made of digits.
// Groups keep their typed length, at most four.
//
// A code may also be typed in the other keyboard layout, «0003ю0009». Then the result
// must look like a code: «12б» is a house number.
func TypedGroups(text string) []string {
	if !strings.ContainsAny(text, "0123456789") { // «ооо» is a word, not zeros
		return nil
	}
	if groups := plainGroups(text); groups != nil {
		return groups
	}
	groups := plainGroups(layout.Sign(text, inCode))
	if len(groups) < 2 || len(groups) > LevelSubquestion || len(groups[0]) != GroupLen || groups[0][0] != '0' {
		return nil
	}
	return groups
}

// inCode reports whether a typed code may contain a character.
func inCode(r rune) bool {
	return r >= '0' && r <= '9' || strings.ContainsRune("oOоО.,", r) || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}

func plainGroups(text string) []string {
	var groups []string
	var group []byte
	flush := func() {
		if len(group) > 0 {
			groups = append(groups, string(group))
		}
		group = group[:0]
	}
	for _, r := range strings.Trim(text, " \t\r\n()[]«»\"';:") {
		switch {
		case r >= '0' && r <= '9':
			group = append(group, byte(r))
		case r == 'o' || r == 'O' || r == 'о' || r == 'О': // Latin and Cyrillic
			group = append(group, '0')
		case r == '.' || r == ',':
			flush()
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r): // Cf: soft hyphen, zero-width space
			continue
		default:
			return nil
		}
		if len(group) == GroupLen {
			flush()
		}
	}
	flush()
	return groups
}
