package sheet

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"rroform/wasm/pattern"
)

// What stands in place of a value that a cell does not have: errors that the
// page's library knows, see [errorWords].
const (
	noString  = "#REF!"
	noNumber  = "#VALUE!"
	noFormula = "#GETTING_DATA"
)

// mended is the part of a sheet of XLSX with cells, without what the library
// need not see: links over ranges would make it make cells. Cells that make no
// sense become errors, so that they neither refuse the book nor pass for empty.
func mended(sheet []byte, stringCount int) []byte {
	out := bytes.NewBuffer(make([]byte, 0, len(sheet)+64))
	out.WriteString("<worksheet>")
	inside := false
	for text := sheet; ; {
		t, rest, found := nextTag(text)
		if !found {
			break
		}
		switch {
		case t.is("sheetData") && !t.closes():
			inside = true
			text = text[bytes.IndexByte(text, '<'):]
		case t.is("sheetData"):
			out.Write(text[:len(text)-len(rest)])
			inside = false
		case inside && t.is("c") && !t.closes() && !t.empty():
			close, behind := endOfCell(rest)
			if wrong := wrongCell(t, rest[:close], stringCount); wrong != "" {
				out.Write(text[:bytes.IndexByte(text, '<')])
				out.WriteString("<c")
				if at := t.attribute("r"); at != nil {
					fmt.Fprintf(out, ` r="%s"`, at)
				}
				fmt.Fprintf(out, ` t="e"><v>%s</v></c>`, wrong)
				text = rest[behind:]
				continue
			}
			rest = rest[behind:]
		}
		if inside {
			out.Write(text[:len(text)-len(rest)])
		}
		text = rest
	}
	out.WriteString("</worksheet>")
	return out.Bytes()
}

// endOfCell is where the tag begins that closes a cell, and where it ends.
func endOfCell(text []byte) (begin, end int) {
	for rest := text; ; {
		t, behind, found := nextTag(rest)
		if !found {
			return len(text), len(text)
		}
		if t.closes() && t.is("c") {
			end := len(text) - len(behind)
			return end - len(t) - 2, end
		}
		rest = behind
	}
}

// wrongCell says what a cell lacks, "" = nothing.
func wrongCell(t tag, inside []byte, stringCount int) string {
	value, hasValue, formula := parts(inside)
	switch kind := string(t.attribute("t")); {
	case !hasValue && formula && kind != "inlineStr":
		return noFormula
	case !hasValue:
		return ""
	case len(value) == 0:
		if formula && kind != "str" {
			return noFormula
		}
	case kind == "s":
		if n, err := strconv.Atoi(string(value)); err != nil || n < 0 || n >= stringCount {
			return noString
		}
	case kind == "" || kind == "n":
		if n, err := strconv.ParseFloat(string(value), 64); err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return noNumber
		}
	}
	return ""
}

// parts looks into a cell: at the text of its value, and for a formula.
func parts(inside []byte) (value []byte, hasValue, formula bool) {
	for text := inside; ; {
		t, rest, found := nextTag(text)
		if !found {
			return value, hasValue, formula
		}
		switch string(t.name()) {
		case "v":
			if t.closes() {
				break
			}
			hasValue = true
			if !t.empty() {
				value, _, _ = bytes.Cut(rest, []byte{'<'})
				value = bytes.TrimSpace(value)
			}
		case "f":
			formula = true
		}
		text = rest
	}
}

var emptyString = pattern.Of(`<((?:\w+:)?si)\s*/>`)

// mendedStrings writes empty strings at length: the library passes over short
// ones, and all behind it would be the wrong ones.
func mendedStrings(strs []byte) []byte {
	return emptyString().ReplaceAll(strs, []byte("<$1></$1>"))
}

// countStrings counts the common strings of a book, see the limit of noString.
func countStrings(strs []byte) (n int) {
	for text := strs; ; {
		t, rest, found := nextTag(text)
		if !found {
			return n
		}
		if t.is("si") && !t.closes() {
			n++
		}
		text = rest
	}
}
