package classifier

import "testing"

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"  ", ""},
		{"Ёлка ЁЛКА ёлка", "елка елка елка"},
		{"участие муниципальных образований  в отношениях", "участие муниципальных образований в отношениях"},
		{"Культурно-досуговая (деятельность);", "культурно досуговая деятельность"},
		{"ЗCГО", "зсго"}, // Latin C, as in 0892
		{"OMC", "омс"},   // all Latin
		{"дoрoгa", "дорога"},
		{"ABEKMHOPCTXY", "авекмнорстху"},
		{"и\u0306", "й"},
		{"МОИ\u0306", "мой"},
		{"доро\u0301га", "дорога"}, // stress mark
		{"ме\u0308д", "мед"},
		{"до\u00adро\u200bга", "дорога"}, // soft hyphen, zero-width space
		{"дом\u00a05", "дом 5"},
		{"дом № 12/3", "дом 12 3"},
		{"\xff\xfe", ""},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
