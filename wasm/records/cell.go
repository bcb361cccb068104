package records

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxQuoted is how far the closing quote of a cell is searched, in bytes. A cell in
// Excel has at most 32,767 characters.
const maxQuoted = 256 << 10

// cell reads the cell at an offset. end is the offset of the separator or line break
// after the cell.
//
// By the rules of CSV a quote at the beginning encloses the cell, and quotes inside
// are doubled. But many programs write cells unquoted, and text copied from Excel
// has quotes only around cells with a tab or a line break. There a company name such
// as «"Ромашка" ООО» begins with a quote that belongs to the name.
func (r *Reader) cell(at int) (cell string, end int) {
	plain := at
	for plain < len(r.text) && r.text[plain] != r.comma && r.text[plain] != '\n' {
		plain++
	}
	asIs := r.text[at:plain]
	if strings.HasPrefix(asIs, `="`) { // ="012" keeps Excel from dropping the zero, see package table
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
		// Enclosed, but the quotes inside are not doubled.
		return strings.TrimSuffix(strings.TrimRight(asIs[1:], " "), `"`), plain
	case end == 0 || r.reachesFurther(at, end):
		return asIs, plain
	case r.comma == '\t' && !r.quote && end == plain && !strings.Contains(inside, `""`):
		return asIs, plain
	}
	return strings.ReplaceAll(inside, `""`, `"`), end
}

// enclosed returns the text that the quote at an offset encloses, and the end of the
// cell, 0 if the quote is never closed. stray is the offset of the first quote that
// neither is doubled nor ends the cell; if there is one, nothing is enclosed.
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

// reachesFurther reports whether the text that a quote encloses, up to end, must be
// several cells: counting separators, each line that it touches has as many cells as
// a record.
func (r *Reader) reachesFurther(at, end int) bool {
	if r.width < 2 || !strings.ContainsAny(r.text[at:end], string(r.comma)+"\n") {
		return false
	}
	for line := r.lineAt; ; {
		lineEnd, full := r.isFullLine(line)
		if !full || lineEnd >= end {
			return full
		}
		line = lineEnd + 1
	}
}

// isFullLine reports whether the line at an offset has as many cells as a record,
// and where it ends. The last answer is cached: it is needed for every cell of a
// line, and a line may have very many.
func (r *Reader) isFullLine(line int) (end int, full bool) {
	if k := &r.known; k.line != line || k.end == 0 {
		length := strings.IndexByte(r.text[line:], '\n')
		if length < 0 {
			length = len(r.text) - line
		}
		*k = known{line, line + length, strings.Count(r.text[line:line+length], string(r.comma))+1 == r.width}
	}
	return r.known.end, r.known.full
}

// opens reports whether the quote at an offset opens a word rather than closes one.
func opens(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	behind, _ := utf8.DecodeRuneInString(text[at+1:])
	return (unicode.IsSpace(before) || before == '(') && (unicode.IsLetter(behind) || unicode.IsDigit(behind))
}
