package archive

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rroform/wasm/appeal"
)

// maxBody keeps the whole name well below what Windows and e-mail take.
const maxBody = 60

// FileName returns "РРО_‹орган›_2026-10_001.zip". It is Cyrillic so that a
// clerk recognises it among downloads and the one who uploads sees whose it
// is; every browser and zip tool of the floor was seen to keep such a name
// (measured.md). Only the names inside the archive have to be ASCII. n counts
// the parts ever made for the body and month, so that no name comes twice and
// the browser never adds "(1)".
func FileName(body string, m appeal.Month, n int) string {
	return fmt.Sprintf("РРО_%s_%s_%03d.zip", cleanName(body), m, n)
}

// ZeroFileName is the name of a zero report's archive.
func ZeroFileName(body string, m appeal.Month, n int) string {
	return fmt.Sprintf("РРО_%s_%s_нулевой_%03d.zip", cleanName(body), m, n)
}

// cleanName leaves letters and digits, joined by underscores, at most maxBody
// letters and cut at a word's end.
func cleanName(body string) string {
	words := strings.FieldsFunc(body, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	name := ""
	for _, w := range words {
		next := w
		if name != "" {
			next = name + "_" + w
		}
		if utf8.RuneCountInString(next) > maxBody {
			break
		}
		name = next
	}
	if name == "" {
		return "орган"
	}
	return name
}
