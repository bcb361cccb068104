package archive

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rroform/wasm/appeal"
)

// maxBody limits the body's name, in characters, so that the whole file name stays well
// below the limits of Windows and e-mail.
const maxBody = 60

// Stem returns the name of an archive's parts without number and extension:
// "РРО_‹body›_2026-10". It is Cyrillic, so that a clerk recognises it among downloads
// and whoever uploads it sees whose it is. Chromium 109 and 156 and Firefox ESR 153
// keep such a name. Names inside the archive must be ASCII. period is one of the
// names below.
func Stem(body, period string) string { return "РРО_" + cleanName(body) + "_" + period }

// Periods for [Stem]: a month, a range of days, the changes since an earlier archive,
// a zero report.
func MonthName(m appeal.Month) string       { return m.String() }
func RangeName(from, to appeal.Date) string { return string(from) + "_" + string(to) }
func ChangesName(day appeal.Date) string    { return "изменения_" + string(day) }
func ZeroName(m appeal.Month) string        { return m.String() + "_нулевой" }

// PartName returns "РРО_‹орган›_2026-10_001.zip".
func PartName(stem string, n int) string { return fmt.Sprintf("%s_%03d.zip", stem, n) }

// PartNumber returns n of a name that [PartName] made for this stem, 0 for any other
// name. It ignores letter case, as Windows does.
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

// cleanName returns the words of a name, joined by underscores: as many whole words
// as fit into maxBody characters.
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
