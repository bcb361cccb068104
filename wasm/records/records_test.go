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

func TestLong(t *testing.T) {
	for name, text := range map[string]string{"commas": strings.Repeat(",", 2*Max), "a quote": `"` + strings.Repeat("a\n", Max)} {
		if _, err := New(text, ',').All(10); !errors.Is(err, ErrLong) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if rows, err := New(strings.Repeat(strings.Repeat("a,", 1000)+"\n", 5000), ',').All(10_000); err != nil || len(rows) != 5000 {
		t.Errorf("a long table of short rows: %d, %v", len(rows), err)
	}
}
