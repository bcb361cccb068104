package archive

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rroform/wasm/appeal"
)

// maxBody keeps the whole name well below what Windows and e-mail take.
const maxBody = 60

// Stem is the name of an archive's parts without number and extension:
// "РРО_‹орган›_2026-10". It is Cyrillic, so that a clerk recognises it among
// downloads and the one who uploads sees whose it is. We tried such a name in
// Chromium 109 and 156 and in Firefox ESR 153: each keeps it. Names inside the
// archive must be ASCII. Period is one of the names below.
func Stem(body, period string) string { return "РРО_" + cleanName(body) + "_" + period }

// What an archive is of, as its name says it.
func MonthName(m appeal.Month) string       { return m.String() }
func RangeName(from, to appeal.Date) string { return string(from) + "_" + string(to) }
func ChangesName(day appeal.Date) string    { return "изменения_" + string(day) }
func ZeroName(m appeal.Month) string        { return m.String() + "_нулевой" }

// PartName returns "РРО_‹орган›_2026-10_001.zip".
func PartName(stem string, n int) string { return fmt.Sprintf("%s_%03d.zip", stem, n) }

// PartNumber reads n back from a name of that stem; 0 when it is none. Letter
// case does not count, as it does not on a Windows disk.
func PartNumber(stem, name string) int {
	if len(name) <= len(stem) || !strings.EqualFold(name[:len(stem)], stem) {
		return 0
	}
	digits, ok := strings.CutSuffix(name[len(stem):], ".zip")
	n, err := strconv.Atoi(strings.TrimPrefix(digits, "_"))
	if !ok || err != nil {
		return 0
	}
	return n
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
