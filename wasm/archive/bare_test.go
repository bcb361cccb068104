package archive

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestBare: entries come as JSON text without a zip in every shape that web
// services and people give it.
func TestBare(t *testing.T) {
	const one, two = `{"number":"1-ОГ","questions":[{"code":"0003.0009.0097.0694"}]}`,
		`{"number": "2-ОГ", "questions": []}`
	wide := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune("[" + one + "," + two + "]")) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	for name, row := range map[string]struct {
		text string
		want []string // nil = refused
	}{
		"one object":            {one, []string{one}},
		"a list":                {"\ufeff[" + one + ",\n" + two + "]", []string{one, two}},
		"a list of one":         {" [" + two + "] ", []string{two}},
		"a list in an object":   {`{"total":2,"items":[` + one + "," + two + `]}`, []string{one, two}},
		"a line each":           {one + "\r\n\r\n" + two + "\n", []string{one, two}},
		"UTF-16":                {string(wide), []string{one, two}},
		"a list without any":    {`[1, "a", null]`, nil},
		"cut off":               {"[" + one + ",", nil},
		"a word":                {`"обращения"`, nil},
		"a line that is no one": {one + "\nитого: 1", nil},
	} {
		var got []string
		err := Usual.Bare([]byte(row.text), func(_, _ int, f File) error {
			got = append(got, string(f.Data))
			return nil
		})
		var refused *OpenError
		if row.want == nil && (!errors.As(err, &refused) || !strings.Contains(err.Error(), "JSON") ||
			strings.Contains(err.Error(), "ZIP")) {
			t.Errorf("%s: %v", name, err)
		}
		if row.want != nil && (err != nil || strings.Join(got, "|") != strings.Join(row.want, "|")) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}
