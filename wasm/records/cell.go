package records

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxQuoted is how far the end of a quoted cell is looked for, in bytes; a
// cell of Excel has 32,767 letters.
const maxQuoted = 256 << 10

// cell reads the cell at a place; end is where the comma or the line behind
// the cell stands.
//
// A quote at the beginning encloses a cell as CSV wants, with quotes inside
// doubled. But many programs write cells as they are, and a copy from Excel
// encloses only what holds a tab or a line break: there a name as «"Ромашка"
// ООО» begins with a quote of its own.
func (r *Reader) cell(at int) (cell string, end int) {
	plain := at
	for plain < len(r.text) && r.text[plain] != r.comma && r.text[plain] != '\n' {
		plain++
	}
	asIs := r.text[at:plain]
	if guarded := strings.HasPrefix(asIs, `="`); guarded { // ="012": a guard against Excel, see package table
		if _, _, end := r.enclosed(at + 1); end > 0 && !r.reachesFurther(at, end) {
			return r.text[at:end], end
		}
	}
	if !strings.HasPrefix(asIs, `"`) {
		return asIs, plain
	}
	inside, stray, end := r.enclosed(at)
	switch {
	case stray > 0 && strings.HasSuffix(strings.TrimRight(asIs, " "), `"`) && opens(r.text, stray):
		return strings.TrimSuffix(strings.TrimRight(asIs[1:], " "), `"`), plain // enclosed, those inside not doubled
	case end == 0 || r.reachesFurther(at, end):
		return asIs, plain
	case r.comma == '\t' && !r.quote && end == plain && !strings.Contains(inside, `""`):
		return asIs, plain
	}
	return strings.ReplaceAll(inside, `""`, `"`), end
}

// enclosed reads what the quote at a place encloses. Without an end it is 0;
// stray is the first quote that neither is doubled nor ends the cell, and then
// nothing is enclosed.
func (r *Reader) enclosed(at int) (inside string, stray, end int) {
	text := r.text[:min(len(r.text), at+maxQuoted)]
	for i := at + 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			i++
			continue
		}
		behind := i + 1
		for behind < len(text) && text[behind] == ' ' {
			behind++
		}
		if behind == len(r.text) || behind < len(text) && (text[behind] == r.comma || text[behind] == '\n') {
			return text[at+1 : i], 0, behind
		}
		return "", i, 0
	}
	return "", 0, 0
}

// reachesFurther reports whether what a quote encloses is several cells: each
// line that it touches has as many as a record has, if commas are counted.
func (r *Reader) reachesFurther(at, end int) bool {
	if r.width < 2 || !strings.ContainsAny(r.text[at:end], string(r.comma)+"\n") {
		return false
	}
	for line := r.lineAt; ; {
		behind, even := r.even(line)
		if !even || behind >= end {
			return even
		}
		line = behind + 1
	}
}

// even reports whether a line has as many cells as a record has, and where it
// ends. The last answer is kept: a line may have cells without number.
func (r *Reader) even(line int) (behind int, even bool) {
	if k := &r.known; k.line != line || k.behind == 0 {
		behind := strings.IndexByte(r.text[line:], '\n')
		if behind < 0 {
			behind = len(r.text) - line
		}
		*k = known{line, line + behind, strings.Count(r.text[line:line+behind], string(r.comma))+1 == r.width}
	}
	return r.known.behind, r.known.even
}

// opens reports whether the quote at a place opens a word rather than closes
// one.
func opens(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	behind, _ := utf8.DecodeRuneInString(text[at+1:])
	return (unicode.IsSpace(before) || before == '(') && (unicode.IsLetter(behind) || unicode.IsDigit(behind))
}
