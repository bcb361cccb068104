package table

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"rroform/wasm/appeal"
	"rroform/wasm/pattern"
)

// Days that Excel counts: of 1954 and 2119, so that no number of another kind
// with five digits in a date column is taken for one by a wide margin.
const firstSerial, lastSerial = 20_000, 80_000

var serialZero = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// readDay reads a whole day in any way that [appeal.ParseDate] knows, or as a
// number of Excel. What is no day stays as it is; a program's way to write that
// there is none is "".
func readDay(cell string) appeal.Date {
	if len(cell) == len("05.10.2026") && cell[2] == '.' && cell[5] == '.' && cell[6:] > "2000" {
		if d := appeal.Date(cell[6:] + "-" + cell[3:5] + "-" + cell[:2]); d.Valid() && d < "2100" {
			return d // the usual case, ten times as quick
		}
	}
	if cell == "" {
		return ""
	}
	if isNoDay(cell) {
		return ""
	}
	if len(cell) >= 5 && strings.Trim(cell, "0123456789.,") == "" {
		n, err := strconv.ParseFloat(strings.Replace(cell, ",", ".", 1), 64)
		if err == nil && n >= firstSerial && n < lastSerial {
			return appeal.DateOf(serialZero.AddDate(0, 0, int(n)))
		}
	}
	d := appeal.ParseDate(cell, "")
	if d.Valid() && noDays[string(d)] {
		return ""
	}
	return d
}

// noDays are the days that stand where there is none: in 1С and .NET, Excel,
// SQL Server, Unix, Windows, databases that have no «never» and no «for ever».
var noDays = map[string]bool{"0000-00-00": true, "0001-01-01": true, "0001-01-03": true, "1899-12-30": true,
	"1899-12-31": true, "1900-01-00": true,
	"1900-01-01": true, "1753-01-01": true, "1970-01-01": true, "1601-01-01": true, "2999-12-31": true,
	"3000-01-01": true, "9999-12-31": true}

// noDayWords are folded.
var noDayWords = folded("0", "нет", "нет даты", "без даты", "б/д", "не указана", "не указано", "не задана",
	"не определена", "отсутствует", "не требуется",
	"пусто", "никогда", "null", "none", "nan", "nat", "n/a", "nil", "undefined", "-", "2958465")

var threeNumbers = pattern.Of(`^(\d{1,4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,4})(?:[T ].*)?$`)

// isNoDay reports whether a cell says that there is no day: by a word, by a mask
// without digits as « . . » and «__.__.____», by a day of [noDays].
func isNoDay(cell string) bool {
	if noDayWords.has(word(cell)) || strings.Trim(cell, " ._-–—/:") == "" {
		return true
	}
	m := threeNumbers().FindStringSubmatch(cell)
	if m == nil {
		return false
	}
	year, month, day := m[1], m[2], m[3]
	if len(day) == 4 {
		year, day = day, year
	} else if len(year) < 4 && strings.Trim(year+month+day, "0") != "" {
		return false // 01.01.01 is a day of 2001
	}
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	return noDays[fmt.Sprintf("%04d-%02d-%02d", number(year), number(month), number(day))]
}
