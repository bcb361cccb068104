package records

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	r := New("a;\"b;\n\"\"c\"\n\nd;e\"f\n", ';')
	var lines []int
	var got []string
	for {
		row, err := r.Read()
		if err != nil {
			break
		}
		lines, got = append(lines, r.Line()), append(got, strings.Join(row, "|"))
	}
	if !slices.Equal(got, []string{"a|b;\n\"c", "d|e\"f"}) || !slices.Equal(lines, []int{1, 4}) {
		t.Errorf("%q on lines %v", got, lines)
	}
	if rows, err := New("1\n2\n3\n", ',').All(2); err != nil || len(rows) != 2 {
		t.Errorf("%q, %v", rows, err)
	}
}

// TestQuotes: a quote either encloses its cell or belongs to the text of the cell. It
// never swallows another cell.
func TestQuotes(t *testing.T) {
	for name, c := range map[string]struct {
		comma      rune
		text, want string
	}{
		"as CSV wants": {';', "a;b;c\n1;\"x;\n\"\"y\"\"\";2\n", "a|b|c / 1|x;\n\"y\"|2"},
		"a name with quotes": {';', "a;b;c\n1;\"Ромашка\" ООО;2\n3;ООО \"Василёк\";4\n",
			"a|b|c / 1|\"Ромашка\" ООО|2 / 3|ООО \"Василёк\"|4"},
		"two names": {'\t', "a\tb\n1\t\"Лютик\" и \"Пион\", НКО\n2\t\"Лютик\" и \"Пион\"\n",
			"a|b / 1|\"Лютик\" и \"Пион\", НКО / 2|\"Лютик\" и \"Пион\""},
		"a name from Excel":        {'\t', "a\tb\n1\t\"Ромашка\"\n", "a|b / 1|\"Ромашка\""},
		"a line break from Excel":  {'\t', "a\tb\tc\n1\t\"x\ny\"\t2\n", "a|b|c / 1|x\ny|2"},
		"doubled, with tabs":       {'\t', "a\tb\n1\t\"ООО \"\"Ромашка\"\"\"\n", "a|b / 1|ООО \"Ромашка\""},
		"all in quotes, with tabs": {'\t', "\"a\"\t\"b\"\n\"1\"\t\"x\"\n", "a|b / 1|x"},
		"enclosed, not doubled":    {';', "a;b\n\"ООО \"Ромашка\"\";2\n", "a|b / ООО \"Ромашка\"|2"},
		"never closed":             {';', "a;b;c\n1;\"Ромашка;2\n3;x;4\n", "a|b|c / 1|\"Ромашка|2 / 3|x|4"},
		"closed in another row": {';', "a;b;c\n1;\"Ромашка;2\n3;Лютик\";4\n",
			"a|b|c / 1|\"Ромашка|2 / 3|Лютик\"|4"},
		"closed in another row, tabs": {'\t', "a\tb\tc\n1\t\"Ромашка\t2\n3\tЛютик\"\t4\n",
			"a|b|c / 1|\"Ромашка|2 / 3|Лютик\"|4"},
		"closed in another cell": {';', "a;b;c\n1;\"Ромашка;Лютик\"\n", "a|b|c / 1|\"Ромашка|Лютик\""},
		"many lines and commas": {',', "a,b,c,d\n1,x,\"с. Примерное,\nул. Полевая, д. 1\",2\n",
			"a|b|c|d / 1|x|с. Примерное,\nул. Полевая, д. 1|2"},
		"many lines at the end": {';', "a;b\n1;\"x\ny\nz\"\n2;w\n", "a|b / 1|x\ny\nz / 2|w"},
		"a blank behind":        {';', "a;b\n\"x;y\" ;2\n", "a|b / x;y|2"},
		"a guard":               {',', "a,b\n=\"1,2\",=\"03\"\n=\"x,4\n", "a|b / =\"1,2\"|=\"03\" / =\"x|4"},
		"lines of a Mac":        {';', "a;b\r1;2\r", "a|b / 1|2"},
		"an empty last cell":    {';', "a;b\n1;\n;", "a|b / 1| / |"},
		"an empty quoted cell":  {';', "\"\";b\n\"\"", "|b / "},
	} {
		rows, err := New(c.text, c.comma).All(100)
		var got []string
		for _, row := range rows {
			got = append(got, strings.Join(row, "|"))
		}
		if all := strings.Join(got, " / "); err != nil || all != c.want {
			t.Errorf("%s: %q, want %q (%v)", name, all, c.want, err)
		}
	}
}

// TestManyQuotes: a file of quotes is read in one pass. A reader that searched the
// rest of the file at each quote would exceed the time limit of the tests.
func TestManyQuotes(t *testing.T) {
	for name, text := range map[string]string{
		"quotes":            strings.Repeat(`"`, Max-1),
		"quotes and commas": strings.Repeat(`",`, Max/2-1),
		"pairs":             strings.Repeat(`"",`, Max/4),
		"cells": strings.Repeat("a,b\n", 2) +
			strings.Repeat(`"a,b",`, Max/8) + "\n" + strings.Repeat(`"a,b",`, Max/8),
		"lines":        "a,b\n" + strings.Repeat("\"a,\nb\",", Max/8) + "\n",
		"never closed": "a,b\n" + strings.Repeat("\"a\"\",b\n", Max/8),
		"far":          "a,b\n" + strings.Repeat("a,\"b\"\"\n", Max/8) + `"`,
	} {
		if _, err := New(text, ',').All(1 << 22); err != nil && !errors.Is(err, ErrLong) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLong(t *testing.T) {
	for name, text := range map[string]string{
		"commas": strings.Repeat(",", 2*Max), "a quote": `"` + strings.Repeat("a", 2*Max),
	} {
		if _, err := New(text, ',').All(10); !errors.Is(err, ErrLong) {
			t.Errorf("%s: %v", name, err)
		}
	}
	rows, err := New(strings.Repeat(strings.Repeat("a,", 1000)+"\n", 5000), ',').All(10_000)
	if err != nil || len(rows) != 5000 {
		t.Errorf("a long table of short rows: %d, %v", len(rows), err)
	}
}
