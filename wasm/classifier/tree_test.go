package classifier

import (
	"slices"
	"strings"
	"testing"
)

func codes(rows []Row) string {
	var out []string
	for _, r := range rows {
		out = append(out, r.Code)
	}
	return strings.Join(out, " ")
}

func TestChildren(t *testing.T) {
	for _, c := range []struct{ code, want string }{
		{"", "0001 0002 0003 0004 0005"},
		{"0005.0000.0000.0000", "0005.0005"},
		{"0005.0000", "0005.0005"},
		{"0002.0014", "0002.0014.0143 0002.0014.0144 0002.0014.0145"},
		{"0002.0013.0139.0336", "0002.0013.0139.0336.0031 0002.0013.0139.0336.0032 0002.0013.0139.0336.0033 " +
			"0002.0013.0139.0336.0034 0002.0013.0139.0336.0035 0002.0013.0139.0336.0037"},
		{"0003.0009.0099.0742.0110", ""},
		{"9999", ""},
	} {
		if got := codes(edition(t).Children(c.code)); got != c.want {
			t.Errorf("Children(%q) = %s, want %s", c.code, got, c.want)
		}
	}
}

func TestPath(t *testing.T) {
	for _, c := range []struct{ code, want string }{
		{"0003", ""},
		{"0003.0009.0099.0000", "0003 0003.0009"},
		{"0003.0009.0099.0742", "0003 0003.0009 0003.0009.0099"},
		{"0003.0009.0099.0742.0110", "0003 0003.0009 0003.0009.0099 0003.0009.0099.0742"},
		{"0003.0009.0099.9999", ""},
		{"", ""},
	} {
		if got := codes(edition(t).Path(c.code)); got != c.want {
			t.Errorf("Path(%q) = %s, want %s", c.code, got, c.want)
		}
	}
}

// Every row but a section is found below its parent, once.
func TestTreeIsWhole(t *testing.T) {
	table, seen := edition(t), 0
	var walk func(code string)
	walk = func(code string) {
		for _, r := range table.Children(code) {
			seen++
			if r.Parent != code || !slices.ContainsFunc(table.Children(r.Parent), func(c Row) bool { return c == r }) {
				t.Errorf("%s stands below %q", r.Code, code)
			}
			walk(r.Code)
		}
	}
	walk("")
	if seen != table.Len() {
		t.Errorf("%d rows in the tree of %d", seen, table.Len())
	}
}
