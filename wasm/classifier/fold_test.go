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

func TestStem(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"дорога", "дорогами"},
		{"школьный", "школьного"},
		{"медицинских", "медицинское"},
		{"мусор", "мусора"},
	} {
		if stem(c.a) != stem(c.b) || stem(c.a) == c.a && stem(c.b) == c.b {
			t.Errorf("stem(%s) = %s, stem(%s) = %s", c.a, stem(c.a), c.b, stem(c.b))
		}
	}
	for _, w := range []string{"", "12", "covid", "зис5"} {
		if stem(w) != w {
			t.Errorf("stem(%q) = %q", w, stem(w))
		}
	}
}

func TestOneTypo(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"дорог", "дорог", false},
		{"дорог", "дораг", true},  // wrong
		{"дорог", "дорг", true},   // missing
		{"дорог", "доорог", true}, // extra
		{"дорог", "дороги", true},
		{"дорог", "одрог", true}, // swapped
		{"дорог", "дрооги", false},
		{"дорог", "догро", false},
		{"дорог", "доракт", false},
		{"арбитражн", "арибтражн", true},
		{"", "а", true},
		{"", "", false},
	} {
		a, b := []rune(c.a), []rune(c.b)
		if oneTypo(a, b) != c.want || oneTypo(b, a) != c.want {
			t.Errorf("oneTypo(%s, %s) = %v, %v", c.a, c.b, oneTypo(a, b), oneTypo(b, a))
		}
	}
}
